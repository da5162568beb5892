import type { ReactNode } from 'react';
import type { ClusterSuggestion } from '../../../app/host/suggestions.ts';
import { countOf } from '../../session/article-list.ts';
import type { ClusterRow } from '../../session/parallels/cluster-rows.ts';
import { KeyLabel } from '../parts/key-label.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { rowActions } from './cluster-keys.ts';
import { useDecision } from './use-decision.ts';

/** What can be made of the open cluster, with the keys that do it in its table. */
export function ClusterActions(props: {
  readonly cluster: ClusterSuggestion | null;
  readonly rows: readonly ClusterRow[];
}): ReactNode {
  const session = useSession();
  const { cluster, rows } = props;
  const at = useSessionState((state) => state.parallels.clusters.row);
  const decision = useDecision(cluster?.key ?? '');
  const readOnly = session.store.project.readOnly !== null;
  if (cluster === null) return null;
  const chosen = rows.filter(({ isChosen }) => isChosen).length;
  const outcome = decision?.outcome === 'accepted' ? 'Claim made' : 'Dismissed';
  return (
    <span className="cluster-actions">
      <span className="count">
        {decision === null
          ? `${chosen} of ${countOf(rows.length, 'passage')} chosen`
          : `${outcome}. Undo takes it back.`}
      </span>
      {rowActions
        .filter(({ changes }) => !changes || (decision === null && !readOnly))
        .map((action) => (
          <button
            key={action.title}
            type="button"
            className="button quiet"
            onClick={() => action.run(session, rows.find(({ key }) => key === at) ?? null)}
          >
            {action.title}
            <KeyLabel value={action.key} />
          </button>
        ))}
    </span>
  );
}
