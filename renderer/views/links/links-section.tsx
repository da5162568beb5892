import { ArrowLeft, ArrowLeftRight, ArrowRight, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { LinkSeen } from '../../../app/link/links-seen.ts';
import type { ClaimRecord, LinkEnd } from '../../../app/record/records.ts';
import { endLabel } from '../../session/links/end-label.ts';
import { followLink, removeLink } from '../../session/links/link.ts';
import { linksSeenFrom } from '../../session/links/link-parts.ts';
import { noteLink } from '../../session/links/links-edit.ts';
import { Section } from '../inspector/section.tsx';
import { AnnotationCard } from '../parts/annotation-card.tsx';
import { EditableField } from '../parts/editable-field.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { RelationChoice } from './relation-choice.tsx';

/** What an annotation or a claim is linked with: how it reads from here, why, and the way there. */
export function LinksSection({ end }: { readonly end: LinkEnd }): ReactNode {
  const session = useSession();
  // The list keeps its identity until a link here changes.
  useRecords((records) => records.linksAt(end.id));
  useRecords((records) => records.list('linkType'));
  const linkFrom = useSessionState((state) => state.linkFrom);
  const seen = linksSeenFrom(session.store.records, end);
  const isPassage = end.kind === 'annotation';
  return (
    <Section
      title="Links"
      {...(isPassage && {
        command: { id: 'link.here', title: linkFrom === null ? 'Link from here' : 'Link to here' },
      })}
      aside={
        <button
          type="button"
          className="button quiet"
          onClick={() =>
            session.openDialog({
              kind: 'add-link',
              from: { kind: end.kind, id: end.id } as LinkEnd,
            })
          }
        >
          Add link…
        </button>
      }
    >
      {seen.length === 0 && (
        <p className="hint">
          {isPassage
            ? 'Begin a link here, go to another passage, and end it there.'
            : 'No passage and no other claim is linked with this one yet.'}
        </p>
      )}
      {seen.map((link) => (
        <LinkCard key={link.link.id} seen={link} />
      ))}
    </Section>
  );
}

function LinkCard({ seen }: { readonly seen: LinkSeen }): ReactNode {
  const session = useSession();
  const { link, relation, other } = seen;
  const [writing, setWriting] = useState(false);
  if (other === null) return null;
  const label = endLabel(session, other);
  const corner = (
    <button
      type="button"
      className="button quiet icon"
      aria-label={`Remove link: ${relation} ${label}`}
      onClick={() => removeLink(session, link)}
    >
      <X size={12} aria-hidden="true" />
    </button>
  );
  const lead = (
    <span className="relation">
      <Direction seen={seen} />
      {relation}
    </span>
  );
  const rest = (
    <div className="link-facts">
      <RelationChoice link={link} starts={seen.starts} label={`How it relates to ${label}`} />
      {link.note === undefined && !writing ? (
        <button
          type="button"
          className="button quiet"
          aria-label={`Write a note on the link with ${label}`}
          onClick={() => setWriting(true)}
        >
          Note
        </button>
      ) : (
        <EditableField
          label={`Note on the link with ${label}`}
          multiline
          autoFocus={writing}
          value={link.note ?? ''}
          onCommit={(text) => noteLink(session, link, text)}
        />
      )}
    </div>
  );
  if (other.kind === 'claim') {
    return (
      <ClaimEnd claim={other} lead={lead} corner={corner} relation={relation}>
        {rest}
      </ClaimEnd>
    );
  }
  return (
    <AnnotationCard
      id={other.id}
      lead={lead}
      openLabel={`Follow link: ${relation}`}
      onOpen={() => followLink(session, other)}
      corner={corner}
    >
      {rest}
    </AnnotationCard>
  );
}

function ClaimEnd(props: {
  readonly claim: ClaimRecord;
  readonly lead: ReactNode;
  readonly corner: ReactNode;
  readonly relation: string;
  readonly children: ReactNode;
}): ReactNode {
  const session = useSession();
  const { claim } = props;
  return (
    <div className="card">
      <div className="card-head">
        {props.lead}
        <span className="card-source">{claim.status}</span>
        <span className="card-number">C{claim.number}</span>
        {props.corner}
      </div>
      <button
        type="button"
        className="card-quote"
        aria-label={`Follow link: ${props.relation} C${claim.number}: ${claim.wording}`}
        onClick={() => followLink(session, claim)}
      >
        {claim.wording}
      </button>
      <div className="card-actions">{props.children}</div>
    </div>
  );
}

/** An arrow from here, to here, or both ways; the words beside it say the same. */
function Direction({ seen }: { readonly seen: LinkSeen }): ReactNode {
  const { records } = useSession().store;
  const symmetric = records.get('linkType', seen.link.typeId)?.symmetric === true;
  const Arrow = symmetric ? ArrowLeftRight : seen.starts ? ArrowRight : ArrowLeft;
  return <Arrow size={12} aria-hidden="true" />;
}
