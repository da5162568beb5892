import type { BlockDraft } from '../../article/block-draft.ts';
import { readPublished } from '../../article/read-published.ts';
import { readUuid } from '../../base/derived-id.ts';
import type {
  ArticleMetadata,
  ClaimQuestion,
  ClaimStatus,
  Importance,
} from '../../record/records.ts';
import type { BlockKind } from '../../record/text.ts';
import {
  ExchangeFault,
  type ExchangeReader,
  type ImportContext,
  type ImportFile,
  type ImportInput,
} from '../exchange-format.ts';
import type { AnnotationDraft, ClaimDraft, ImportDraft } from '../import-draft.ts';
import { textEnd, textStart } from './article-note.ts';
import { unescapeMarkdown } from './markdown-text.ts';
import { isNoteLine, readNoteLines } from './note-lines.ts';
import { annotationItem, evidenceItem, linkItem } from './read-items.ts';
import { numberOf, readNote, textOf, textsOf, type VaultNote } from './read-note.ts';
import { VaultTags } from './vault-tags.ts';

/**
 * Reads a vault that this program wrote (rule J17): a folder, a ZIP, or one article's note. What people wrote into it besides is
 * left alone; an annotation whose line they changed is refused by its line.
 */
export const vaultReader: ExchangeReader = {
  id: 'markdown-vault',
  recognise({ names, text }) {
    const isVault = names.some((name) => /(?:^|\/)Codebook\.md$/.test(name));
    if (isVault && names.some((name) => /(?:^|\/)(?:Articles|Claims)\/.*\.md$/.test(name)))
      return 0.97;
    return /^\ufeff?---\r?\nvariorum: (?:article|claim|codebook)\r?\n/.test(text) ? 0.97 : 0;
  },
  async *read(input, context) {
    const { report } = context;
    const files = await notesOf(input, context);
    const codebook = files.find(({ name }) => /(?:^|\/)Codebook\.md$/.test(name));
    const tags = new VaultTags(codebook === undefined ? null : await noteOf(codebook, context));
    yield* tags.drafts;
    let own = tags.drafts.length;
    let others = 0;
    for (const [index, file] of files.entries()) {
      context.progress(index, files.length);
      const note = file === codebook ? null : await noteOf(file, context);
      if (note === null) continue;
      if (note.kind === null) others += 1;
      else own += 1;
      if (note.kind === 'article') yield* articleDrafts(note, tags, context);
      if (note.kind === 'claim') yield* claimDrafts(note, tags);
    }
    if (own === 0) {
      throw new ExchangeFault(
        'There are no notes here that this program wrote. Import Markdown files of other programs as articles.',
      );
    }
    if (others > 0) {
      const count = others.toLocaleString('en-GB');
      report.remark(`Notes that this program did not write were left alone: ${count}.`);
    }
  },
};

async function notesOf(input: ImportInput, context: ImportContext): Promise<readonly ImportFile[]> {
  const [only] = input.files;
  const isNote = ({ name }: ImportFile): boolean => /\.md$/i.test(name);
  const isPacked = only !== undefined && input.files.length === 1 && !isNote(only);
  const files = isPacked ? await context.unpack(only) : input.files;
  // `Index.md` is made of the others.
  return files.filter((file) => isNote(file) && !/(?:^|\/)Index\.md$/.test(file.name));
}

/** A note; `null`: it can't be read, which is reported. */
async function noteOf(file: ImportFile, { report }: ImportContext): Promise<VaultNote | null> {
  try {
    return await readNote(file);
  } catch (error) {
    if (!(error instanceof ExchangeFault)) throw error;
    report.refuse(file.name, error.message);
    return null;
  }
}

const facts = [
  'title',
  'outlet',
  'byline',
  'published',
  'updated',
  'url',
  'language',
  'section',
] as const;

function* articleDrafts(
  note: VaultNote,
  tags: VaultTags,
  { report }: ImportContext,
): Generator<ImportDraft> {
  const { values, lines, name } = note;
  const key = readUuid(textOf(values.id) ?? '') ?? name;
  const from = lines.indexOf(textStart);
  const to = lines.indexOf(textEnd);
  if (from < 0 || to < from) {
    report.refuse(name, `Its text stands no longer between “${textStart}” and “${textEnd}”.`);
    return;
  }
  const number = numberOf(values.number);
  const metadata: { -readonly [Fact in keyof ArticleMetadata]?: string } = {};
  for (const fact of facts) {
    const written = textOf(values[fact]);
    const isDate = fact === 'published' || fact === 'updated';
    const value = written !== null && isDate ? readPublished(written) : written;
    if (value !== null) metadata[fact] = value;
  }
  yield {
    kind: 'article',
    key,
    metadata,
    text: { blocks: blocksOf(lines.slice(from + 1, to)) },
    tags: textsOf(values.tags).map((word) => tags.of(word)),
    author: textOf(values.author),
    createdAt: textOf(values.created),
    ...(number === null ? {} : { number }),
  };
  yield* annotationDrafts(note, to + 1, key, tags, report);
}

