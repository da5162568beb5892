import {
  ExchangeFault,
  type ExchangeReader,
  type ImportContext,
  type ImportHead,
} from '../exchange-format.ts';
import type { ImportDraft } from '../import-draft.ts';
import { ClaimBook } from './claim-book.ts';
import { claimHead, isMatrixHead, matrixGoesOut } from './claim-head.ts';
import { PassageBook } from './passage-book.ts';
import { claimDrafts, type TableBooks } from './read-claim-rows.ts';
import { linkDrafts, linkHead } from './read-link-rows.ts';
import type { HeadKind } from './read-rows.ts';
import { type HeadedTable, headedTable, headIn, textRows } from './table-source.ts';

/** Claims with their passages from a table (CSV, also with semicolons or tabs): our own or another's (rule J21). */
export const claimTableReader: ExchangeReader = {
  id: 'claims-csv',
  recognise: (head) =>
    sureness(head, (row) => claimHead(row) ?? (isMatrixHead(row) ? 'other' : null)),
  read: (input, context) =>
    listDrafts(input, context, {
      kindOf: claimHead,
      drafts: claimDrafts,
      missing:
        'The first row names no column “Wording” (or “Claim”, “Statement”). Name the column of the claims so, or choose another file.',
    }),
};

/** Links from a table (CSV, also with semicolons or tabs): our own or another's (rule J21). */
export const linkTableReader: ExchangeReader = {
  id: 'links-csv',
  recognise: (head) => sureness(head, linkHead),
  read: (input, context) =>
    listDrafts(input, context, {
      kindOf: linkHead,
      drafts: linkDrafts,
      missing:
        'The first row names no columns “From words”, “Relation” and “To words” (or “From”, “Type”, “To”). Name the columns so, or choose another file.',
    }),
};

/** What the tables of one file know of one another, at its beginning. */
export function tableBooks(context: ImportContext): TableBooks {
  return { claims: new ClaimBook(context), passages: new PassageBook(context), facts: new Map() };
}

function sureness(
  { name, text }: ImportHead,
  kindOf: (row: readonly string[]) => HeadKind,
): number {
  const head = headIn(text, kindOf);
  const kind = kindOf(head);
  // A table of claims has all that one of annotations has: it must be surer.
  if (kind === 'own') return 0.97;
  return kind !== null && /\.(?:csv|tsv|txt)$/i.test(name) ? 0.55 : 0;
}

async function* listDrafts(
  { files }: Parameters<ExchangeReader['read']>[0],
  context: ImportContext,
  list: {
    kindOf(row: readonly string[]): HeadKind;
    drafts(
      table: HeadedTable,
      context: ImportContext,
      books: TableBooks,
    ): AsyncGenerator<ImportDraft>;
    readonly missing: string;
  },
): AsyncGenerator<ImportDraft> {
  const [file] = files;
  if (file === undefined) throw new ExchangeFault('There is no file to read.');
  let isMatrix = false;
  const isHead = (row: readonly string[]): boolean => {
    isMatrix ||= isMatrixHead(row);
    return isMatrix || list.kindOf(row) !== null;
  };
  const kindOf = (row: readonly string[]): HeadKind =>
    list.kindOf(row) ?? (isMatrixHead(row) ? 'other' : null);
  const rows = textRows(file, kindOf, context.progress);
  const table = await headedTable(rows, isHead, { where: '', isGuarded: true });
  if (isMatrix) throw new ExchangeFault(matrixGoesOut);
  if (table === null) throw new ExchangeFault(list.missing);
  yield* list.drafts(table, context, tableBooks(context));
}
