import type { Command } from '../command.ts';
import type { MatrixFormat } from '../matrix-export/export-matrix.ts';
import type { Session } from '../session.ts';

const group = 'Project';

function hasClaims(session: Session): boolean {
  return session.store.records.count('claim') > 0;
}

/** Exports what the matrix shows. The code that writes files is read now, not at the start. */
export async function exportMatrixAs(session: Session, format: MatrixFormat): Promise<void> {
  const { exportMatrix } = await import('../matrix-export/export-matrix.ts');
  await exportMatrix(session, format);
}

/** Puts the matrix, or what has the keyboard in it, at the end of the current brief. */
export async function sendToBriefFromMatrix(
  session: Session,
  what: 'matrix' | 'place',
): Promise<void> {
  if (session.store.project.readOnly !== null) return;
  const sending = await import('../matrix-export/send-matrix.ts');
  if (what === 'matrix') await sending.sendMatrixToBrief(session);
  else await sending.sendPlaceToBrief(session);
}

function exporting(format: MatrixFormat, name: string): Command {
  return {
    id: `matrix.export-${format}`,
    title: `Export the matrix as ${name}…`,
    group,
    scope: 'project',
    enabled: hasClaims,
    run: (session) => void exportMatrixAs(session, format),
  };
}

/** The matrix as a file and in the brief. */
export const matrixExportCommands: readonly Command[] = [
  exporting('xlsx', 'XLSX'),
  exporting('csv', 'CSV'),
  exporting('html', 'HTML'),
  {
    id: 'matrix.send',
    title: 'Send the matrix to the brief',
    group,
    scope: 'project',
    changes: true,
    enabled: hasClaims,
    run: (session) => void sendToBriefFromMatrix(session, 'matrix'),
  },
];
