import { foldTagName } from '../../annotation/fold-tag-name.ts';
import { readPublished } from '../../article/read-published.ts';
import { derivedId } from '../../base/derived-id.ts';
import { decodeText } from '../decode-text.ts';
import {
  ExchangeFault,
  type ExchangeReader,
  type ImportContext,
  type ImportFile,
  type ImportHead,
} from '../exchange-format.ts';
import { instantOf } from '../import/made-by.ts';
import type { AnnotationDraft, ArticleTarget, DraftSelector } from '../import-draft.ts';
import { unguardedCell } from '../spreadsheet-cell.ts';
import { type AnnotationColumn, annotationColumns, foreignColumns } from './annotation-columns.ts';
import { noteOf } from './note-words.ts';
import { type HeadKind, isBlankRow, readRows, type TableRows } from './read-rows.ts';
import { readTagList } from './tag-list.ts';

const most = 200_000_000;
const hash = /^[0-9a-f]{64}$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Part of every workbook (XLSX). */
const workbookPart = 'xl/workbook.xml';
/** Above its columns' names a table may have a title and the like. */
const mostAbove = 20;
const noTable =
  'The first row names no column “Quotation” (or “Quote”, “Text”, “Highlight”). Name the column of the quoted words so, or choose another file.';

/**
 * Annotations from a table (CSV, also with semicolons or tabs): our own, with every word and place, or that of another
 * program, by the names of its columns (rule J20). A row becomes an annotation of an article that the project has: told by
 * the revision's hash, the address, the title; a row that names no article, by the one article that has its words.
 */
export const annotationTableReader: ExchangeReader = {
  id: 'annotations-csv',
  recognise,
  async *read(input, context) {
    const [file] = input.files;
    if (file === undefined) throw new ExchangeFault('There is no file to read.');
    yield* drafts(await rowsOf(file), context);
  },
};

function recognise({ name, names, text }: ImportHead): number {
  // Read as such it is told what to do with it.
  if (names.includes(workbookPart)) return 0.4;
  const { rows } = readRows(text.slice(0, 20_000), kindOf);
  const head = rows.slice(0, mostAbove).find(isHead) ?? [];
  const kind = kindOf(head);
  if (kind === null) return 0;
  if (kind === 'own') return 0.95;
  return /\.(?:csv|tsv|txt)$/i.test(name) && head.length > 1 ? 0.5 : 0;
}

async function rowsOf(file: ImportFile): Promise<TableRows> {
  const bytes = await file.bytes(most);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3) {
    throw new ExchangeFault(
      'This is a workbook or another packed file, and no table in text form. Save its sheet as “CSV UTF-8”, and import that.',
    );
  }
  const { text, isSound } = decodeText(bytes);
  if (!isSound) {
    throw new ExchangeFault(
      'This table is not coded in UTF-8. Save it as “CSV UTF-8” in the program that made it.',
    );
  }
  return readRows(text, kindOf);
}

function isHead(row: readonly string[]): boolean {
  return columnsOf(row).has('quote');
}

function kindOf(row: readonly string[]): HeadKind {
  const columns = columnsOf(row);
  if (!columns.has('quote')) return null;
  return columns.has('hash') && columns.has('start') ? 'own' : 'other';
}

function* drafts(
  { rows, unended }: TableRows,
  { report, progress }: ImportContext,
): Generator<AnnotationDraft> {
  const headAt = rows.slice(0, mostAbove).findIndex(isHead);
  const head = rows[headAt];
  if (head === undefined) throw new ExchangeFault(noTable);
  const columns = columnsOf(head);
  const above = rows.slice(0, headAt).filter((row) => !isBlankRow(row));
  if (above.length > 0) {
    report.remark(`Rows above the names of the columns were passed over: ${above.length}.`);
  }
  const isOurs = kindOf(head) === 'own';
  tellPassedOver(head, columns, rows.slice(headAt), report);
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    if (index <= headAt || isBlankRow(row)) continue;
    progress(index, rows.length - 1);
    const where = `row ${index + 1}`;
    if (unended.has(index)) {
      report.refuse(
        `${where}: “${quoted(row[0] ?? '')}”`,
        'A quotation mark in this row is never closed.',
      );
      continue;
    }
    if (!isBlankRow(row.slice(head.length))) {
      report.lose(
        'Cells beyond the last column',
        'These rows have more cells than columns have names. Words with a comma or semicolon in them must stand in quotation marks.',
        where,
      );
    }
    const cell = (column: AnnotationColumn): string =>
      unguardedCell(row[columns.get(column) ?? -1] ?? '');
    const selector = selectorOf(cell);
    if (selector === null) {
      report.refuse(where, 'The row has no quotation.');
      continue;
    }
    const id = cell('id').trim().toLowerCase();
    const target = targetOf(cell);
    const said = keyOf(
      uuid.test(id) ? id : placeKey(target, selector, cell('author').trim()),
      seen,
    );
    // An id that follows from the place alone: the time in the row may be another the next time.
    const key = uuid.test(said) ? said : derivedId(['annotation row', said], null);
    const number = /^\d+:(\d{1,9})$/.exec(cell('number').trim())?.[1];
    tellUnread(cell, selector, target, where, report);
    yield {
      kind: 'annotation',
      key,
      where: `${where}: “${quoted(selector.quote ?? '')}”`,
      target,
      selector,
      tags: readTagList(cell('tags'), isOurs ? ';' : ';,|\n').map((path) => ({ path })),
      note: noteOf(cell('note')),
      author: cell('author').trim() || null,
      createdAt: timeIn(cell('created').trim()),
      ...(number === undefined ? {} : { number: Number(number) }),
    };
  }
}

