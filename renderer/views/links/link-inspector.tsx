import type { ReactNode } from 'react';
import type { LinkEnd, LinkRecord } from '../../../app/record/records.ts';
import { compareLinks } from '../../session/links/compare-links.ts';
import { followLink, removeLink } from '../../session/links/link.ts';
import { endRecord, linkStart } from '../../session/links/link-parts.ts';
import { noteLink, reverseLinks } from '../../session/links/links-edit.ts';
import { openLink } from '../../session/links/open-link.ts';
import { RecordHistory } from '../inspector/record-history.tsx';
import { Section } from '../inspector/section.tsx';
import { AnnotationCard } from '../parts/annotation-card.tsx';
import { EditableField } from '../parts/editable-field.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { RelationChoice } from './relation-choice.tsx';

/** The link that the keyboard is on: both ends whole, how they relate, why. */
export function LinkInspector(): ReactNode {
  const id = useSessionState((state) => state.links.activeId);
  const link = useRecords((records) => (id === null ? null : records.get('link', id)));
  if (link === null) return <p className="empty">Choose a link to see its two ends here.</p>;
  return <Shown key={link.id} link={link} />;
}

function Shown({ link }: { readonly link: LinkRecord }): ReactNode {
  const session = useSession();
  const symmetric = useRecords(
    (records) => records.get('linkType', link.typeId)?.symmetric === true,
  );
  const writable = session.store.project.readOnly === null;
  return (
    <>
      <Section title="Link">
        <div className="link-inspected">
          <EndCard end={linkStart(link)} lead="From" />
          {writable && <RelationChoice link={link} starts label="How it relates" />}
          <EndCard end={link.to} lead="To" />
        </div>
        <div className="inspected-actions">
          <button type="button" className="button" onClick={() => openLink(session, link)}>
            Open both ends
          </button>
          <button type="button" className="button" onClick={() => compareLinks(session, [link.id])}>
            Compare
          </button>
          {writable && !symmetric && (
            <button
              type="button"
              className="button"
              onClick={() => reverseLinks(session, [link.id])}
            >
              Reverse
            </button>
          )}
          {writable && (
            <button type="button" className="button" onClick={() => removeLink(session, link)}>
              Remove
            </button>
          )}
        </div>
      </Section>
      <Section title="Note">
        <EditableField
          label="Note on this link"
          multiline
          value={link.note ?? ''}
          placeholder="Why they are linked so"
          onCommit={(text) => noteLink(session, link, text)}
        />
      </Section>
      <RecordHistory id={link.id} />
    </>
  );
}

function EndCard({ end, lead }: { readonly end: LinkEnd; readonly lead: string }): ReactNode {
  const session = useSession();
  const record = useRecords((records) => endRecord(records, end));
  if (record === null) return null;
  const head = <span className="relation">{lead}</span>;
  if (record.kind === 'annotation') {
    return (
      <AnnotationCard
        id={record.id}
        lead={head}
        openLabel={`Open ${lead.toLowerCase()}`}
        onOpen={() => followLink(session, record)}
      />
    );
  }
  return (
    <div className="card">
      <div className="card-head">
        {head}
        <span className="card-source">{record.status}</span>
        <span className="card-number">C{record.number}</span>
      </div>
      <button
        type="button"
        className="card-quote"
        aria-label={`Show claim C${record.number}: ${record.wording}`}
        onClick={() => followLink(session, record)}
      >
        {record.wording}
      </button>
    </div>
  );
}
