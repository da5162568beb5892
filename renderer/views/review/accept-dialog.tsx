import { type FormEvent, type ReactNode, useState } from 'react';
import type {
  ClusterPassage,
  ClusterSuggestion,
  ConflictSuggestion,
  ParallelSuggestion,
  QuotationSuggestion,
  SilenceSuggestion,
  Suggestion,
} from '../../../app/host/suggestions.ts';
import type { ClaimId, LinkTypeId, TagId } from '../../../app/record/ids.ts';
import type { Stance } from '../../../app/record/records.ts';
import { stances } from '../../session/claims/claim.ts';
import {
  acceptAsHighlight,
  acceptCluster,
  acceptConflict,
  acceptPair,
  acceptQuotation,
  acceptSilence,
  acceptUnderClaim,
} from '../../session/review/accept-suggestion.ts';
import { fileNearest } from '../../session/review/file-nearest.ts';
import { acceptChanged } from '../../session/review/review.ts';
import { kindName, shortSource } from '../../session/review/review-words.ts';
import {
  claimOfCluster,
  claimOfQuotation,
  linkDirection,
  usualLinkType,
  usualStance,
} from '../../session/review/usual-choices.ts';
import { ClaimField } from '../claims/claim-field.tsx';
import { Choice } from '../parts/choice.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { ClaimFields, ExistingClaim, Tags } from './accept-fields.tsx';

/** Asks with what changes a suggestion is accepted. */
export function AcceptDialog(props: {
  readonly suggestion: Suggestion;
  /** Of a possible silence: its nearest sentence is filed instead. */
  readonly asEvidence: boolean;
}): ReactNode {
  const session = useSession();
  const { suggestion, asEvidence } = props;
  return (
    <Dialog
      title={
        asEvidence
          ? 'File the sentence as evidence'
          : `Accept the ${kindName(suggestion)} with changes`
      }
      onClose={() => session.closeDialog()}
    >
      {content()}
    </Dialog>
  );

  function content(): ReactNode {
    switch (suggestion.kind) {
      case 'parallel':
      case 'conflict':
        return <LinkForm suggestion={suggestion} />;
      case 'cluster':
        return <ClusterForm cluster={suggestion} />;
      case 'quotation':
        return <QuotationForm quotation={suggestion} />;
      case 'silence':
        return asEvidence ? (
          <NearestForm silence={suggestion} />
        ) : (
          <SilenceForm silence={suggestion} />
        );
    }
  }
}

/** A form of the dialog with its buttons; `accept` is what it is for. */
function Form(props: {
  readonly suggestion: Suggestion;
  readonly accept: () => boolean | Promise<boolean>;
  readonly disabled?: boolean;
  /** What the button says; absent: "Accept". */
  readonly does?: string;
  readonly children: ReactNode;
}): ReactNode {
  const session = useSession();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (props.disabled !== true) void acceptChanged(session, props.suggestion, props.accept);
  };
  return (
    <form onSubmit={submit} className="fields">
      {props.children}
      <div className="dialog-buttons">
        <button type="button" className="button" onClick={() => session.closeDialog()}>
          Cancel
        </button>
        <button type="submit" className="button primary" disabled={props.disabled === true}>
          {props.does ?? 'Accept'}
        </button>
      </div>
    </form>
  );
}

