import type { ReactNode } from 'react';
import { countOf } from '../../session/article-list.ts';
import { narrowHistory, refreshHistory } from '../../session/history/history.ts';
import { isNarrowed, noHistoryChoice } from '../../session/history/history-state.ts';
import { useSession, useSessionState, useStoreState } from '../parts/session-context.ts';
import { HistoryGrid } from './history-grid.tsx';
import { HistoryHead } from './history-head.tsx';

/** Who changed what and when, from the journal. */
export function HistoryView(): ReactNode {
  const problem = useSessionState(({ history }) => history.problem);
  const total = useSessionState(({ history }) => history.total);
  const complete = useSessionState(({ history }) => history.complete);
  const asked = useSessionState(({ history }) => history.upTo !== null);
  return (
    <section className="history" aria-label="History">
      <HistoryHead />
      <Newer />
      {problem !== null ? (
        <p className="empty" role="alert">
          {problem}
        </p>
      ) : total > 0 ? (
        <HistoryGrid />
      ) : (
        <div className="history-empty" data-begin tabIndex={-1}>
          {asked && complete ? <Nothing /> : <p className="empty">Reading the journal…</p>}
        </div>
      )}
    </section>
  );
}

function Nothing(): ReactNode {
  const session = useSession();
  const narrowed = useSessionState(({ history }) => isNarrowed(history.choice));
  if (!narrowed) return <p className="empty">Nothing has been changed in this project yet.</p>;
  return (
    <>
      <p className="empty">No change is like that.</p>
      <button
        type="button"
        className="button"
        onClick={() => narrowHistory(session, noHistoryChoice)}
      >
        Show all changes
      </button>
    </>
  );
}

/** What was done since the list was made: it does not move under the analyst's hands. */
function Newer(): ReactNode {
  const session = useSession();
  const sequence = useStoreState((store) => store.sequence);
  const upTo = useSessionState(({ history }) => history.upTo);
  const count = upTo === null ? 0 : sequence - upTo;
  if (count <= 0) return null;
  return (
    <p className="history-newer" role="status">
      {countOf(count, 'newer change')}
      <button type="button" className="button quiet" onClick={() => void refreshHistory(session)}>
        Show
      </button>
    </p>
  );
}
