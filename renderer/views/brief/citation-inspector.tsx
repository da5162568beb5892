import type { ReactNode } from 'react';
import type { Stance } from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import {
  acceptChange,
  type CitationState,
  keepRevision,
  revisionToKeep,
  type ShownChange,
  shownChanges,
  stateOf,
} from '../../session/checking/accept-citations.ts';
import { citedBeside, openCitation } from '../../session/checking/cited-beside.ts';
import { stanceSigns } from '../claims/stance-sign.tsx';
import { Section } from '../inspector/section.tsx';
import { KeyLabel } from '../parts/key-label.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { useSelectedCitation } from './use-open-brief.ts';
import '../styles/brief-check.css';

/** The citation that is selected in the brief: what changed about it, where it leads, the claims that it stands for. */
export function CitationInspector(): ReactNode {
  const citation = useSelectedCitation();
  return citation === null ? null : <Selected citation={citation} />;
}

function Selected({ citation }: { readonly citation: RichTextNode }): ReactNode {
  const session = useSession();
  // Any change of records may be about what it cites.
  useRecords((records) => records.list('annotation'));
  useRecords((records) => records.list('claim'));
  useRecords((records) => records.list('article'));
  useRecords((records) => records.list('evidence'));
  useRecords((records) => records.list('revision'));
  useRecords((records) => records.list('speaker'));
  useSessionState((state) => state.briefCheck);
  const { records } = session.store;
  const state = stateOf(records, citation);
  if (state === null) return null;
  const beside = citedBeside(session, citation);
  return (
    <div className="citation-inspector">
      <p className="inspected-head">
        <span>{beside.head}</span>
        <button
          type="button"
          className="button quiet"
          onClick={() => openCitation(session, citation)}
        >
          Open
        </button>
      </p>
      {state.kind === 'missing' && (
        <p className="notice" role="note">
          {state.why}
        </p>
      )}
      {state.kind === 'changed' && <Changed state={state} citation={citation} />}
      {state.kind !== 'missing' && state.later === 'waiting' && (
        <Later citation={citation} isChanged={state.kind === 'changed'} />
      )}
      {beside.claims.length > 0 && (
        <Section title={beside.claims.length === 1 ? 'Claim' : 'Claims'}>
          {beside.claims.map((claim) => (
            <div className="card" key={claim.id}>
              <div className="card-head">
                <span className="claim-status" data-status={claim.status}>
                  {claim.status}
                </span>
                <span className="card-source">{claim.sources}</span>
                <span className="card-number">{claim.label}</span>
              </div>
              <p className="card-text" dir="auto">
                {claim.wording}
              </p>
            </div>
          ))}
        </Section>
      )}
      {beside.evidence.length > 0 && (
        <Section title="Evidence beside it">
          {beside.evidence.map((item) => (
            <div className="card" key={item.id}>
              <div className="card-head">
                <StanceSaid stance={item.stance} />
                <span className="card-source" dir="auto" title={item.outlet}>
                  {item.outlet}
                </span>
                <span className="card-number">{item.label}</span>
              </div>
              <p className="card-text" dir="auto">
                {item.quote}
              </p>
              <div className="card-actions">
                <button
                  type="button"
                  className="button"
                  aria-label={`Cite in the sentence: ${item.quote}`}
                  onClick={item.cite}
                >
                  Cite
                </button>
              </div>
            </div>
          ))}
        </Section>
      )}
    </div>
  );
}

/** What a passage does to the claim: by its letter and by its name, which no long title may push out. */
function StanceSaid({ stance }: { readonly stance: Stance }): ReactNode {
  return (
    <span className="card-stance">
      <span className="stance" data-stance={stance} aria-hidden="true">
        {stanceSigns[stance]}
      </span>
      {stance}
    </span>
  );
}

function Changed(props: {
  readonly state: Extract<CitationState, { readonly kind: 'changed' }>;
  readonly citation: RichTextNode;
}): ReactNode {
  const session = useSession();
  const { records, project } = session.store;
  const changes = shownChanges(records, props.state.changes);
  const number = revisionToKeep(records, props.citation);
  const isReadOnly = project.readOnly !== null;
  return (
    <Section title="Changed since it was accepted">
      {changes.map((change) => (
        <Change key={`${change.title} ${change.pieces[0]?.text ?? ''}`} change={change} />
      ))}
      <div className="card-actions">
        <button
          type="button"
          className="button"
          data-focus-name="accept-change"
          disabled={isReadOnly}
          onClick={() => acceptChange(session)}
        >
          Accept
          <KeyLabel value="Enter" />
        </button>
        {number !== null && (
          <button
            type="button"
            className="button"
            disabled={isReadOnly}
            onClick={() => keepRevision(session, props.citation)}
          >
            Keep revision {number}
          </button>
        )}
      </div>
    </Section>
  );
}

function Later(props: { readonly citation: RichTextNode; readonly isChanged: boolean }): ReactNode {
  const session = useSession();
  const number = revisionToKeep(session.store.records, props.citation);
  return (
    <Section title="The source has changed">
      <p className="hint">
        {props.citation.type === 'claim_citation'
          ? 'An article under this claim has a later revision, on which a passage has no place yet. Open the article to carry it over.'
          : 'The article has a later revision, on which this passage has no place yet. Open it to carry it over.'}
      </p>
      {number !== null && !props.isChanged && (
        <div className="card-actions">
          <button
            type="button"
            className="button"
            disabled={session.store.project.readOnly !== null}
            onClick={() => keepRevision(session, props.citation)}
          >
            Keep revision {number}
          </button>
        </div>
      )}
    </Section>
  );
}

function Change({ change }: { readonly change: ShownChange }): ReactNode {
  const { title, pieces, hasBefore, hasAfter } = change;
  return (
    <div className="citation-change">
      <h4>{title}</h4>
      <Side name="was" isThere={hasBefore} pieces={pieces} without="inserted" />
      <Side name="is" isThere={hasAfter} pieces={pieces} without="cut" />
    </div>
  );
}

function Side(props: {
  readonly name: 'was' | 'is';
  readonly isThere: boolean;
  readonly pieces: ShownChange['pieces'];
  readonly without: 'inserted' | 'cut';
}): ReactNode {
  return (
    <div className="card change-side">
      <span className="change-name">{props.name}</span>
      <p className="card-text" dir="auto">
        {!props.isThere && <em>not stated</em>}
        {props.pieces
          .filter(({ kind }) => kind !== props.without)
          .map(({ kind, text }, index) => {
            // The pieces of one comparison never change their order.
            const key = `${index} ${kind}`;
            if (kind === 'cut') return <del key={key}>{text}</del>;
            return kind === 'inserted' ? (
              <ins key={key}>{text}</ins>
            ) : (
              <span key={key}>{text}</span>
            );
          })}
      </p>
    </div>
  );
}
