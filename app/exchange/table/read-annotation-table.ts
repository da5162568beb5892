import {
  ExchangeFault,
  type ExchangeReader,
  type ImportContext,
  type ImportHead,
} from '../exchange-format.ts';
import type { AnnotationDraft, ArticleTarget, DraftSelector } from '../import-draft.ts';
import { type AnnotationColumn, annotationColumns, annotationShape } from './annotation-columns.ts';
import { firstWords, namedRows } from './named-rows.ts';
import { noteOf } from './note-words.ts';
import type { PassageBook } from './passage-book.ts';
import type { HeadKind } from './read-rows.ts';
import {
  idIn,
  keyOfPlace,
  numberIn,
  type PassageCells,
  placeKey,
  selectorIn,
  targetIn,
} from './row-passage.ts';
import { timeIn } from './row-time.ts';
import { columnsOf } from './table-columns.ts';
import { type HeadedTable, headedTable, headIn, textRows } from './table-source.ts';
import { readTagList } from './tag-list.ts';

/** Part of every workbook (XLSX). */
const workbookPart = 'xl/workbook.xml';
const noTable =
  'The first row names no column “Quotation” (or “Quote”, “Text”, “Highlight”). Name the column of the quoted words so, or choose another file.';
const namesOnly = 'A table of annotations only names what they are linked with.';

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
    const rows = textRows(file, annotationHead, context.progress);
    const isHead = (row: readonly string[]): boolean => annotationHead(row) !== null;
    const table = await headedTable(rows, isHead, { where: '', isGuarded: true });
    if (table === null) throw new ExchangeFault(noTable);
    yield* annotationDrafts(table, context, null);
  },
};

function recognise({ name, names, text }: ImportHead): number {
  // Read as such it is told what to do with it.
  if (names.includes(workbookPart)) return 0.4;
  const head = headIn(text, annotationHead);
  const kind = annotationHead(head);
  if (kind === null) return 0;
  if (kind === 'own') return 0.95;
  return /\.(?:csv|tsv|txt)$/i.test(name) && head.length > 1 ? 0.5 : 0;
}

/** Whether a row names the columns of a table of annotations, ours or another's. */
export function annotationHead(row: readonly string[]): HeadKind {
  const columns = columnsOf(row, annotationShape);
  if (!columns.has('quote')) return null;
  return columns.has('hash') && columns.has('start') ? 'own' : 'other';
}

/**
 * The annotations of a table.
 *
 * @param file the other tables of the same file: `passages` takes what came, so that they find it; `has` says which there are, of
 * which the table need not tell that it only names them. `null`: there are no others
 */
export async function* annotationDrafts(
  table: HeadedTable,
  { report }: ImportContext,
  file: { readonly passages: PassageBook; has(kind: 'links' | 'claims'): boolean } | null,
): AsyncGenerator<AnnotationDraft> {
  const isOurs = annotationHead(table.head) === 'own';
  const seen = new Set<string>();
  const unread = {
    what: 'Columns that annotations have no place for',
    naming: {
      ...(file?.has('links') ? {} : { links: namesOnly }),
      ...(file?.has('claims') ? {} : { claims: namesOnly }),
    },
  };
  const columns = columnsOf(table.head, annotationShape);
  for await (const { where, cell } of namedRows(table, columns, unread, report)) {
    const cells = passageCells(cell);
    const selector = selectorIn(cells);
    if (selector === null) {
      report.refuse(where, 'The row has no quotation.');
      continue;
    }
    const target = targetIn(cells);
    const author = cell('author').trim();
    const id = idIn(cell('id'));
    const place = placeKey(target, selector, author);
    const said = keyOf(id ?? place, seen);
    const key = said === id ? id : keyOfPlace(said);
    const number = numberIn(cell('number'));
    tellUnread(cell, selector, target, where, report);
    file?.passages.note(key, id === null ? placeKey(target, selector, '') : null);
    yield {
      kind: 'annotation',
      key,
      where: `${where}: “${firstWords(selector.quote ?? '')}”`,
      target,
      selector,
      tags: readTagList(cell('tags'), isOurs ? ';' : ';,|\n').map((path) => ({ path })),
      note: noteOf(cell('note')),
      author: author || null,
      createdAt: timeIn(cell('created')),
      ...(number === null ? {} : { number }),
    };
  }
}

function passageCells(cell: (column: AnnotationColumn) => string): PassageCells {
  return {
    quote: cell('quote'),
    start: cell('start'),
    end: cell('end'),
    prefix: cell('prefix'),
    suffix: cell('suffix'),
    hash: cell('hash'),
    url: cell('url'),
    article: cell('article'),
    outlet: cell('outlet'),
    published: cell('published'),
  };
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
  if (numberIn(cell('number')) === null) {
    lose('number', 'They are no numbers such as 3:10. The next free ones were given.');
  }
  if (idIn(cell('id')) === null) {
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
