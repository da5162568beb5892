import type { BlockDraft } from '../../article/block-draft.ts';
import { canonicalBlockText } from '../../article/canonical-text.ts';
import { CodePointOffsets } from '../code-point-offsets.ts';
import { decodeText } from '../decode-text.ts';
import type { ImportFile } from '../exchange-format.ts';
import { ExchangeFault } from '../exchange-format.ts';
import type { AnnotationDraft, ArticleDraft, DraftTagRef, ImportDraft } from '../import-draft.ts';
import {
  type CountedSelection,
  type SelectionCounting,
  selectionCounting,
} from '../selection-counting.ts';
import { elementsIn, textIn, type XmlElement } from '../xml/read-xml.ts';
import { tellUnknown } from './known-parts.ts';
import type { ProjectReading } from './project-reading.ts';
import { sourceMetadata, sourceNumber } from './source-metadata.ts';

/** A source's text with where it came from. */
interface SourceText {
  readonly text: string;
  readonly isEmbedded: boolean;
}

/**
 * A text source: an article, then its annotations. Without its text, each selection is refused by name with its codes, so that
 * the report keeps what was said. `owner`: of a representation, the source that it represents. Returns the key of the article;
 * `null`: there is none.
 */
export async function* readTextSource(
  source: XmlElement,
  reading: ProjectReading,
  owner: XmlElement = source,
): AsyncGenerator<ImportDraft, string | null> {
  const { report } = reading;
  tellUnknown(source, report);
  const selections = elementsIn(source, 'PlainTextSelection');
  const name =
    owner.attributes.name ?? source.attributes.plainTextPath ?? source.attributes.richTextPath;
  const where = name === undefined ? 'a source without a name' : lastName(name);
  const text = await sourceText(source, reading);
  if (typeof text === 'string') {
    const rich = await richFile(source, reading);
    if (rich === null) {
      report.refuse(where, text);
      for (const [index, selection] of selections.entries()) {
        report.refuse(
          nameOf(selection, index, where),
          `${text} ${reading.codesInWords(selection)}`,
        );
      }
      return null;
    }
    const article = articleOf(
      source,
      owner,
      where,
      { fileName: rich.name, bytes: await rich.bytes() },
      reading,
    );
    yield article;
    yield* withoutPositions(selections, article, where, reading);
    return article.key;
  }
  if (text.text.trim() === '') {
    report.refuse(where, 'There is no text in it.');
    return null;
  }
  const counted = selections.map((selection) => countedSelection(selection));
  const counting: SelectionCounting = reading.isOurs
    ? { text: text.text, unit: 'code-point' }
    : selectionCounting(text.text, counted, text.isEmbedded);
  const article = articleOf(source, owner, where, articleText(counting.text, reading), reading);
  yield { ...article, positionsIn: counting.text };
  const offsets = counting.unit === 'code-point' ? new CodePointOffsets(counting.text) : null;
  for (const [index, selection] of selections.entries()) {
    tellUnknown(selection, report);
    const { start, end } = countedSelection(selection);
    const from = offsets?.toUnits(start) ?? start;
    const to = offsets?.toUnits(end) ?? end;
    const place = nameOf(selection, index, where);
    const fault = faultOf(counting.text, from, to);
    if (fault !== null) {
      report.refuse(place, `${fault} ${reading.codesInWords(selection)}`.trim());
      continue;
    }
    const words = counting.text.slice(from, to);
    // Spaces at the ends are the hand's; in a project of our own they were meant.
    const shift = reading.isOurs ? 0 : words.length - words.trimStart().length;
    const length = reading.isOurs ? words.length : words.trim().length;
    const position = {
      start: from + shift,
      end: from + shift + length,
      unit: 'utf-16' as const,
    };
    yield reading.annotation(selection, {
      where: place,
      target: { key: article.key },
      selector: { position },
      words,
    });
    reading.step();
  }
  return article.key;
}

/** Selections in a text that is only there as a formatted document: found by their words where the file has these. */
function* withoutPositions(
  selections: readonly XmlElement[],
  article: ArticleDraft,
  where: string,
  reading: ProjectReading,
): Generator<AnnotationDraft> {
  for (const [index, selection] of selections.entries()) {
    const place = nameOf(selection, index, where);
    const quote = elementsIn(selection, 'Description').map(textIn).join('\n').trim();
    if (quote === '') {
      reading.report.refuse(
        place,
        `Its position counts in a plain text that is not in the package. ${reading.codesInWords(selection)}`.trim(),
      );
      continue;
    }
    yield reading.annotation(selection, {
      where: place,
      target: { key: article.key },
      selector: { quote },
      words: quote,
    });
  }
}

