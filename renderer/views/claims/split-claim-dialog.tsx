import { type FormEvent, type ReactNode, useState } from 'react';
import type { ClaimId, EvidenceId } from '../../../app/record/ids.ts';
import type { EvidenceRecord } from '../../../app/record/records.ts';
import { countOf } from '../../session/article-list.ts';
import { divideClaim } from '../../session/claims/claim-moves.ts';
import { labelOf } from '../../session/reading/describe-annotation.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { StanceSign } from './stance-sign.tsx';

/** Takes part of a claim's evidence into a new claim: its wording, and which passages go (rule Q9). */
export function SplitClaimDialog({ claimId }: { readonly claimId: ClaimId }): ReactNode {
  const session = useSession();
  const claim = useRecords((records) => records.get('claim', claimId));
  const evidence = useRecords((records) => records.evidenceOf(claimId));
  const [wording, setWording] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<EvidenceId>>(new Set());
  if (claim === null) return null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wording.trim() === '') return;
    session.closeDialog();
    divideClaim(session, claim, chosen, wording);
  };
  return (
    <Dialog wide title={`Split C${claim.number}`} onClose={() => session.closeDialog()}>
      <form className="fields" onSubmit={submit}>
        <p className="hint">{claim.wording}</p>
        <label className="field">
          <span>Wording of the new claim</span>
          <textarea
            rows={2}
            required
            autoFocus
            value={wording}
            onChange={(event) => setWording(event.target.value)}
          />
        </label>
        <fieldset className="claim-choices">
          <legend>Which passages go to it?</legend>
          {evidence.length === 0 && (
            <p className="hint">No passage is filed under this claim: the new one begins empty.</p>
          )}
          {evidence.map((item) => (
            <Passage
              key={item.id}
              item={item}
              isChosen={chosen.has(item.id)}
              onToggle={(on) => {
                const next = new Set(chosen);
                if (on) next.add(item.id);
                else next.delete(item.id);
                setChosen(next);
              }}
            />
          ))}
        </fieldset>
        <div className="dialog-buttons">
          <span className="split-count" role="status">
            {countOf(chosen.size, 'passage')} of {evidence.length.toLocaleString('en-GB')} chosen
          </span>
          <button type="button" className="button" onClick={() => session.closeDialog()}>
            Cancel
          </button>
          <button type="submit" className="button primary">
            Make the new claim
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Passage(props: {
  readonly item: EvidenceRecord;
  readonly isChosen: boolean;
  readonly onToggle: (on: boolean) => void;
}): ReactNode {
  const session = useSession();
  const { annotationId } = props.item;
  const annotation = useRecords((records) => records.get('annotation', annotationId));
  return (
    <label>
      <input
        type="checkbox"
        checked={props.isChosen}
        onChange={(event) => props.onToggle(event.target.checked)}
      />
      <span>
        <StanceSign evidence={props.item} />{' '}
        <span className="card-number">{labelOf(session, annotationId)}</span>{' '}
        {annotation?.passage.quote ?? 'This passage was removed.'}
      </span>
    </label>
  );
}
