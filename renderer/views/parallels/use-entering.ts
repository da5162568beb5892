import { type RefObject, useEffect } from 'react';
import type { ClustersState } from '../../session/parallels/parallels-state.ts';
import { setClusters } from '../../session/parallels/set-parallels.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';

/** Gives an element the keyboard once it is drawn, where the analyst went to it before it was. */
export function useEntering(
  element: RefObject<HTMLElement | null>,
  which: NonNullable<ClustersState['enter']>,
): void {
  const session = useSession();
  const isWanted = useSessionState((state) => state.parallels.clusters.enter === which);
  useEffect(() => {
    if (!isWanted || element.current === null) return;
    element.current.focus();
    setClusters(session, { enter: null });
  }, [session, isWanted, element]);
}
