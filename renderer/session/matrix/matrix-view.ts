import {
  defaultMatrixView,
  type MatrixView,
  matrixViewSetting,
  readMatrixView,
} from '../../../app/claim/matrix-view.ts';
import type { Session } from '../session.ts';
import { viewSetting } from '../view-setting.ts';

/** For the choices of the screens. */
export { matrixSorts } from '../../../app/claim/matrix-rows.ts';
export {
  columnGroups,
  columnKinds,
  type MatrixView,
  mostKept,
} from '../../../app/claim/matrix-view.ts';

const setting = viewSetting<MatrixView>({
  name: matrixViewSetting,
  changeName: 'Change the view of the matrix',
  initial: defaultMatrixView,
  read: readMatrixView,
});

/** What is shown: the project's choice, or this window's where nothing may be written. The same object until it changes. */
export function matrixView(session: Session): MatrixView {
  return session.get().matrix.view ?? setting.stored(session.store.records);
}

/** Changes how the matrix is shown. Kept with the project; no step of undo. */
export function changeMatrixView(session: Session, patch: Partial<MatrixView>): void {
  const view = { ...matrixView(session), ...patch };
  if (session.store.project.readOnly !== null) {
    session.set({ matrix: { ...session.get().matrix, view } });
  } else setting.store(session, view);
}
