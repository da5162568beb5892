import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { countOf, presentArticles } from '../../session/article-list.ts';
import { goOnCarrying, openCarryOver, stopCarrying } from '../../session/carry-over/carry-over.ts';
import { isUnderWay } from '../../session/corpus/jobs.ts';
import { saveText, savingShown } from '../../session/save-text.ts';
import { catalogueWords } from '../../session/search/catalogue-words.ts';
import { ExchangeStatus } from '../exchange/exchange-status.tsx';
import { JobButtons, JobProgress } from '../parts/job-progress.tsx';
import { KeyLabel } from '../parts/key-label.tsx';
import {
  useRecords,
  useSession,
  useSessionState,
  useStoreState,
} from '../parts/session-context.ts';

/** Saved or not, how much there is, what runs, and the last thing that was said. */
export function StatusLine(): ReactNode {
  const articles = useRecords((records) => presentArticles(records).length);
  const annotations = useRecords((records) => records.count('annotation'));
  const complete = useStoreState((store) => store.isComplete);
  const sequence = useStoreState((store) => store.sequence);
  return (
    <section className="status-line" aria-label="Status" data-area="status" tabIndex={-1}>
      <SaveStateText />
      <span className="status-journal" title="How many changes the project’s journal on disk holds">
        Journal {sequence}
      </span>
      <span>
        {countOf(articles, 'article')} ·{' '}
        {complete ? countOf(annotations, 'annotation') : 'reading the annotations…'}
      </span>
      <PendingLink />
      <Jobs />
      <ExchangeStatus />
      <CarryingOver />
      <Catalogue />
      <Message />
    </section>
  );
}

/** Written into its element as soon as the store says so: drawing the views anew for one word takes as long as the disk. */
function SaveStateText(): ReactNode {
  const { store, state } = useSession();
  const words = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const element = words.current;
    if (element === null) return undefined;
    const write = (): void => {
      const shown = savingShown(store.saveState, state.getState().typing);
      const text = saveText(shown);
      if (element.dataset.state !== shown.kind) element.dataset.state = shown.kind;
      if (element.textContent !== text) element.textContent = text;
    };
    write();
    const stops = [store.subscribe(write), state.subscribe(write)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [store, state]);
  if (store.project.readOnly !== null) return <span className="save-state">Read only</span>;
  return <span className="save-state" ref={words} />;
}

function PendingLink(): ReactNode {
  const session = useSession();
  const from = useSessionState((state) => state.linkFrom);
  if (from === null) return null;
  return (
    <span>
      Link begun · <KeyLabel value="l" /> at the other passage ·{' '}
      <button type="button" onClick={() => session.set({ linkFrom: null })}>
        Give up
      </button>
    </span>
  );
}

function Jobs(): ReactNode {
  const session = useSession();
  const jobs = useSessionState((state) => state.jobs);
  const underWay = jobs.filter(isUnderWay);
  const shown = underWay.find(({ state }) => state === 'running') ?? underWay[0];
  const reported = jobs.filter((job) => !isUnderWay(job) && job.itemCount > 0);
  // What folders bring by themselves does not come before what was asked for.
  const ended = reported.findLast(({ kind }) => kind === 'import') ?? reported.at(-1);
  return (
    <>
      {shown !== undefined && (
        <span className="status-job">
          <span className="status-job-title" title={shown.message}>
            {shown.title}
            {shown.state === 'paused' && `, paused${shown.message ? `: ${shown.message}` : ''}`}
          </span>
          <JobProgress job={shown} />
          <JobButtons job={shown} />
        </span>
      )}
      {underWay.length > 1 && (
        <button type="button" onClick={() => session.openDialog({ kind: 'jobs' })}>
          {underWay.length - 1} more {underWay.length === 2 ? 'job' : 'jobs'}
        </button>
      )}
      {shown === undefined && ended !== undefined && (
        <button
          type="button"
          onClick={() => session.openDialog({ kind: 'import-report', job: ended })}
        >
          Import report
        </button>
      )}
    </>
  );
}

/** Annotations that are looked for in new revisions, or wait there for the analyst. */
function CarryingOver(): ReactNode {
  const session = useSession();
  const { waiting, running, stopped } = useSessionState(({ carryOver }) => carryOver);
  if (running !== null && running.total > 1) {
    return (
      <span>
        Carrying annotations over, article {running.done + 1} of {running.total}{' '}
        <button type="button" onClick={() => stopCarrying(session)}>
          Stop
        </button>
      </span>
    );
  }
  if (stopped > 0) {
    return (
      <span>
        Carrying over stopped, {countOf(stopped, 'article')} left{' '}
        <button type="button" onClick={() => goOnCarrying(session)}>
          Go on
        </button>
      </span>
    );
  }
  if (waiting.size === 0) return null;
  return (
    <button type="button" onClick={() => openCarryOver(session)}>
      {waiting.size.toLocaleString('en-GB')} to carry over
    </button>
  );
}

/** How far search follows the project; nothing when it does. */
function Catalogue(): ReactNode {
  const words = useSessionState(({ catalogue }) => catalogueWords(catalogue));
  const failed = useSessionState(({ catalogue }) => catalogue?.state === 'failed');
  if (words === null) return null;
  return (
    <span className="status-catalogue" data-failed={failed || undefined} title={words}>
      {words}
    </span>
  );
}

/** How long the last thing said stays, in milliseconds: long enough to be read twice. */
const messageStays = 30_000;

/** The status region that screen readers listen to. A change of `count` alone speaks the same text again. */
function Message(): ReactNode {
  const session = useSession();
  const message = useSessionState((state) => state.message);
  useEffect(() => {
    if (message.text === '') return undefined;
    const timer = setTimeout(() => session.hush(), messageStays);
    return () => clearTimeout(timer);
  }, [session, message]);
  return (
    <span className="message" role="status">
      <span key={message.count}>{message.text}</span>
    </span>
  );
}
