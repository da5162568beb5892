import { type ReactNode, useEffect, useState } from 'react';
import type { HistoryEntry } from '../../../app/host/history.ts';
import { focusNamed } from '../../session/focus.ts';
import { type EntryShown, readEntryShown } from '../../session/history/history-entry.ts';
import { momentWords, touchedWords } from '../../session/history/history-words.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { EntryRecords } from './entry-records.tsx';

/** The change that is chosen in the history: what it did, and the ways back. */
export function HistoryInspector(): ReactNode {
  const entry = useSessionState(({ history }) => history.shown);
  if (entry === null) {
    return <p className="empty">Choose a change to see what it did.</p>;
  }
  return <Entry key={entry.sequence} entry={entry} />;
}

function Entry({ entry }: { readonly entry: HistoryEntry }): ReactNode {
  const session = useSession();
  const { readOnly } = session.store.project;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back to the list from anything in it
    <div
      className="history-entry"
      data-focus-name="history-entry"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        focusNamed('history');
      }}
    >
      <div className="inspected">
        <div className="inspected-head">
          <span>{[momentWords(entry.at), entry.author].join(' · ')}</span>
        </div>
        <h3>{entry.name}</h3>
        <p className="hint">{aboutEntry(entry)}</p>
        {readOnly === null && (
          <div className="inspected-actions">
            <button
              type="button"
              className="button"
              onClick={() => session.openDialog({ kind: 'restore-project', entry })}
            >
              Restore the project to here…
            </button>
          </div>
        )}
      </div>
      <Records entry={entry} />
    </div>
  );
}

function aboutEntry(entry: HistoryEntry): string {
  const touched = touchedWords(entry);
  return [
    `Entry ${entry.sequence} of the journal`,
    ...(touched === '' ? [] : [touched]),
    ...(entry.unattended ? ['done by the program without being asked'] : []),
    ...(entry.jobId === null ? [] : ['part of an import or another job']),
    ...(entry.undoes === null ? [] : ['takes a change back']),
    ...(entry.redoes === null ? [] : ['does a change again']),
  ].join(' · ');
}

/** How long a row has to be the chosen one before what it changed is read, in milliseconds: arrows may be held down. */
const pause = 80;

function Records({ entry }: { readonly entry: HistoryEntry }): ReactNode {
  const session = useSession();
  const [shown, setShown] = useState<EntryShown | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [wanted, setWanted] = useState(1);
  useEffect(() => {
    let isLast = true;
    const read = async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (!isLast) return;
      try {
        let all: EntryShown = { records: [], read: 0, total: 1 };
        for (let page = 0; page < wanted && all.read < all.total; page += 1) {
          const next = await readEntryShown(session, entry.sequence, all.read);
          if (!isLast) return;
          all = { ...next, records: [...all.records, ...next.records] };
          if (next.records.length === 0 && next.read === all.read) break;
        }
        setShown(all);
      } catch (error) {
        if (isLast) setProblem(error instanceof Error ? error.message : String(error));
      }
    };
    void read();
    return () => {
      isLast = false;
    };
  }, [session, entry, wanted]);
  if (problem !== null) {
    return (
      <p className="empty" role="alert">
        {problem}
      </p>
    );
  }
  if (shown === null) return <p className="empty">Reading…</p>;
  return (
    <>
      <EntryRecords entry={entry} records={shown.records} />
      {shown.read < shown.total && (
        <button type="button" className="button" onClick={() => setWanted(wanted + 1)}>
          Show more of {shown.total.toLocaleString('en-GB')} records
        </button>
      )}
    </>
  );
}
