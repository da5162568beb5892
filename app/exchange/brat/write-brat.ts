import { effectiveMetadata } from '../../article/article-metadata.ts';
import { linkStart } from '../../link/link-ends.ts';
import type { AnnotationRecord, LinkRecord } from '../../record/records.ts';
import { CodePointOffsets } from '../code-point-offsets.ts';
import { ExchangeFault, type ExchangeWriter, type ExportContext } from '../exchange-format.ts';
import { type PlannedSource, planExport } from '../export-plan.ts';
import { freeName } from '../free-name.ts';
import { loseOf, tellEarlierPlaces, tellKinds, tellLostKinds } from '../lost-kinds.ts';
import { mentionName } from '../table/mention-name.ts';
import { noteWords } from '../table/note-words.ts';
import { writeZip, type ZippedText } from '../zip/write-zip.ts';
import { articleListName, writeArticleList } from './article-list.ts';
import { idNote, type TypeNames, typeNames, untagged } from './type-names.ts';

const longestName = 60;

/**
 * Writes a folder of brat (as a ZIP) by rule J15: of each article the canonical text (`.txt`) and its annotations (`.ann`),
 * with `annotation.conf` and `visual.conf`, and a table of the articles' facts. Strict: names of types are ASCII, positions count code points, no fragment
 * goes over a line end.
 */
export const bratWriter: ExchangeWriter = {
  id: 'brat',
  async *write(context) {
    if (context.records.count('article') === 0) {
      throw new ExchangeFault('There are no articles to export.');
    }
    yield* writeZip(files(context));
    tellLost(context);
  },
};

async function* files(context: ExportContext): AsyncGenerator<ZippedText> {
  const { records, report } = context;
  const plan = await planExport(context, tellKinds(context));
  const names = typeNames(records);
  report.carry('tag', records.count('tag'));
  yield { path: 'annotation.conf', content: [names.configuration] };
  yield { path: 'visual.conf', content: [names.labels] };
  const taken = new Set<string>();
  const named = plan.sources.map(
    (source) => [freeName(fileName(source), taken, '-'), source] as const,
  );
  const listed = named.map(([name, { article }]) => [name, article] as const);
  yield { path: articleListName, content: [writeArticleList(records, listed)] };
  const total = plan.sources.length;
  for (const [index, [name, source]] of named.entries()) {
    context.progress(total + index, total * 2);
    const text = await context.texts.read(source.revision.hash);
    if (text === null) {
      throw new ExchangeFault(
        'A text went missing during the export. Check the project, and try again.',
      );
    }
    yield { path: `${name}.txt`, content: [text.text] };
    yield {
      path: `${name}.ann`,
      content: new AnnotationLines(context, names, source, text.text).all(),
    };
    if (source.isPresent) report.carry('article');
    report.carry('annotation', source.annotations.length);
  }
}

/** `0012-ferry-sinks`: sorts as the articles do, and is taken by every system. */
function fileName({ article, isPresent, revision }: PlannedSource): string {
  const title = effectiveMetadata(article)
    .title.normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestName)
    .replace(/^-+|-+$/g, '');
  const number = String(article.number).padStart(4, '0');
  const parts = [number, title, isPresent ? '' : `revision-${revision.number ?? revision.id}`];
  return parts.filter((part) => part !== '').join('-');
}

/** The lines of one `.ann`. */
class AnnotationLines {
  readonly #context: ExportContext;
  readonly #names: TypeNames;
  readonly #source: PlannedSource;
  readonly #offsets: CodePointOffsets;
  /** The first `T` of each annotation. */
  readonly #first = new Map<string, string>();
  readonly #notes: string[] = [];

  constructor(context: ExportContext, names: TypeNames, source: PlannedSource, text: string) {
    this.#context = context;
    this.#names = names;
    this.#source = source;
    this.#offsets = new CodePointOffsets(text);
  }