function articleOf(
  source: XmlElement,
  owner: XmlElement,
  where: string,
  text: ArticleDraft['text'],
  reading: ProjectReading,
): ArticleDraft {
  const { report } = reading;
  const ends = [...new Set([source, owner])];
  const tags = ends.flatMap((end) => reading.tagsOf(end));
  for (const end of ends) {
    const said = [...elementsIn(end, 'Description').map(textIn), ...reading.notes.of(end)];
    for (const memo of said.filter((one) => one.trim() !== '')) {
      report.lose(
        'Memos of whole sources',
        'Articles have no notes of their own here.',
        `${where}: ${memo.slice(0, 120)}`,
      );
    }
  }
  const title = (owner.attributes.name ?? '').trim() || where.replace(/\.\w{1,5}$/, '');
  const number = sourceNumber(owner, reading.variables);
  return {
    kind: 'article',
    key: reading.key(owner.attributes.guid, 'source'),
    metadata: { ...sourceMetadata(owner, reading.variables, report), title },
    text,
    tags: [...tags, ...reading.setsOf(owner)] satisfies DraftTagRef[],
    ...(number === undefined ? {} : { number }),
    ...reading.origin(owner),
  };
}

/** In a project of our own every line is a block; elsewhere the lines of a text are to be told from its paragraphs. */
function articleText(text: string, reading: ProjectReading): ArticleDraft['text'] {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  if (!reading.isOurs || lines.some((line) => canonicalBlockText(line) !== line || line === '')) {
    return { plain: text };
  }
  return { blocks: lines.map((line): BlockDraft => ({ kind: 'paragraph', text: line })) };
}

/** Its text, or why there is none, in a sentence. */
async function sourceText(
  source: XmlElement,
  reading: ProjectReading,
): Promise<SourceText | string> {
  const [content] = elementsIn(source, 'PlainTextContent');
  const embedded = content === undefined ? '' : textIn(content);
  if (embedded !== '') return { text: embedded, isEmbedded: true };
  const path = source.attributes.plainTextPath;
  if (path === undefined) {
    return content === undefined ? 'It has no plain text.' : { text: '', isEmbedded: true };
  }
  const file = reading.files.find(path);
  if (file === null) return `Its text (${path}) is not in the package.`;
  try {
    const { text, isSound } = decodeText(await file.bytes());
    if (!isSound) reading.report.remark(`${file.name} is not UTF-8; some letters may be wrong.`);
    return { text, isEmbedded: false };
  } catch (error) {
    if (!(error instanceof ExchangeFault)) throw error;
    return error.message;
  }
}

async function richFile(source: XmlElement, reading: ProjectReading): Promise<ImportFile | null> {
  const path = source.attributes.richTextPath;
  return path === undefined ? null : reading.files.find(path);
}

function countedSelection(selection: XmlElement): CountedSelection {
  const { startPosition = '', endPosition = '', name } = selection.attributes;
  return {
    start: wholeNumber(startPosition),
    end: wholeNumber(endPosition),
    hints: [
      ...elementsIn(selection, 'Description').map(textIn),
      ...(name === undefined ? [] : [name]),
    ],
  };
}

function wholeNumber(text: string): number {
  return /^\s*[+-]?\d{1,15}\s*$/.test(text) ? Number(text) : Number.NaN;
}

function faultOf(text: string, start: number, end: number): string | null {
  if (Number.isNaN(start) || Number.isNaN(end)) return 'Its position is no number.';
  if (start < 0 || end > text.length) return 'Its position is outside the text.';
  if (end < start) return 'It ends before it begins.';
  if (start === end) return 'It is empty: it begins and ends at one place.';
  return text.slice(start, end).trim() === '' ? 'There are no words in it.' : null;
}

function nameOf(selection: XmlElement, index: number, where: string): string {
  const name = (selection.attributes.name ?? '').replace(/\s+/g, ' ').trim();
  return `${name === '' ? `selection ${index + 1}` : `“${name.slice(0, 80)}”`} in ${where}`;
}

function lastName(path: string): string {
  return path.split(/[/\\]/).at(-1) || path;
}
