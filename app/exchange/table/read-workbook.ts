import { ExchangeFault, type ExchangeReader, type ImportContext } from '../exchange-format.ts';
import { isCompoundFile, openWorkbook, type WorkbookSheet } from '../workbook/open-workbook.ts';
import type { EmptyCell } from '../workbook/sheet-rows.ts';
import { claimHead, isMatrixHead, matrixGoesOut } from './claim-head.ts';
import { annotationDrafts, annotationHead } from './read-annotation-table.ts';
import { claimDrafts } from './read-claim-rows.ts';
import { linkDrafts, linkHead } from './read-link-rows.ts';
import { tableBooks } from './read-list-tables.ts';
import { type HeadedTable, headedTable, type TableRow } from './table-source.ts';

/** What a sheet holds, in the order in which sheets are read: what others name comes before them. */
const kinds = ['annotations', 'claims', 'passages', 'links', 'matrix'] as const;

type SheetKind = (typeof kinds)[number];

interface KnownSheet {
  readonly kind: SheetKind;
  readonly name: string;
  readonly table: HeadedTable;
}

const noTable =
  'No sheet of this workbook names columns of annotations (“Quotation”), claims (“Wording”) or links (“From words”, “Relation”, “To words”) in its first rows. Name the columns so, or choose another file.';

/**
 * Annotations, claims and links from the sheets of a workbook (XLSX): our own, or those of other programs by the names of their
 * columns (rule J21). What each sheet holds is told by its columns; their names and order do not matter.
 */
export const workbookReader: ExchangeReader = {
  id: 'workbook',
  recognise({ name, bytes, names }) {
    if (names.some((one) => /^xl\/(?:workbook\d*\.(?:xml|bin)$|worksheets\/)/i.test(one)))
      return 0.9;
    return isCompoundFile(bytes) && /\.(?:xls[xmb]?|xlt[xm]?)$/i.test(name) ? 0.9 : 0;
  },
  async *read(input, context) {
    const [file] = input.files;
    if (file === undefined) throw new ExchangeFault('There is no file to read.');
    const { report, unpack } = context;
    const sheets = await openWorkbook(file, unpack);
    const known: KnownSheet[] = [];
    for (const [index, sheet] of sheets.entries()) {
      const progress = (done: number, total: number): void =>
        context.progress(index + done / Math.max(1, total), sheets.length);
      const found = await knownSheet(sheet, progress, report);
      if (found === null) continue;
      if (typeof found === 'object') known.push(found);
      else if (found === 'unknown') {
        const why = 'its first rows name no columns of annotations, claims or links';
        report.remark(`The sheet “${sheet.name}” was passed over: ${why}.`);
      }
    }
    const read = known.filter(({ kind }) => kind !== 'matrix');
    for (const { kind, name } of known) {
      if (kind === 'matrix') report.remark(`The sheet “${name}” was passed over. ${matrixGoesOut}`);
    }
    if (read.length === 0) throw new ExchangeFault(known.length > 0 ? matrixGoesOut : noTable);
    const books = tableBooks(context);
    read.sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));
    const has = (wanted: SheetKind): boolean => read.some(({ kind }) => kind === wanted);
    for (const { kind, table } of read) {
      if (kind === 'annotations') yield* annotationDrafts(table, context, { ...books, has });
      else if (kind === 'links') yield* linkDrafts(table, context, books);
      else yield* claimDrafts(table, context, books);
    }
  },
};

/** A sheet whose columns are known, ready to be read; `null`: it is empty. */
async function knownSheet(
  sheet: WorkbookSheet,
  progress: (done: number, total: number) => void,
  report: ImportContext['report'],
): Promise<KnownSheet | 'unknown' | null> {
  const where = `sheet “${sheet.name}”, `;
  let isEmpty = true;
  const onEmpty = (what: EmptyCell, place: string): void => tellEmpty(report, what, where + place);
  async function* rows(): AsyncGenerator<TableRow> {
    for await (const row of sheet.rows(onEmpty, progress)) {
      isEmpty = false;
      yield { ...row, isUnended: false };
    }
  }
  const isHead = (row: readonly string[]): boolean => kindOf(row) !== null;
  const table = await headedTable(rows(), isHead, { where, isGuarded: false });
  const kind = table === null ? null : kindOf(table.head);
  if (table === null || kind === null) return isEmpty ? null : 'unknown';
  return { kind, name: sheet.name, table };
}

function tellEmpty(report: ImportContext['report'], what: EmptyCell, place: string): void {
  if (what === 'error') {
    const why = 'The spreadsheet shows “#N/A” or the like there. They were taken as empty.';
    report.lose('Cells with an error', why, place);
  } else {
    const why = 'Nobody has worked them out. Open the workbook in a spreadsheet and save it again.';
    report.lose('Formulas without a value', why, place);
  }
}

/** What a row is the head of: of several the one that it was surely written for. */
function kindOf(row: readonly string[]): SheetKind | null {
  const [links, claims, annotations] = [linkHead(row), claimHead(row), annotationHead(row)];
  for (const sure of ['own', 'other']) {
    if (links === sure && annotations === null) return 'links';
    if (claims === sure) return isOfPassages(row) ? 'passages' : 'claims';
    if (annotations === sure) return 'annotations';
  }
  return isMatrixHead(row) ? 'matrix' : null;
}

/** Whether claims are only named, as on our sheet of passages: those with their facts are read before. */
function isOfPassages(row: readonly string[]): boolean {
  const heads = new Set(row.map((title) => title.trim().toLowerCase()));
  return heads.has('stance') && !heads.has('status') && !heads.has('speaker');
}