  *all(): Generator<string> {
    let count = 0;
    for (const annotation of this.#source.annotations) {
      const span = this.#span(annotation);
      const types = annotation.tagIds
        .map((id) => this.#names.tags.get(id))
        .filter((type) => type !== undefined);
      for (const type of types.length === 0 ? [untagged] : types) {
        count += 1;
        const id = `T${count}`;
        if (!this.#first.has(annotation.id)) {
          this.#first.set(annotation.id, id);
          this.#noteWordsOf(annotation, id);
        }
        this.#notes.push(`${idNote} ${id}\t${annotation.id}`);
        yield `${id}\t${type} ${span}\n`;
      }
    }
    yield* this.#relations();
    for (const [index, note] of this.#notes.entries()) yield `#${index + 1}\t${note}\n`;
  }

  /** Positions and words; what goes over a line end is in fragments, which brat wants. */
  #span({ passage }: AnnotationRecord): string {
    const ranges: string[] = [];
    let start = passage.start as number;
    for (const line of passage.quote.split('\n')) {
      const end = start + line.length;
      if (line !== '') {
        ranges.push(`${this.#offsets.toCodePoints(start)} ${this.#offsets.toCodePoints(end)}`);
      }
      start = end + 1;
    }
    return `${ranges.join(';')}\t${passage.quote
      .split('\n')
      .filter((line) => line !== '')
      .join(' ')}`;
  }

  #noteWordsOf({ note, number }: AnnotationRecord, id: string): void {
    if (note === null) return;
    const { records, report } = this.#context;
    const { text, isPoorer } = noteWords(note, (target) => mentionName(records, target));
    if (isPoorer) {
      const label = `${this.#source.article.number}:${number}`;
      report.lose('The form of notes', 'Notes of brat are plain words.', label);
    }
    for (const line of text.split('\n')) this.#notes.push(`AnnotatorNotes ${id}\t${flat(line)}`);
  }

  *#relations(): Generator<string> {
    const { report } = this.#context;
    let count = 0;
    for (const link of this.#linksHere()) {
      const type = this.#names.linkTypes.get(link.typeId);
      const [from, to] = [this.#first.get(link.from), this.#first.get(link.to.id)];
      if (type === undefined || from === undefined || to === undefined) continue;
      count += 1;
      report.carry('link');
      if (link.note) this.#notes.push(`AnnotatorNotes R${count}\t${flat(link.note)}`);
      this.#notes.push(`${idNote} R${count}\t${link.id}`);
      yield `R${count}\t${type} Arg1:${from} Arg2:${to}\n`;
    }
  }

  #linksHere(): readonly LinkRecord[] {
    const { records } = this.#context;
    const links = this.#source.annotations.flatMap(({ id }) =>
      records
        .linksAt(id)
        .filter((link) => link.from === id && linkStart(link).kind === 'annotation'),
    );
    return links.filter(({ to }) => to.kind === 'annotation');
  }
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function tellLost(context: ExportContext): void {
  const { records } = context;
  const why = 'brat has no place for it.';
  loseOf(context, ['Colours of tags', why], 'tag');
  loseOf(
    context,
    ['Descriptions and keys of tags', why],
    'tag',
    ({ description, key }) => description !== '' || key !== null,
  );
  loseOf(context, ['Who made annotations, and when', why], 'annotation');
  loseOf(context, ['Claims', why], 'claim');
  loseOf(context, ['Evidence of claims', why], 'evidence');
  const elsewhere = 'A relation of brat joins two passages of one text.';
  loseOf(context, ['Links between articles, and those of claims', elsewhere], 'link', (link) => {
    const [from, to] = [
      records.get('annotation', link.from),
      records.get('annotation', link.to.id),
    ];
    return from === null || to === null || from.passage.revisionId !== to.passage.revisionId;
  });
  const used = new Set<string>();
  for (const { typeId } of records.list('link')) used.add(typeId);
  loseOf(
    context,
    ['How types of links read backwards, and their looks', why],
    'linkType',
    (type) => used.has(type.id) && (!type.symmetric || type.color !== undefined),
  );
  loseOf(context, ['Who made links, and when', why], 'link');
  tellLostKinds(context, why);
  tellEarlierPlaces(context, why);
}
