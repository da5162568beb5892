import type { Session } from '../session.ts';
import type { ClustersState, ParallelsState } from './parallels-state.ts';

/** Changes what the window shows of parallel passages. */
export function setParallels(session: Session, patch: Partial<ParallelsState>): void {
  session.set({ parallels: { ...session.get().parallels, ...patch } });
}

/** Changes what it shows of clusters. */
export function setClusters(session: Session, patch: Partial<ClustersState>): void {
  const { clusters } = session.get().parallels;
  setParallels(session, { clusters: { ...clusters, ...patch } });
}
