import { type ReactNode, useEffect } from 'react';
import { countOf } from '../../session/article-list.ts';
import { askClusters, forgetClusters } from '../../session/parallels/cluster-list.ts';
import { readOpenCluster } from '../../session/parallels/open-cluster.ts';
import { changeParallelsView } from '../../session/parallels/parallels-view.ts';
import { setClusters } from '../../session/parallels/set-parallels.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { ClusterList } from './cluster-list.tsx';
import { ClusterTable } from './cluster-table.tsx';
import { useParallelsView } from './use-shown-parallels.ts';

/** Passages that stand in three articles and more: the list of them, and the passages of one in a table. */
export function ClustersView(): ReactNode {
  const session = useSession();
  const total = useSessionState((state) => state.parallels.clusters.total);
  const at = useSessionState((state) => state.parallels.clusters.at);
  const failure = useSessionState((state) => state.parallels.clusters.failure);
  const told = useSessionState((state) => state.parallels.told);
  const { formulas } = useParallelsView();
  useEffect(() => {
    void askClusters(session, 0);
    void readOpenCluster(session);
    // The Desk was given the focus before the code of this view was read: it goes on to the list now, or to the passages.
    const { activeElement } = document;
    const isWaiting =
      activeElement === document.body ||
      (activeElement instanceof HTMLElement && activeElement.dataset.area === 'desk');
    if (isWaiting && session.get().parallels.clusters.enter === null) {
      setClusters(session, { enter: 'list' });
    }
  }, [session]);
  return (
    <div className="clusters-view">
      <div className="clusters-head">
        <span role="status" className="hint">
          {failure ?? statusInWords(total, told)}
        </span>
        <label className="parallels-formulas">
          <input
            type="checkbox"
            checked={formulas}
            onChange={(event) => {
              changeParallelsView(session, { formulas: event.target.checked });
              forgetClusters(session);
            }}
          />
          Formulas
        </label>
      </div>
      {total === 0 && at === null ? (
        <NoClusters isLooking={told?.state === 'looking'} />
      ) : (
        <div className="clusters-panes">
          <ClusterList />
          <ClusterTable />
        </div>
      )}
    </div>
  );
}

function statusInWords(
  total: number | null,
  told: { readonly state: string; readonly done: number; readonly total: number } | null,
): string {
  const found = total === null ? 'Reading the clusters…' : countOf(total, 'cluster');
  return told?.state === 'looking'
    ? `${found} so far: ${countOf(told.done, 'article')} of ${told.total.toLocaleString('en-GB')} looked through`
    : found;
}

function NoClusters({ isLooking }: { readonly isLooking: boolean }): ReactNode {
  return (
    <div className="desk-empty">
      <h2>{isLooking ? 'Still looking' : 'No clusters'}</h2>
      <p>
        A cluster is one passage that stands in three articles and more, in the same words or in
        others: an agency’s report, a quotation that everybody prints. The program finds them by
        itself as articles come in, and shows here who cut what and who credits whom.
      </p>
    </div>
  );
}