function* annotationDrafts(
  { lines, name }: VaultNote,
  start: number,
  articleKey: string,
  tags: VaultTags,
  report: ImportContext['report'],
): Generator<ImportDraft> {
  let open: AnnotationDraft | null = null;
  let written: string[] = [];
  const links: ImportDraft[] = [];
  const closed = function* closed(): Generator<ImportDraft> {
    if (open !== null) yield { ...open, note: readNoteLines(written) };
    open = null;
    written = [];
  };
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const where = `${name}, line ${index + 1} below the head`;
    const link = linkItem(line, where);
    if (link !== null) links.push(link);
    else if (isNoteLine(line)) written.push(line);
    else if (line.startsWith('- ')) {
      yield* closed();
      const item = annotationItem(line);
      if (item === null) {
        report.refuse(where, 'It is no annotation as this program writes them.');
        continue;
      }
      open = {
        kind: 'annotation',
        key: item.id,
        where,
        target: { key: articleKey },
        selector: {
          quote: item.quote,
          position: { start: item.start, end: item.end, unit: 'utf-16' },
        },
        tags: item.tags.map((word) => tags.of(word)),
        note: null,
        author: item.author,
        createdAt: item.createdAt,
        ...(item.number === null ? {} : { number: item.number }),
      };
    }
  }
  yield* closed();
  yield* links;
}

const blockEnd = /(?: %%(caption|table-cell|footnote)%%)?(?: \^[\w-]+)?$/;

/** The blocks of a text, each on one line; lines that only hold the id of the one before are none. */
function blocksOf(lines: readonly string[]): readonly BlockDraft[] {
  const blocks: BlockDraft[] = [];
  for (const line of lines) {
    if (line.trim() === '' || /^\^[\w-]+$/.test(line)) continue;
    const end = blockEnd.exec(line);
    const text = line.slice(0, end?.index ?? line.length);
    const heading = /^(#{1,6}) /.exec(text)?.[1];
    const mark = heading ?? /^([->]) /.exec(text)?.[1] ?? '';
    const rest = unescapeMarkdown(mark === '' ? text : text.slice(mark.length + 1));
    if (heading !== undefined) blocks.push({ kind: 'heading', level: heading.length, text: rest });
    else blocks.push({ kind: kindOf(mark, end?.[1]), text: rest });
  }
  return blocks;
}

function kindOf(mark: string, named: string | undefined): BlockKind {
  if (mark === '-') return 'list-item';
  if (mark === '>') return 'quotation';
  if (named === 'caption' || named === 'table-cell' || named === 'footnote') return named;
  return 'paragraph';
}

const statuses: readonly unknown[] = ['open', 'corroborated', 'disputed', 'refuted'];

function* claimDrafts({ values, lines, name }: VaultNote, tags: VaultTags): Generator<ImportDraft> {
  const key = readUuid(textOf(values.id) ?? '') ?? name;
  const { status, importance } = values;
  const speaker = textOf(values.speaker);
  const confidence = numberOf(values.confidence);
  const number = numberOf(values.number);
  const evidenceAt = lines.indexOf('## Evidence');
  const noteAt = lines.indexOf('## Note');
  const noteLines = noteAt < 0 ? [] : lines.slice(noteAt + 1, nextHeading(lines, noteAt));
  const claim: ClaimDraft = {
    kind: 'claim',
    key,
    where: name,
    wording: textOf(values.wording) ?? '',
    speaker: speaker === null ? null : { name: speaker },
    saidOn: textOf(values.saidOn),
    saidUntil: textOf(values.saidUntil),
    place: textOf(values.place),
    importance:
      importance === 1 || importance === 2 || importance === 3
        ? (importance satisfies Importance)
        : null,
    questions: questionsOf(values.questions),
    parentKey: textOf(values.parent),
    ...(statuses.includes(status) ? { status: status as ClaimStatus } : {}),
    confidence: confidence !== null && confidence >= 0 && confidence <= 1 ? confidence : null,
    tags: textsOf(values.tags).map((word) => tags.of(word)),
    note: readNoteLines(
      noteLines.filter((line) => isNoteLine(line) && linkItem(line, name) === null),
    ),
    author: textOf(values.author),
    createdAt: textOf(values.created),
    ...(number === null ? {} : { number }),
  };
  yield claim;
  const evidenceLines =
    evidenceAt < 0 ? [] : lines.slice(evidenceAt + 1, nextHeading(lines, evidenceAt));
  for (const line of evidenceLines) {
    const item = evidenceItem(line);
    if (item === null) continue;
    const { id, annotationId, stance } = item;
    yield {
      kind: 'evidence',
      key: id,
      where: name,
      claimKey: key,
      annotationKey: annotationId,
      stance,
    };
  }
  for (const line of lines) {
    const link = linkItem(line, name);
    if (link !== null) yield link;
  }
}

function nextHeading(lines: readonly string[], from: number): number {
  const next = lines.findIndex((line, index) => index > from && line.startsWith('## '));
  return next < 0 ? lines.length : next;
}

function questionsOf(value: unknown): readonly ClaimQuestion[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly unknown[]).flatMap((one) => {
    const entry =
      typeof one === 'object' && one !== null ? (one as Readonly<Record<string, unknown>>) : {};
    const question = textOf(entry.question);
    return question === null ? [] : [{ question, answer: textOf(entry.answer) ?? '' }];
  });
}
