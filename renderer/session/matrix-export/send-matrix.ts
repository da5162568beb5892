import {
  type MatrixContent,
  matrixCellBlocks,
  matrixTable,
} from '../../../app/brief/matrix-table.ts';
import type { ClaimId } from '../../../app/record/ids.ts';
import { countOf } from '../article-list.ts';
import { matrixShown } from '../matrix/matrix-shown.ts';
import type { Session } from '../session.ts';
import { appendToBrief } from '../writing/brief.ts';

/** So many cells are a table that can be read and written in; more are an export. */
const mostInBrief = 1_000;

/** Puts what the matrix shows at the end of the current brief as a table, as one change (rule X23). */
export async function sendMatrixToBrief(session: Session): Promise<void> {
  await session.store.whenComplete();
  const shown = matrixShown(session);
  const { rows, columns } = shown;
  if (rows.length === 0 || columns.length === 0) {
    session.say('There is nothing to send: no claim or no column is shown.');
    return;
  }
  if (rows.length * columns.length > mostInBrief) {
    session.say(
      `The matrix has too many cells for a brief. Filter the claims or hide columns until there are ${mostInBrief.toLocaleString('en')} or fewer, or export it.`,
    );
    return;
  }
  const size = `${countOf(rows.length, 'claim')} × ${countOf(columns.length, 'column')}`;
  appendToBrief(session, [matrixTable(shown)], `the matrix, ${size}`);
}

/**
 * Puts what has the keyboard in the matrix at the end of the current brief: a cell with its passages as quotations, a claim
 * with its row as a table of those columns that say something of it. The heads are neither.
 */
export async function sendPlaceToBrief(session: Session): Promise<void> {
  const { claimId, columnId } = session.get().matrix.place;
  if (claimId === null) session.say('Go to a claim or a cell first.');
  else if (columnId === null) await sendRowToBrief(session, claimId);
  else await sendCellToBrief(session, claimId, columnId);
}

async function sendRowToBrief(session: Session, claimId: ClaimId): Promise<void> {
  await session.store.whenComplete();
  const shown = matrixShown(session);
  const row = shown.rows.find(({ claim }) => claim.id === claimId);
  if (row === undefined) return;
  const columns = shown.columns.filter(({ id }) => {
    const cell = shown.cellOf(claimId, id);
    return cell?.kind === 'evidence' || cell?.kind === 'silent';
  });
  if (columns.length === 0) {
    session.say(`No column says anything of C${row.claim.number} yet.`);
    return;
  }
  const content: MatrixContent = { columns, rows: [row], cellOf: shown.cellOf };
  appendToBrief(session, [matrixTable(content)], `the row of C${row.claim.number}`);
}

async function sendCellToBrief(
  session: Session,
  claimId: ClaimId,
  columnId: string,
): Promise<void> {
  await session.store.whenComplete();
  const shown = matrixShown(session);
  const claim = session.store.records.get('claim', claimId);
  const column = shown.columnOf(columnId);
  const cell = shown.cellOf(claimId, columnId);
  if (claim === null || column === null || cell === null) return;
  const what = `C${claim.number} in ${column.title}`;
  appendToBrief(session, matrixCellBlocks(claim, column, cell), what);
}
