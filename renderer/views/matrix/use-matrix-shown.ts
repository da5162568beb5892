import { useSyncExternalStore } from 'react';
import { type MatrixShown, matrixShown } from '../../session/matrix/matrix-shown.ts';
import { useSession } from '../parts/session-context.ts';

/** What the matrix shows; drawn anew when that is something else. */
export function useMatrixShown(): MatrixShown {
  const session = useSession();
  const { records } = session.store;
  return useSyncExternalStore(
    (listener) => {
      const stops = [records.subscribe(listener), session.state.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    () => matrixShown(session),
  );
}
