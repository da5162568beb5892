import type { ReactNode } from 'react';
import type { MentioningRecord } from '../../../app/record/record-source.ts';
import { mentionsShown, openMentioning } from '../../session/writing/mentions.ts';
import { useRecords, useSession } from '../parts/session-context.ts';
import { Section } from './section.tsx';

/** Which notes and briefs mention a record, each to be opened; nothing where none does. */
export function MentionedIn({ id }: { readonly id: string }): ReactNode {
  const session = useSession();
  // The list keeps its identity until one of the records in it changes, or another one comes.
  const records = useRecords((source) => source.mentionsOf(id));
  const shown = mentionsShown(session, id, records);
  if (shown.length === 0) return null;
  return (
    <Section title="Mentioned in" aside={<span className="count">{shown.length}</span>}>
      <ul className="mentions" aria-label="Mentioned in">
        {shown.map(({ record, label, source, words }) => (
          <li key={record.id} className="card">
            <div className="card-head">
              <span className="card-source">{source}</span>
              <span className="card-number">{label}</span>
            </div>
            <button
              type="button"
              className="card-quote"
              aria-label={`Open ${openLabels[record.kind]} ${label}: ${words}`}
              onClick={() => openMentioning(session, record)}
            >
              {words}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const openLabels: Readonly<Record<MentioningRecord['kind'], string>> = {
  annotation: 'the note of',
  claim: 'the note of',
  brief: 'the brief',
};
