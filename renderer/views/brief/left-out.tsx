import type { ReactNode } from 'react';
import { askAlterations, leftOutOf } from '../../session/writing/alter-quotation.ts';
import { Section } from '../inspector/section.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { useSelectedCitation } from './use-open-brief.ts';

/** What was left out of the quotation that is selected in the brief. Nothing where nothing was. */
export function LeftOut(): ReactNode {
  const session = useSession();
  const citation = useSelectedCitation();
  useRecords((records) => records.list('annotation'));
  const omitted = citation === null ? [] : leftOutOf(session, citation);
  if (omitted !== null && omitted.length === 0) return null;
  const writable = session.store.project.readOnly === null;
  return (
    <Section title="Left out">
      {omitted === null ? (
        <p className="notice" role="note">
          What was left out no longer fits the words, which changed. They are printed as they are.
        </p>
      ) : (
        <p className="card-text" dir="auto">
          {omitted.join(' … ')}
        </p>
      )}
      {writable && (
        <button type="button" className="button" onClick={() => askAlterations(session)}>
          Shorten or interpolate…
        </button>
      )}
    </Section>
  );
}