function LinkForm(props: {
  readonly suggestion: ParallelSuggestion | ConflictSuggestion;
}): ReactNode {
  const session = useSession();
  const { suggestion } = props;
  const types = useRecords((records) => records.list('linkType'));
  const [typeId, setTypeId] = useState<LinkTypeId | null>(
    () => usualLinkType(session.store.records, suggestion)?.id ?? null,
  );
  const [turned, setTurned] = useState(false);
  const [tagIds, setTagIds] = useState<readonly TagId[]>([]);
  const [from, to] = linkDirection(suggestion, turned);
  const type = types.find(({ id }) => id === typeId);
  const accept = (): Promise<boolean> =>
    suggestion.kind === 'parallel'
      ? acceptPair(session, suggestion, typeId, turned, tagIds)
      : acceptConflict(session, suggestion, typeId, turned, tagIds);
  return (
    <Form suggestion={suggestion} accept={accept} disabled={typeId === null}>
      <label className="field">
        <span>Link as</span>
        <select
          value={typeId ?? ''}
          // biome-ignore lint/a11y/noAutofocus: the dialog was asked for by key, and this is its first question
          autoFocus
          onChange={({ target }) => setTypeId(target.value as LinkTypeId)}
        >
          {types.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <p>
        <b>{shortSource(session, from.articleId)}</b> {type?.name ?? 'is linked with'}{' '}
        <b>{shortSource(session, to.articleId)}</b>
      </p>
      {type?.symmetric !== true && (
        <label>
          <input
            type="checkbox"
            checked={turned}
            onChange={({ target }) => setTurned(target.checked)}
          />{' '}
          The other way round
        </label>
      )}
      <Tags value={tagIds} onChange={setTagIds} />
    </Form>
  );
}

function ClusterForm({ cluster }: { readonly cluster: ClusterSuggestion }): ReactNode {
  const session = useSession();
  const [draft, setDraft] = useState(() => claimOfCluster(cluster));
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [given, setGiven] = useState<ReadonlyMap<number, Stance>>(new Map());
  const [tagIds, setTagIds] = useState<readonly TagId[]>([]);
  const stanceOf = (passage: ClusterPassage, index: number): Stance =>
    given.get(index) ?? usualStance(passage);
  const chosen = cluster.passages.flatMap((passage, index) =>
    left.has(index) ? [] : [{ ...passage, stance: stanceOf(passage, index) }],
  );
  const [claimId, setClaimId] = useState<ClaimId | null>(null);
  const accept = (): Promise<boolean> =>
    claimId === null
      ? acceptCluster(session, cluster, chosen, draft, tagIds)
      : acceptUnderClaim(session, cluster, claimId, chosen, tagIds);
  return (
    <Form
      suggestion={cluster}
      accept={accept}
      disabled={(claimId === null && draft.wording.trim() === '') || chosen.length === 0}
    >
      {claimId === null && <ClaimFields draft={draft} onChange={setDraft} />}
      <ExistingClaim value={claimId} onChange={setClaimId} />
      <ul className="accept-passages" aria-label="Evidence">
        {cluster.passages.map((passage, index) => (
          <li key={`${passage.articleId} ${passage.start}`} className="accept-passage">
            <label>
              <input
                type="checkbox"
                checked={!left.has(index)}
                onChange={({ target }) => {
                  const next = new Set(left);
                  if (target.checked) next.delete(index);
                  else next.add(index);
                  setLeft(next);
                }}
              />
              <span>
                <q>{passage.quote}</q>
                <small>{shortSource(session, passage.articleId)}</small>
              </span>
            </label>
            <select
              aria-label={`Stance of ${shortSource(session, passage.articleId)}`}
              value={stanceOf(passage, index)}
              onChange={({ target }) => setGiven(new Map(given).set(index, target.value as Stance))}
            >
              {stances.map((stance) => (
                <option key={stance}>{stance}</option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      <Tags value={tagIds} onChange={setTagIds} />
    </Form>
  );
}

const makes = ['claim', 'highlight'] as const;

function QuotationForm({ quotation }: { readonly quotation: QuotationSuggestion }): ReactNode {
  const session = useSession();
  const [made, setMade] = useState<(typeof makes)[number]>('claim');
  const [draft, setDraft] = useState(() => claimOfQuotation(quotation));
  const [stance, setStance] = useState<Stance>('reports');
  const [tagIds, setTagIds] = useState<readonly TagId[]>([]);
  const [claimId, setClaimId] = useState<ClaimId | null>(null);
  const accept = (): Promise<boolean> => {
    const { passage } = quotation;
    if (made === 'highlight') return acceptAsHighlight(session, quotation, [passage], tagIds);
    return claimId === null
      ? acceptQuotation(session, quotation, draft, stance, tagIds)
      : acceptUnderClaim(session, quotation, claimId, [{ ...passage, stance }], tagIds);
  };
  return (
    <Form
      suggestion={quotation}
      accept={accept}
      disabled={made === 'claim' && claimId === null && draft.wording.trim() === ''}
    >
      <Choice label="Make a" value={made} options={makes} onChange={setMade} />
      {made === 'claim' && (
        <>
          {claimId === null && <ClaimFields draft={draft} onChange={setDraft} />}
          <ExistingClaim value={claimId} onChange={setClaimId} />
          <Choice label="This passage" value={stance} options={stances} onChange={setStance} />
        </>
      )}
      <Tags value={tagIds} onChange={setTagIds} />
    </Form>
  );
}

/** The sentence that came nearest does say it: it becomes evidence, and the article is not silent. */
function NearestForm({ silence }: { readonly silence: SilenceSuggestion }): ReactNode {
  const session = useSession();
  const [claimId, setClaimId] = useState<ClaimId | null>(silence.claimId);
  const [stance, setStance] = useState<Stance>('asserts');
  const [tagIds, setTagIds] = useState<readonly TagId[]>([]);
  return (
    <Form
      suggestion={silence}
      does="File"
      accept={() => claimId !== null && fileNearest(session, silence, claimId, stance, tagIds)}
      disabled={claimId === null}
    >
      <blockquote className="difference-words">{silence.nearest?.quote}</blockquote>
      <p className="hint">{shortSource(session, silence.articleId)}</p>
      <ClaimField
        label="File under"
        placeholder="A number (C4) or words of a claim"
        value={claimId}
        onChange={setClaimId}
      />
      <Choice label="This passage" value={stance} options={stances} onChange={setStance} />
      <Tags value={tagIds} onChange={setTagIds} />
    </Form>
  );
}

function SilenceForm({ silence }: { readonly silence: SilenceSuggestion }): ReactNode {
  const session = useSession();
  const [search, setSearch] = useState(silence.search);
  return (
    <Form
      suggestion={silence}
      accept={() => acceptSilence(session, { ...silence, search: search.trim() })}
      disabled={search.trim() === ''}
    >
      <label className="field">
        <span>The search that showed it</span>
        <input
          value={search}
          // biome-ignore lint/a11y/noAutofocus: the dialog was asked for by key, and this is its only question
          autoFocus
          onChange={({ target }) => setSearch(target.value)}
        />
      </label>
      <p className="hint">
        Change it only to the search that you made yourself: silence rests on these words.
      </p>
    </Form>
  );
}
