import type { Session } from '../session.ts';
import { matrixShown } from './matrix-shown.ts';
import { goToCell } from './matrix-side.ts';
import { changeMatrixView, matrixView, mostKept } from './matrix-view.ts';

/** Leaves a column out of the matrix; the keyboard goes to the one after it. */
export function hideColumn(session: Session, columnId: string): void {
  const { columns, columnIndexOf, columnOf } = matrixShown(session);
  const index = columnIndexOf(columnId);
  const next = columns[index + 1] ?? columns[index - 1] ?? null;
  const title = columnOf(columnId)?.title ?? '';
  const { hidden, pinned } = matrixView(session);
  changeMatrixView(session, {
    hidden: [...hidden, columnId],
    pinned: pinned.filter((id) => id !== columnId),
  });
  const { place } = session.get().matrix;
  if (place.columnId === columnId) goToCell(session, { ...place, columnId: next?.id ?? null });
  session.say(`${title} is hidden. The menu “View” shows it again.`);
}

/** Shows a column that was hidden. */
export function showColumn(session: Session, columnId: string): void {
  const { hidden } = matrixView(session);
  changeMatrixView(session, { hidden: hidden.filter((id) => id !== columnId) });
}

/** Keeps a column at the beginning, however far the matrix is scrolled, or lets it go again. */
export function pinColumn(session: Session, columnId: string): void {
  const { pinned } = matrixView(session);
  const others = pinned.filter((id) => id !== columnId);
  const isPinned = others.length < pinned.length;
  changeMatrixView(session, { pinned: isPinned ? others : [...others, columnId] });
  const title = matrixShown(session).columnOf(columnId)?.title ?? '';
  session.say(isPinned ? `${title} is not pinned any more.` : `${title} is pinned.`);
}

/** Moves a column one place to the left (-1) or right (1), among the pinned ones or those of its group. */
export function stepColumn(session: Session, columnId: string, direction: 1 | -1): void {
  const { columns, columnIndexOf } = matrixShown(session);
  const index = columnIndexOf(columnId);
  const other = columns[index + direction];
  const column = columns[index];
  if (column === undefined || other === undefined) return;
  if (column.isPinned !== other.isPinned || column.group !== other.group) {
    session.say('A column stays in its group.');
    return;
  }
  // To the left the neighbour goes behind it: what stands before that may be of another group.
  if (direction === 1) moveColumn(session, columnId, other.id);
  else moveColumn(session, other.id, columnId);
  session.say(`${column.title}: column ${index + direction + 1} of ${columns.length}.`);
}

/** Puts a column right behind another one, or at the beginning (`null`). */
export function moveColumn(session: Session, columnId: string, after: string | null): void {
  if (after === columnId) return;
  const view = matrixView(session);
  const { columnOf } = matrixShown(session);
  if (view.pinned.includes(columnId)) {
    const others = view.pinned.filter((id) => id !== columnId);
    const place = after === null ? 0 : others.indexOf(after) + 1;
    changeMatrixView(session, { pinned: others.toSpliced(place, 0, columnId) });
    return;
  }
  // Behind a pinned column means before all that are not.
  const isPinned = after !== null && columnOf(after)?.isPinned === true;
  const move = { id: columnId, after: isPinned ? null : after };
  // An earlier move of it stays: others may have been moved behind it where it stood then.
  changeMatrixView(session, { moves: [...view.moves, move].slice(-mostKept) });
}

/** Folds the parts of a claim away, or lists them again. */
export function toggleClaimParts(session: Session, claimId: string): void {
  const { folded } = matrixView(session);
  const others = folded.filter((id) => id !== claimId);
  changeMatrixView(session, {
    folded: others.length < folded.length ? others : [...folded, claimId],
  });
}
