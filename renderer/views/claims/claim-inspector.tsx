import { X } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { ClaimId } from '../../../app/record/ids.ts';
import type { ClaimRecord, ClaimStatus, Stance } from '../../../app/record/records.ts';
import {
  changeStance,
  claimStatuses,
  openEvidence,
  presentEvidence,
  removeEvidence,
  speakerName,
  stances,
} from '../../session/claims/claim.ts';
import {
  changeClaim,
  changeConfidence,
  changeImportance,
  changeSaidOn,
  importances,
  importanceWord,
  objectionToConfidence,
  objectionToSaidOn,
  untagClaim,
  writeConfidence,
  writeSaidOn,
} from '../../session/claims/claim-fields.ts';
import { deleteClaim } from '../../session/claims/claim-moves.ts';
import { sourcesShown } from '../../session/claims/claim-sources-shown.ts';
import { changeSpeaker, openSpeakers } from '../../session/claims/speakers.ts';
import { labelOf } from '../../session/reading/describe-annotation.ts';
import { sendToBrief } from '../../session/writing/brief.ts';
import { MentionedIn } from '../inspector/mentioned-in.tsx';
import { NoteEditor } from '../inspector/note-editor.tsx';
import { RecordHistory } from '../inspector/record-history.tsx';
import { Section } from '../inspector/section.tsx';
import { LinksSection } from '../links/links-section.tsx';
import { AnnotationCard } from '../parts/annotation-card.tsx';
import { Choice } from '../parts/choice.tsx';
import { EditableField } from '../parts/editable-field.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { TagList } from '../parts/tag-list.tsx';
import { ClaimFamily } from './claim-family.tsx';
import { ClaimQuestions } from './claim-questions.tsx';
import { SpeakerField } from './speaker-field.tsx';
import '../styles/claims.css';

/** One claim: what it says, who says it, what is asked of it, and its evidence, each passage to be opened. */
export function ClaimInspector({ id }: { readonly id: ClaimId }): ReactNode {
  const claim = useRecords((records) => records.get('claim', id));
  if (claim === null) return <p className="empty">This claim was removed.</p>;
  return (
    <>
      <div className="inspected-head">
        <span>Claim C{claim.number}</span>
      </div>
      <Facts claim={claim} />
      <Actions claim={claim} />
      <Tags claim={claim} />
      <Section title="Note">
        <NoteEditor key={id} owner={claim} />
      </Section>
      <ClaimQuestions claim={claim} />
      <Evidence claim={claim} />
      <Sources id={id} />
      <ClaimFamily claim={claim} />
      <LinksSection end={claim} />
      <MentionedIn id={id} />
      <RecordHistory id={id} />
    </>
  );
}

function Facts({ claim }: { readonly claim: ClaimRecord }): ReactNode {
  const session = useSession();
  const speaker = useRecords((records) => speakerName(records, claim));
  return (
    <div className="fields">
      <EditableField
        label="Wording"
        multiline
        value={claim.wording}
        check={(text) => (text === '' ? 'A claim needs a wording.' : null)}
        onCommit={(text) => changeClaim(session, claim, 'wording', text)}
      />
      <SpeakerField
        value={speaker ?? ''}
        onCommit={(name) => changeSpeaker(session, claim, name)}
      />
      <EditableField
        label="Said on"
        value={writeSaidOn(claim)}
        placeholder="Not stated; 2031-05-12, or two dates with “to”"
        check={objectionToSaidOn}
        onCommit={(text) => changeSaidOn(session, claim, text)}
      />
      <EditableField
        label="Place"
        value={claim.place ?? ''}
        placeholder="Not stated"
        onCommit={(text) => changeClaim(session, claim, 'place', text === '' ? null : text)}
      />
      <div className="claim-judgement">
        <Choice
          label="Status"
          value={claim.status}
          options={claimStatuses}
          onChange={(status: ClaimStatus) => changeClaim(session, claim, 'status', status)}
        />
        <EditableField
          label="Confidence"
          value={writeConfidence(claim)}
          placeholder="Not judged"
          check={objectionToConfidence}
          onCommit={(text) => changeConfidence(session, claim, text)}
        />
        <Choice
          label="Importance"
          value={importanceWord(claim)}
          options={importances}
          onChange={(word) => changeImportance(session, claim, word)}
        />
      </div>
    </div>
  );
}

function Actions({ claim }: { readonly claim: ClaimRecord }): ReactNode {
  const session = useSession();
  const claimId = claim.id;
  return (
    <div className="inspected-actions">
      <button
        type="button"
        className="button"
        onClick={() => sendToBrief(session, { kind: 'claim', id: claimId })}
      >
        Send to brief
      </button>
      <button
        type="button"
        className="button quiet"
        onClick={() => session.openDialog({ kind: 'relate-claim', claimId })}
      >
        Relate…
      </button>
      <button
        type="button"
        className="button quiet"
        onClick={() => session.openDialog({ kind: 'merge-claims', claimId })}
      >
        Merge…
      </button>
      <button
        type="button"
        className="button quiet"
        onClick={() => session.openDialog({ kind: 'split-claim', claimId })}
      >
        Split…
      </button>
      <button
        type="button"
        className="button quiet"
        onClick={() => openSpeakers(session, claim.speakerId ?? null)}
      >
        Speakers…
      </button>
      <button type="button" className="button quiet" onClick={() => deleteClaim(session, claim)}>
        Remove claim
      </button>
    </div>
  );
}

function Tags({ claim }: { readonly claim: ClaimRecord }): ReactNode {
  const session = useSession();
  return (
    <Section
      title="Tags"
      aside={
        <button
          type="button"
          className="button quiet"
          onClick={() => session.openDialog({ kind: 'claim-tags', claimId: claim.id })}
        >
          Tag…
        </button>
      }
    >
      <TagList
        label="Tags of this claim"
        tagIds={claim.tagIds}
        onTakeOff={(tagId) => untagClaim(session, claim, tagId)}
      />
    </Section>
  );
}

function Evidence({ claim }: { readonly claim: ClaimRecord }): ReactNode {
  const session = useSession();
  const filed = useRecords((records) => records.evidenceOf(claim.id));
  const articles = useRecords((records) => records.list('article'));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the trash leaves of it
  const evidence = useMemo(
    () => presentEvidence(session.store.records, claim.id),
    [session, claim.id, filed, articles],
  );
  return (
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
  );
}

/** How many sources say it by themselves, and who counts with whom (rule Q7). */
function Sources({ id }: { readonly id: ClaimId }): ReactNode {
  const session = useSession();
  const clusters = useSessionState((state) => state.clusters);
  const evidence = useRecords((records) => records.evidenceOf(id));
  const articles = useRecords((records) => records.list('article'));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the sources are made of
  const sources = useMemo(
    () => sourcesShown(session, id),
    [session, id, clusters, evidence, articles],
  );
  if (sources.length === 0) return null;
  return (
    <Section
      title="Independent sources"
      aside={<span className="count">{sources.length.toLocaleString('en-GB')}</span>}
    >
      <ul className="claim-sources" aria-label="Independent sources">
        {sources.map((source) => (
          <li key={source.articles[0]?.id}>
            <span>{source.name}</span>
            <span className="hint">{source.why}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
