import type { Command } from '../command.ts';
import { claimsShownAs, showMatrix } from '../matrix/claims-as.ts';
import { askStance, askToFileSelection, canFileSelection } from '../matrix/matrix-evidence.ts';
import { cellHere, searchCell } from '../matrix/matrix-side.ts';
import { confirmCellSilence } from '../matrix/matrix-silence.ts';
import type { Session } from '../session.ts';

/** Whether a cell of the matrix is before the analyst. */
function isAtCell(session: Session): boolean {
  const { view } = session.get();
  return view === 'claims' && claimsShownAs(session) === 'matrix' && cellHere(session) !== null;
}

/** The matrix of claims and articles. Its single letters are its own: in a text they mean something else. */
export const matrixCommands: readonly Command[] = [
  {
    id: 'view.matrix',
    title: 'Show the matrix',
    group: 'View',
    key: 'Mod+Alt+M',
    scope: 'project',
    run: showMatrix,
  },
  {
    id: 'matrix.file',
    title: 'File the selection under the claim of the matrix',
    group: 'Annotate',
    key: 'a',
    scope: 'reader',
    changes: true,
    enabled: canFileSelection,
    run: askToFileSelection,
  },
  {
    id: 'matrix.search',
    title: 'Search the article of the cell for the claim (E)',
    group: 'View',
    scope: 'project',
    enabled: isAtCell,
    run: searchCell,
  },
  {
    id: 'matrix.silence',
    title: 'Confirm that the article of the cell is silent (M)',
    group: 'Annotate',
    scope: 'project',
    changes: true,
    enabled: isAtCell,
    run: confirmCellSilence,
  },
  {
    id: 'matrix.stance',
    title: 'Change the stance of the cell’s passages (S)',
    group: 'Annotate',
    scope: 'project',
    changes: true,
    enabled: isAtCell,
    run: askStance,
  },
];
