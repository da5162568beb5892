import { canonicalBlockText } from '../../article/canonical-text.ts';
import { readUuid } from '../../base/derived-id.ts';
import { CodePointOffsets } from '../code-point-offsets.ts';
import type {
  ArticleDraft,
  ArticleTarget,
  DraftSelector,
  DraftTagRef,
  ImportDraft,
  LinkDraft,
} from '../import-draft.ts';
import type { ReportBuilder } from '../report-builder.ts';
import { type SelectionCounting, selectionCounting } from '../selection-counting.ts';
import { noteOf } from '../table/note-words.ts';
import type { ListedArticle } from './article-list.ts';
import { type BratAnnotations, type BratRemark, type BratSpan, parseAnn } from './parse-ann.ts';
import type { BratConfiguration } from './read-configuration.ts';
import { idNote, untagged } from './type-names.ts';

/** One text of brat with its annotations. */
interface DocumentInput {
  readonly stem: string;
  readonly key: string;
  /** `null`: there are annotations only. */
  readonly text: string | null;
  /** Of its `.ann`. */
  readonly content: string;
  readonly listed: ListedArticle | null;
  readonly configuration: BratConfiguration;
  readonly report: ReportBuilder;
}

/** Where attributes go: they become tags below this one. */
const attributesTag = 'Attributes';

/** The article of a text with its annotations and their links. Without the text, the words of each are looked for. */
export function* readDocument(input: DocumentInput): Generator<ImportDraft> {
  yield* new DocumentReader(input).drafts();
}

class DocumentReader {
  readonly #input: DocumentInput;
  readonly #found: BratAnnotations;
  /** The key of the annotation that each span became. */
  readonly #keys = new Map<string, string>();
  /** Ids of ours, by the id in the file. */
  readonly #ids = new Map<string, string>();
  readonly #spans: ReadonlySet<string>;
  /** What is said of each span, or of a relation by its own id. */
  readonly #remarks = new Map<string, BratRemark[]>();

  constructor(input: DocumentInput) {
    this.#input = input;
    this.#found = parseAnn(input.content);
    this.#spans = new Set(this.#found.spans.map(({ id }) => id));
    for (const remark of this.#found.remarks) {
      const { kind, type, target, text } = remark;
      const id = kind === 'note' && type === idNote ? readUuid(text) : null;
      if (id !== null) this.#ids.set(target, id);
      else this.#remarksOf(this.#spanOf(target) ?? target, true).push(remark);
    }
  }