/** The first words of a quotation, by which people find their row. */
function quoted(quote: string): string {
  const line = quote.replace(/\s+/gu, ' ').trim();
  return line.length <= 60 ? line : `${[...line.slice(0, 60)].slice(0, -1).join('')}…`;
}

function columnsOf(head: readonly string[]): ReadonlyMap<AnnotationColumn, number> {
  const found = new Map<AnnotationColumn, number>();
  const all = Object.entries(annotationColumns) as [AnnotationColumn, string][];
  const folded = head.map((title) => foldTagName(title.replace(/^\ufeff/, '')));
  for (const [column, title] of all) {
    const names = [foldTagName(title), ...(foreignColumns[column] ?? [])];
    // In the order of the names: the surest one counts, wherever it stands.
    const name = names.find((one) => folded.includes(one));
    const index = name === undefined ? -1 : folded.indexOf(name);
    if (index !== -1 && ![...found.values()].includes(index)) found.set(column, index);
  }
  return found;
}

/** What stands in columns that are not read, and in ours that only name other records. */
function tellPassedOver(
  head: readonly string[],
  columns: ReadonlyMap<AnnotationColumn, number>,
  rows: readonly (readonly string[])[],
  report: ImportContext['report'],
): void {
  const named = new Map([...columns].map(([column, index]) => [index, column]));
  for (const [index, title] of head.entries()) {
    const column = named.get(index);
    const filled = rows.slice(1).filter((row) => (row[index] ?? '').trim() !== '').length;
    if (filled === 0) continue;
    if (column === undefined) {
      report.lose(
        'Columns that annotations have no place for',
        'They were passed over.',
        title.trim() === '' ? `column ${index + 1}` : `“${title.trim()}”`,
        filled,
      );
    } else if (column === 'links' || column === 'claims') {
      report.lose(
        `The column “${title.trim()}”`,
        'A table of annotations only names what they are linked with.',
        null,
        filled,
      );
    }
  }
}

function selectorOf(cell: (column: AnnotationColumn) => string): DraftSelector | null {
  const quote = cell('quote');
  if (quote.trim() === '') return null;
  const [start, end] = [cell('start').trim(), cell('end').trim()];
  const [prefix, suffix] = [cell('prefix'), cell('suffix')];
  const isPlace = /^\d{1,9}$/.test(start) && /^\d{1,9}$/.test(end) && Number(start) < Number(end);
  return {
    quote,
    ...(prefix === '' ? {} : { prefix }),
    ...(suffix === '' ? {} : { suffix }),
    ...(isPlace
      ? { position: { start: Number(start), end: Number(end), unit: 'utf-16' as const } }
      : {}),
  };
}

function targetOf(cell: (column: AnnotationColumn) => string): ArticleTarget {
  const known = (column: AnnotationColumn): string | null => {
    const value = cell(column)
      .replace(/\s\(guess\)$/, '')
      .trim();
    return value === '' ? null : value;
  };
  const [revision, url, title] = [known('hash')?.toLowerCase(), known('url'), known('article')];
  const [outlet, published] = [known('outlet'), known('published')];
  return {
    ...(revision !== undefined && hash.test(revision)
      ? { hash: revision as NonNullable<ArticleTarget['hash']> }
      : {}),
    ...(url === null ? {} : { url }),
    ...(title === null ? {} : { title }),
    ...(outlet === null ? {} : { outlet }),
    ...(published === null ? {} : { published }),
    byQuote: true,
  };
}

/** What tells a row that has no id of ours: its article, its place and its words. Tags, note and author may change. */
function placeKey(
  target: ArticleTarget,
  { quote, position, prefix }: DraftSelector,
  author: string,
): string {
  const article = target.hash ?? target.url ?? [target.title, target.outlet, target.published];
  const place = [article, position?.start ?? prefix ?? null, position?.end ?? null, quote];
  // What two people marked at one place is two annotations. Left out where it is not said, as it always was.
  return JSON.stringify(author === '' ? place : [...place, author]);
}

/** A time in one of the forms that tables have, ISO 8601 where it can be read; else as it stands, which the frame reports. */
function timeIn(written: string): string | null {
  if (written === '') return null;
  return instantOf(written) === null ? (readPublished(written) ?? written) : written;
}

/** What stands in a row's cells and is not taken, since it has not the form of such a thing. */
function tellUnread(
  cell: (column: AnnotationColumn) => string,
  { position }: DraftSelector,
  target: ArticleTarget,
  where: string,
  report: ImportContext['report'],
): void {
  const lose = (column: AnnotationColumn, why: string): void => {
    const value = cell(column).trim();
    if (value === '') return;
    const what = `Cells of “${annotationColumns[column]}” that could not be read`;
    report.lose(what, why, `${where}: ${value}`);
  };
  if (position === undefined) {
    const why =
      'They are no numbers, or the end is not behind the start. The words were looked for.';
    lose('start', why);
    lose('end', why);
  }
  if (target.hash === undefined)
    lose('hash', 'They are no SHA-256. Articles were found by the rest.');
  if (!/^\d+:\d{1,9}$/.test(cell('number').trim())) {
    lose('number', 'They are no numbers such as 3:10. The next free ones were given.');
  }
  if (!uuid.test(cell('id').trim().toLowerCase())) {
    lose(
      'id',
      'They are no ids of this program. Rows are known again by article, place and words.',
    );
  }
}

/** Two rows that say the same are one annotation twice: the second gets a key of its own. */
function keyOf(said: string, seen: Set<string>): string {
  let key = said;
  for (let copy = 2; seen.has(key); copy += 1) key = `${said}\u001f${copy}`;
  seen.add(key);
  return key;
}
