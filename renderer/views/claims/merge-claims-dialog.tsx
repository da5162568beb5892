import { type ReactNode, useMemo, useState } from 'react';
import type { ClaimId } from '../../../app/record/ids.ts';
import type { ClaimRecord } from '../../../app/record/records.ts';
import { countOf } from '../../session/article-list.ts';
import { uniteClaims } from '../../session/claims/claim-moves.ts';
import { ChoiceList } from '../parts/choice-list.tsx';
import { ConfirmButtons } from '../parts/confirm-buttons.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { claimChoices } from './claim-choices.ts';

/** Makes one claim of two: which is the other, and which of them is left (rule Q8). */
export function MergeClaimsDialog({ claimId }: { readonly claimId: ClaimId }): ReactNode {
  const session = useSession();
  const claims = useRecords((records) => records.list('claim'));
  const others = useMemo(() => claims.filter(({ id }) => id !== claimId), [claims, claimId]);
  const [otherId, setOther] = useState<string | null>(null);
  const claim = claims.find(({ id }) => id === claimId);
  const other = others.find(({ id }) => id === otherId);
  if (claim === undefined) return null;
  if (other !== undefined) return <Confirm claims={[claim, other]} />;
  return (
    <Dialog closeButton title={`Merge C${claim.number} with`} onClose={() => session.closeDialog()}>
      <ChoiceList
        label="The other claim"
        placeholder="Number (C4) or words of the other claim"
        items={(typed) => claimChoices(others, typed)}
        empty={others.length === 0 ? 'There is no other claim.' : 'No other claim has these words.'}
        onChoose={setOther}
      />
    </Dialog>
  );
}

function Confirm({ claims }: { readonly claims: readonly ClaimRecord[] }): ReactNode {
  const session = useSession();
  const [chosen, setChosen] = useState(claims[0]?.id ?? null);
  const { records } = session.store;
  const survivor = claims.find(({ id }) => id === chosen);
  if (survivor === undefined) return null;
  const gone = claims.filter((claim) => claim !== survivor);
  const passages = new Set(
    claims.flatMap(({ id }) => records.evidenceOf(id).map(({ annotationId }) => annotationId)),
  );
  return (
    <Dialog title="Merge claims" onClose={() => session.closeDialog()}>
      <fieldset className="claim-choices">
        <legend>Which claim is left?</legend>
        {claims.map((claim) => (
          <label key={claim.id}>
            <input
              type="radio"
              name="survivor"
              checked={claim.id === chosen}
              autoFocus={claim.id === claims[0]?.id}
              onChange={() => setChosen(claim.id)}
            />
            <span>
              C{claim.number}: {claim.wording}
            </span>
          </label>
        ))}
      </fieldset>
      <p>
        C{survivor.number} keeps its wording and has {countOf(passages.size, 'passage')} then.
      </p>
      <p className="hint">
        The same passage counts once, with the stance that C{survivor.number} gives it. Silences,
        links, claims below, mentions and citations go over to it; the other wording goes into its
        note. Undo parts them.
      </p>
      <ConfirmButtons
        confirm={`Merge into C${survivor.number}`}
        onConfirm={() => uniteClaims(session, survivor, gone)}
      />
    </Dialog>
  );
}