  *drafts(): Generator<ImportDraft> {
    const { report, stem } = this.#input;
    for (const { line, reason } of this.#found.faults)
      report.refuse(`${stem}.ann, line ${line}`, reason);
    const counting = this.#counting();
    if (counting !== null) yield this.#article(counting.text);
    yield* this.#annotations(counting);
    yield* this.#links();
    for (const { target, type, kind, line } of this.#found.remarks) {
      if (this.#spanOf(target) !== null || type === idNote) continue;
      if (kind === 'note' && /^R/.test(target)) continue;
      report.lose(
        'What is said of relations and of what is not there',
        'Only annotations have tags and notes here.',
        `${type}, line ${line}`,
      );
    }
  }

  #counting(): SelectionCounting | null {
    const { text } = this.#input;
    if (text === null || text.trim() === '') return null;
    // Unless somebody's program changed the line ends of our own files.
    if (this.#isOurs && !text.includes('\r')) return { text, unit: 'code-point' };
    const selections = this.#found.spans.map(({ fragments, words }) => ({
      start: fragments[0]?.start ?? 0,
      end: fragments.at(-1)?.end ?? 0,
      hints: [words],
    }));
    return selectionCounting(text, selections, false);
  }

  #article(text: string): ArticleDraft {
    const { key, stem, listed } = this.#input;
    const lines = text.replace(/^\ufeff/, '').split('\n');
    const isCanonical =
      this.#isOurs && lines.every((line) => line !== '' && canonicalBlockText(line) === line);
    const title = stem.split('/').at(-1) || stem;
    return {
      kind: 'article',
      key,
      metadata: { title, ...listed?.metadata },
      text: isCanonical
        ? { blocks: lines.map((line) => ({ kind: 'paragraph', text: line })) }
        : { plain: text },
      positionsIn: text,
      tags: (listed?.tags ?? []).map((path) => ({ path })),
      ...(listed === null || listed.number === null ? {} : { number: listed.number }),
    };
  }

  *#annotations(counting: SelectionCounting | null): Generator<ImportDraft> {
    const { key, stem, report } = this.#input;
    const target: ArticleTarget =
      counting === null ? { title: stem.split('/').at(-1) ?? stem, byQuote: true } : { key };
    const offsets = counting?.unit === 'code-point' ? new CodePointOffsets(counting.text) : null;
    const units = (offset: number): number => offsets?.toUnits(offset) ?? offset;
    const told = new Map<string, number>();
    for (const spans of this.#bySameId()) {
      const [span] = spans;
      if (span === undefined) continue;
      const where = `${stem}.ann, ${span.id}`;
      const selector =
        counting === null ? wordsOnly(span) : this.#selector(span, counting.text, units, where);
      if (selector === null) {
        report.refuse(where, 'It marks no words of the text.');
        continue;
      }
      const wanted = this.#ids.get(span.id) ?? `${stem} ${span.id}`;
      const annotationKey = this.#told(wanted, `${stem} ${span.id}`, told);
      // What is said of an id that is there twice is said of the first.
      const own = [...new Set(spans.map(({ id }) => id))].filter((id) => !this.#keys.has(id));
      for (const id of own) this.#keys.set(id, annotationKey);
      const remarks = own.flatMap((id) => this.#remarksOf(id));
      yield {
        kind: 'annotation',
        key: annotationKey,
        where,
        target,
        selector,
        tags: [...spans.flatMap((one) => this.#tagsOf(one)), ...this.#attributesOf(remarks)],
        note: noteOf(this.#noteLines(remarks).join('\n')),
      };
    }
  }

  /** Spans that this program made of one annotation with several tags come together again; never those of other words. */
  #bySameId(): Iterable<readonly BratSpan[]> {
    const groups = new Map<string, BratSpan[]>();
    for (const span of this.#found.spans) {
      const places = span.fragments.map(({ start, end }) => `${start}-${end}`);
      const id = [this.#ids.get(span.id) ?? span.id, ...places].join(' ');
      const others = groups.get(id);
      if (others === undefined) groups.set(id, [span]);
      else others.push(span);
    }
    return groups.values();
  }

  /** The key that is wanted; if another annotation has it, one with a number behind it. */
  #told(wanted: string, spare: string, told: Map<string, number>): string {
    const count = (told.get(wanted) ?? 0) + 1;
    told.set(wanted, count);
    return count === 1 ? wanted : `${spare} ${count}`;
  }

  #selector(
    span: BratSpan,
    text: string,
    units: (offset: number) => number,
    where: string,
  ): DraftSelector | null {
    const ranges = span.fragments.map(({ start, end }) => ({
      start: units(start),
      end: units(end),
    }));
    const start = Math.min(...ranges.map((range) => range.start));
    const end = Math.max(...ranges.map((range) => range.end));
    const words = folded(span.words);
    const parts = [...ranges].sort((one, other) => one.start - other.start);
    const isInside = end <= text.length && start < end;
    const fit = parts.map((range) => text.slice(range.start, range.end)).join(' ');
    if (!isInside || (words !== '' && folded(fit) !== words)) {
      // The numbers are wrong, or were counted in another text: the words say what is meant.
      return words === '' ? null : { quote: span.words.trim() };
    }
    for (const [index, range] of parts.entries()) {
      const next = parts[index + 1];
      if (next === undefined || text.slice(range.end, next.start).trim() === '') continue;
      this.#input.report.lose(
        'Gaps in passages',
        'A highlight is one passage: it goes from the first part to the last.',
        where,
      );
      break;
    }
    const marked = text.slice(start, end);
    if (marked.trim() === '') return null;
    // Spaces at the ends are the hand's; in a folder of our own they were meant.
    if (this.#isOurs) return { position: { start, end, unit: 'utf-16' } };
    const from = start + (marked.length - marked.trimStart().length);
    return { position: { start: from, end: from + marked.trim().length, unit: 'utf-16' } };
  }

  get #isOurs(): boolean {
    return this.#input.configuration.isOurs || this.#input.listed !== null;
  }

  #tagsOf({ type }: BratSpan): readonly DraftTagRef[] {
    const { configuration } = this.#input;
    if (type === untagged && this.#isOurs) return [];
    return [{ path: configuration.tags.get(type) ?? [type] }];
  }

  #attributesOf(remarks: readonly BratRemark[]): readonly DraftTagRef[] {
    return remarks
      .filter(({ kind }) => kind === 'attribute')
      .map(({ type, text }) => ({ path: [attributesTag, type, ...(text === '' ? [] : [text])] }));
  }

  #noteLines(remarks: readonly BratRemark[]): readonly string[] {
    return remarks
      .filter(({ kind }) => kind !== 'attribute')
      .map(({ kind, type, text }) => (kind === 'note' ? text : `${type}: ${text}`));
  }

  /** @param keep whether a list that is not there yet is made */
  #remarksOf(id: string, keep = false): BratRemark[] {
    const known = this.#remarks.get(id) ?? [];
    if (keep) this.#remarks.set(id, known);
    return known;
  }

  *#links(): Generator<LinkDraft> {
    const { stem, report, configuration } = this.#input;
    for (const relation of this.#found.relations) {
      const where = `${stem}.ann, line ${relation.line}`;
      const from = this.#keys.get(this.#spanOf(relation.from) ?? '');
      const to = this.#keys.get(this.#spanOf(relation.to) ?? '');
      if (from === undefined || to === undefined || from === to) {
        report.refuse(
          where,
          from === to && from !== undefined
            ? 'It links a passage with itself.'
            : 'An end of this relation has not come.',
        );
        continue;
      }
      const note = this.#noteLines(this.#remarksOf(relation.id)).join('\n');
      yield {
        kind: 'link',
        key: this.#ids.get(relation.id) ?? `${stem} ${relation.id}`,
        where,
        type: {
          name: configuration.relations.get(relation.type) ?? relation.type,
          symmetric: relation.symmetric || configuration.symmetric.has(relation.type),
        },
        from: { kind: 'annotation', key: from },
        to: { kind: 'annotation', key: to },
        note: note === '' ? null : note,
      };
    }
  }

  /** The span that an id stands for: of an event, what triggers it. */
  #spanOf(id: string): string | null {
    const span = this.#found.triggers.get(id) ?? id;
    return this.#spans.has(span) ? span : null;
  }
}

function wordsOnly({ words }: BratSpan): DraftSelector | null {
  return words.trim() === '' ? null : { quote: words.trim() };
}

function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
