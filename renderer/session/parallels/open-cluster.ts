import { changeLinksView } from '../links/links-view.ts';
import type { Session } from '../session.ts';
import { failureText } from './failure-text.ts';
import { setClusters } from './set-parallels.ts';

/** What the table of the open cluster is called for `focusNamed`. */
export const clusterRowsName = 'passages of the cluster';

/** Shows the clusters of the project, as they were left, with the keyboard in their list. */
export function showClusters(session: Session): void {
  enterClusters(session, 'list');
}

function enterClusters(session: Session, enter: 'list' | 'rows'): void {
  session.flushDrafts();
  session.hush();
  changeLinksView(session, { as: 'clusters' });
  session.set({ view: 'links', claimId: null, annotationId: null });
  setClusters(session, { enter });
}

/**
 * Shows all passages of a cluster in one table, and puts the keyboard into it. One that is gone by now, because its texts
 * changed, is told of there.
 */
export function openCluster(session: Session, key: string): void {
  chooseCluster(session, key);
  enterClusters(session, 'rows');
}

/** Shows a cluster beside the list of them; the keyboard stays where it is. */
export function chooseCluster(session: Session, key: string): void {
  const { at } = session.get().parallels.clusters;
  if (at !== key)
    setClusters(session, { at: key, open: null, base: null, chosen: null, row: null });
  void readOpenCluster(session);
}

/**
 * Reads the open cluster again: it may have other passages by now. What is shown stays until the answer is here; an answer
 * that comes after another cluster was opened is not taken.
 */
export async function readOpenCluster(session: Session): Promise<void> {
  const { at: key } = session.get().parallels.clusters;
  if (key === null) return;
  const { store } = session;
  const isWanted = (): boolean =>
    session.hasProject && session.store === store && session.get().parallels.clusters.at === key;
  try {
    const open = await session.host.readCluster({ key });
    if (isWanted()) setClusters(session, { open: open ?? 'gone', failure: null });
  } catch (error) {
    if (isWanted()) setClusters(session, { failure: failureText(error) });
  }
}
