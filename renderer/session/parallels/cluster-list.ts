import type { ClusterSuggestion } from '../../../app/host/suggestions.ts';
import type { Session } from '../session.ts';
import { failureText } from './failure-text.ts';
import { chooseCluster, readOpenCluster } from './open-cluster.ts';
import { parallelsView } from './parallels-view.ts';
import { setClusters } from './set-parallels.ts';

/** So many clusters are read at once. */
export const clusterPage = 100;

/** So many pages are kept, those asked for last. */
const mostPages = 20;

const asking = new WeakMap<Session, Set<string>>();

/** The cluster at a place of the list; `null`: it is not read yet. */
export function clusterAt(
  pages: ReadonlyMap<number, readonly ClusterSuggestion[]>,
  index: number,
): ClusterSuggestion | null {
  return pages.get(Math.floor(index / clusterPage))?.[index % clusterPage] ?? null;
}

/** Reads a page of the list of clusters, unless it is there or on its way. Best first, formulas at the end. */
export async function askClusters(session: Session, page: number): Promise<void> {
  const { store } = session;
  const { clusters, told } = session.get().parallels;
  const version = told?.version ?? -1;
  if (clusters.version === version && clusters.pages.has(page)) return;
  const { formulas } = parallelsView(session);
  const key = `${page} ${version} ${formulas}`;
  const asked = asking.get(session) ?? new Set();
  asking.set(session, asked);
  if (asked.has(key)) return;
  asked.add(key);
  try {
    const answer = await session.host.listSuggestions({
      kinds: ['cluster'],
      articleId: null,
      leastScores: {},
      formulas,
      offset: page * clusterPage,
      limit: clusterPage,
    });
    if (!session.hasProject || session.store !== store) return;
    if (formulas !== parallelsView(session).formulas) return;
    const found = answer.suggestions.filter((one) => one.kind === 'cluster');
    const present = session.get().parallels.clusters;
    // The first answer of another version ends what was read before it.
    const kept = present.version === version ? [...present.pages] : [];
    const pages = [...kept.filter(([index]) => index !== page), [page, found] as const];
    setClusters(session, {
      pages: new Map(pages.slice(-mostPages)),
      total: answer.total,
      version,
      failure: null,
    });
    const [first] = found;
    if (session.get().parallels.clusters.at === null && first !== undefined) {
      chooseCluster(session, first.key);
    }
  } catch (error) {
    if (session.hasProject && session.store === store) {
      setClusters(session, { failure: failureText(error) });
    }
  } finally {
    asked.delete(key);
  }
}

/** Reads what is on the screen of the clusters again, where that is looked at. */
export function followClusters(session: Session): void {
  const { view, parallels } = session.get();
  if (view !== 'links' || parallels.clusters.version === -1) return;
  const [page = 0] = [...parallels.clusters.pages.keys()].slice(-1);
  void askClusters(session, page);
  void readOpenCluster(session);
}

/** The list has to be read anew: other clusters are wanted. What is shown stays until the answer is here. */
export function forgetClusters(session: Session): void {
  setClusters(session, { version: -2 });
  void askClusters(session, 0);
}
