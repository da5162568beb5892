import { type ReactNode, useEffect, useState } from 'react';
import type { HistoryEntry } from '../../../app/host/history.ts';
import { showHistoryOf } from '../../session/history/history.ts';
import { lastChangesOf, presentLabel } from '../../session/history/history-entry.ts';
import { momentWords } from '../../session/history/history-words.ts';
import { useRecords, useSession, useStoreState } from '../parts/session-context.ts';
import { Section } from './section.tsx';

const shownAtOnce = 5;

/** When a record was made and changed, its last changes on demand, and the way to all of them. */
export function RecordHistory({ id }: { readonly id: string }): ReactNode {
  const session = useSession();
  const record = useRecords((records) => records.all.get(id));
  const [open, setOpen] = useState(false);
  if (record === undefined) return null;
  const { createdAt, modifiedAt, author, rev } = record;
  return (
    <Section
      title="History"
      aside={
        <button
          type="button"
          className="button quiet"
          onClick={() => showHistoryOf(session, id, presentLabel(session, id) ?? 'this record')}
        >
          Show all
        </button>
      }
    >
      <p className="hint">
        Made {momentWords(createdAt)}
        {rev > 1 && `, last changed ${momentWords(modifiedAt)} by ${author}`}
      </p>
      <details
        className="record-history"
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary>Last changes</summary>
        {open && <LastChanges id={id} />}
      </details>
    </Section>
  );
}

function LastChanges({ id }: { readonly id: string }): ReactNode {
  const session = useSession();
  const sequence = useStoreState((store) => store.sequence);
  const [entries, setEntries] = useState<readonly HistoryEntry[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew after each change
  useEffect(() => {
    let isLast = true;
    lastChangesOf(session, id, shownAtOnce).then(
      (found) => {
        if (isLast) setEntries(found.entries);
      },
      (error: unknown) => {
        if (isLast) setProblem(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      isLast = false;
    };
  }, [session, id, sequence]);
  if (problem !== null) return <p className="hint">{problem}</p>;
  if (entries === null) return <p className="hint">Reading…</p>;
  return (
    <ul className="record-changes" aria-label="Last changes">
      {entries.map((entry) => (
        <li key={entry.sequence}>
          <span>{entry.name}</span>
          <span className="record-change-when">
            {momentWords(entry.at)} · {entry.author}
          </span>
        </li>
      ))}
    </ul>
  );
}
