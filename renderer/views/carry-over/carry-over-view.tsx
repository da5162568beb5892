import { type ReactNode, useState } from 'react';
import { countOf, listArticle } from '../../session/article-list.ts';
import {
  acceptAll,
  acceptable,
  goOnCarrying,
  revisionName,
  stopCarrying,
  takeBackAtOnce,
} from '../../session/carry-over/carry-over.ts';
import { reviewed, stillCarried, waitingGroups } from '../../session/carry-over/carry-over-list.ts';
import { percentWords } from '../../session/carry-over/carry-over-words.ts';
import { setView } from '../../session/desk.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { WaitingDetail } from './waiting-detail.tsx';
import { WaitingList } from './waiting-list.tsx';

/** Annotations on earlier revisions whose words have changed, moved or gone: what became of each, and what to do. */
export function CarryOverView(): ReactNode {
  const state = useSessionState(({ carryOver }) => carryOver);
  const groups = useRecords((records) => waitingGroups(records, state.waiting));
  const one = useRecords((records) => reviewed(records, state));
  return (
    <section className="carry-view" aria-label="Carry over">
      <Head />
      {one === null ? (
        <Empty />
      ) : (
        <div className="carry-body">
          <WaitingList groups={groups} at={one.id} />
          <WaitingDetail one={one} />
        </div>
      )}
      <AtOnce />
    </section>
  );
}

/** Scores from which all may be accepted at one press. */
const steps = [0.95, 0.9, 0.8, 0.7];

function Head(): ReactNode {
  const session = useSession();
  const { waiting } = useSessionState(({ carryOver }) => carryOver);
  const groups = useRecords((records) => waitingGroups(records, waiting));
  const [from, setFrom] = useState(0.9);
  const moved = acceptable(session, 'moved').length;
  const above = acceptable(session, from).length;
  return (
    <header className="carry-head">
      <h2>Carry over</h2>
      {waiting.size > 0 && (
        <span className="carry-count">
          {countOf(waiting.size, 'annotation')} in {countOf(groups.length, 'article')}
        </span>
      )}
      <Progress />
      {waiting.size > 0 && (
        <span className="carry-bulk">
          <button
            type="button"
            className="button"
            disabled={moved === 0}
            onClick={() => acceptAll(session, 'moved')}
          >
            Accept all moved ({moved})
          </button>
          <label>
            <span className="visually-hidden">Score from which all are accepted</span>
            <select value={from} onChange={(event) => setFrom(Number(event.target.value))}>
              {steps.map((step) => (
                <option key={step} value={step}>
                  from {percentWords(step)}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            className="button"
            disabled={above === 0}
            onClick={() => acceptAll(session, from)}
          >
            Accept all from {percentWords(from)} ({above})
          </button>
        </span>
      )}
    </header>
  );
}

function Progress(): ReactNode {
  const session = useSession();
  const { running, stopped } = useSessionState(({ carryOver }) => carryOver);
  if (running !== null) {
    return (
      <span className="carry-progress">
        Looking through article {running.done + 1} of {running.total}…
        <button type="button" className="button quiet" onClick={() => stopCarrying(session)}>
          Stop
        </button>
      </span>
    );
  }
  if (stopped === 0) return null;
  return (
    <span className="carry-progress">
      {countOf(stopped, 'article')} not looked at yet
      <button type="button" className="button quiet" onClick={() => goOnCarrying(session)}>
        Go on
      </button>
    </span>
  );
}

function Empty(): ReactNode {
  const session = useSession();
  return (
    <div className="desk-empty" data-focus-name="carry-over" tabIndex={-1}>
      <h2>Nothing waits to be carried over</h2>
      <p>
        When an article gets a new revision, its annotations follow. Those whose words stand
        unchanged at their place go by themselves; all others come here, with the old and the new
        words side by side, for you to decide.
      </p>
      <p>
        <button
          type="button"
          className="button"
          data-begin=""
          onClick={() => {
            setView(session, 'read');
            session.panes.focus(session.get().activePane);
          }}
        >
          Back to the reader
        </button>
      </p>
    </div>
  );
}

/** How many of the last changes are offered to be taken back here; older ones are in the history. */
const mostShown = 5;

/** What went by itself in this window, to be put back where it was. */
function AtOnce(): ReactNode {
  const session = useSession();
  const { atOnce } = useSessionState(({ carryOver }) => carryOver);
  const articles = useRecords((records) => records.list('article'));
  // What was put back, or is there again, is another list of annotations.
  useRecords((records) => records.list('annotation'));
  const still = stillCarried(session.store.records, atOnce);
  if (still.length === 0) return null;
  return (
    <section className="carry-at-once" aria-label="Carried over at once">
      <h3>Carried over at once, unchanged</h3>
      <ul>
        {still
          .slice(-mostShown)
          .toReversed()
          .map((carried) => {
            const article = articles.find(({ id }) => id === carried.articleId);
            const title = article === undefined ? '' : listArticle(article).metadata.title;
            const what = countOf(carried.ids.length, 'annotation');
            return (
              <li key={`${carried.articleId} ${carried.to} ${carried.ids[0]}`}>
                <span>
                  {what} to {revisionName(session, carried.to)} of “{title}”
                </span>
                <button
                  type="button"
                  className="button quiet"
                  aria-label={`Put back: ${what} of ${title}`}
                  onClick={() => takeBackAtOnce(session, carried)}
                >
                  Put back
                </button>
              </li>
            );
          })}
      </ul>
    </section>
  );
}
