import {
  type MatrixContent,
  matrixPassages,
  matrixTable,
} from '../../../app/brief/matrix-table.ts';
import { writeCsv } from '../../../app/exchange/csv.ts';
import { matrixGrid } from '../../../app/exchange/matrix-sheets.ts';
import { matrixWorkbook } from '../../../app/exchange/matrix-workbook.ts';
import { writeWorkbook } from '../../../app/exchange/table/write-workbook.ts';
import type { ExportedFile } from '../../../app/host/exported-file.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { countOf } from '../article-list.ts';
import { clustersOf, matrixShown } from '../matrix/matrix-shown.ts';
import { showFailure } from '../project.ts';
import type { Session } from '../session.ts';
import { checkMatrix, matrixBundle } from './checked-matrix.ts';
import { gathered, restful } from './gathered.ts';

/** What the matrix is exported as. */
export type MatrixFormat = 'xlsx' | 'csv' | 'html';

/** So many cells a page of HTML has at most: a browser takes a minute over more. */
const mostInPage = 50_000;
/** Excel's own limits: rows and columns of a sheet. */
const mostRows = 1_048_575;
const mostColumns = 16_383;

/**
 * Exports the matrix as it is shown: its rows and columns, in their order, what filters leave and nothing else. Every passage
 * is compared with its text first; where one differs nothing is written, and each is named (rules X20 to X22).
 */
export async function exportMatrix(session: Session, format: MatrixFormat): Promise<void> {
  session.flushDrafts();
  try {
    await session.store.whenComplete();
    const shown = matrixShown(session);
    const objection = objectionTo(shown, format);
    if (objection !== null) {
      session.say(objection);
      return;
    }
    const written =
      format === 'html'
        ? await exportPage(session, shown)
        : await exportGrid(session, shown, format);
    if (written === null) return;
    const { rows, columns } = shown;
    const size = `${countOf(rows.length, 'claim')} × ${countOf(columns.length, 'column')}`;
    session.say(`Exported ${size} to ${written}.`);
  } catch (error) {
    showFailure(session, 'The matrix could not be exported', error);
  }
}

function objectionTo({ rows, columns }: MatrixContent, format: MatrixFormat): string | null {
  if (rows.length === 0) return 'There is nothing to export: no claim is shown.';
  if (columns.length === 0) return 'There is nothing to export: no column is shown.';
  if (format === 'html' && rows.length * columns.length > mostInPage) {
    return 'The matrix is too large for a page. Filter the claims or hide columns first, or export it as XLSX.';
  }
  if (format === 'xlsx' && (rows.length > mostRows || columns.length > mostColumns)) {
    return 'The matrix is too large for a workbook. Filter the claims or hide columns first.';
  }
  return null;
}

/** Answers with the file's name; `null`: cancelled or refused. */
async function exportGrid(
  session: Session,
  content: MatrixContent,
  format: 'xlsx' | 'csv',
): Promise<string | null> {
  const { records, project } = session.store;
  const placed = await gathered(matrixPassages(content));
  const checked = await checkMatrix(session, placed);
  if (!checked.ok) {
    session.openDialog({ kind: 'export-refused', problems: checked.problems });
    return null;
  }
  const { quotation } = checked;
  const sources = { records, clusterOf: clustersOf(session.get().clusters), quotation };
  const suggestedName = `${project.name} matrix`;
  const file: ExportedFile =
    format === 'csv'
      ? {
          suggestedName,
          kind: 'csv',
          content: writeCsv(await gathered(matrixGrid(content, sources))),
        }
      : {
          ...{ suggestedName, kind: 'xlsx' },
          bytes: await writeWorkbook(matrixWorkbook(content, placed, sources), restful()),
        };
  return (await session.host.exportFile(file))?.fileName ?? null;
}

/** Main checks the quotations once more and writes the page as it writes a brief. */
async function exportPage(session: Session, content: MatrixContent): Promise<string | null> {
  const title = `${session.store.project.name}: claims and sources`;
  const bundle = matrixBundle(session, title, [explanation, matrixTable(content)]);
  const outcome = await session.host.exportBrief({ ...pageOptions, ...bundle });
  if (outcome.kind === 'refused') {
    session.openDialog({ kind: 'export-refused', problems: outcome.problems });
  }
  return outcome.kind === 'written' ? outcome.fileName : null;
}

/** As long as the matrix itself says: sources, and nothing of the writer's own. */
const pageOptions = { format: 'html', appendix: true, comments: false, wrap: false } as const;

const explanation: RichTextNode = {
  type: 'paragraph',
  content: [
    {
      type: 'text',
      text: '“Silent” is the analyst’s word that a source does not mention a claim, with the search that showed it. “Not yet checked”: nobody has looked. “Counts with”: the source copies another one.',
    },
  ],
};
