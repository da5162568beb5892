import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ClaimId } from '../../../app/record/ids.ts';
import type { ClaimStatus, Stance } from '../../../app/record/records.ts';
import { objectionToDate } from '../../session/corpus/metadata.ts';
import { labelOf } from '../../session/reading/describe-annotation.ts';
import { sendToBrief } from '../../session/writing/brief.ts';
import {
  changeClaim,
  changeSaidOn,
  changeStance,
  claimStatuses,
  deleteClaim,
  openEvidence,
  removeEvidence,
  stances,
} from '../../session/claims/claim.ts';
import { AnnotationCard } from '../parts/annotation-card.tsx';
import { Choice } from '../parts/choice.tsx';
import { EditableField } from '../parts/editable-field.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { MentionedIn } from './mentioned-in.tsx';
import { NoteEditor } from './note-editor.tsx';
import { RecordHistory } from './record-history.tsx';
import { Section } from './section.tsx';

/** One claim: wording, speaker, status, and its evidence, each passage to be opened. */
export function ClaimInspector({ id }: { readonly id: ClaimId }): ReactNode {
  const session = useSession();
  const claim = useRecords((records) => records.get('claim', id));
  const evidence = useRecords((records) => records.evidenceOf(id));
  if (claim === null) return <p className="empty">This claim was removed.</p>;
  return (
    <>
      <div className="inspected-head">
        <span>Claim C{claim.number}</span>
      </div>
      <div className="fields">
        <EditableField
          label="Wording"
          multiline
          value={claim.wording}
          check={(text) => (text === '' ? 'A claim needs a wording.' : null)}
          onCommit={(text) => changeClaim(session, claim, 'wording', text)}
        />
        <EditableField
          label="Speaker"
          value={claim.speaker ?? ''}
          placeholder="Who says it"
          onCommit={(text) => changeClaim(session, claim, 'speaker', text === '' ? null : text)}
        />
        <EditableField
          label="Said on"
          value={claim.saidOn ?? ''}
          placeholder="Not stated; write 2031-05-12"
          check={objectionToDate}
          onCommit={(text) => changeSaidOn(session, claim, text)}
        />
        <Choice
          label="Status"
          value={claim.status}
          options={claimStatuses}
          onChange={(status: ClaimStatus) => changeClaim(session, claim, 'status', status)}
        />
      </div>
      <div className="inspected-actions">
        <button
          type="button"
          className="button"
          onClick={() => sendToBrief(session, { kind: 'claim', id })}
        >
          Send to brief
        </button>
        <button type="button" className="button quiet" onClick={() => deleteClaim(session, claim)}>
          Remove claim
        </button>
      </div>
      <Section title="Note">
        <NoteEditor key={id} owner={claim} />
      </Section>
      <Section title="Evidence" aside={<span className="count">{evidence.length}</span>}>
        {evidence.length === 0 && (
          <p className="hint">No passage is filed here. Select one in an article and press C.</p>
        )}
        {evidence.map((item) => (
          <AnnotationCard
            key={item.id}
            id={item.annotationId}
            onOpen={() => openEvidence(session, item)}
            openLabel="Open passage"
            corner={
              <button
                type="button"
                className="button quiet icon"
                aria-label={`Remove evidence ${labelOf(session, item.annotationId)}`}
                onClick={() => removeEvidence(session, item)}
              >
                <X size={12} aria-hidden="true" />
              </button>
            }
          >
            <Choice
              label={`Stance of ${labelOf(session, item.annotationId)}`}
              hideLabel
              value={item.stance}
              options={stances}
              onChange={(stance: Stance) => changeStance(session, item, stance)}
            />
          </AnnotationCard>
        ))}
      </Section>
      <MentionedIn id={id} />
      <RecordHistory id={id} />
    </>
  );
}
