import { type ReactNode, useMemo, useState } from 'react';
import type { ClaimId } from '../../../app/record/ids.ts';
import { relateClaims, relationChoices } from '../../session/claims/relate-claims.ts';
import { ChoiceList } from '../parts/choice-list.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { claimChoices } from './claim-choices.ts';

/** Relates a claim to another: how, and to which (rule Q6). */
export function RelateClaimDialog({ claimId }: { readonly claimId: ClaimId }): ReactNode {
  const session = useSession();
  const claim = useRecords((records) => records.get('claim', claimId));
  const claims = useRecords((records) => records.list('claim'));
  const types = useRecords((records) => records.list('linkType'));
  const others = useMemo(() => claims.filter(({ id }) => id !== claimId), [claims, claimId]);
  const choices = relationChoices(types);
  const [index, setIndex] = useState(0);
  const choice = choices[index];
  if (claim === null || choice === undefined) return null;
  return (
    <Dialog closeButton title={`Relate C${claim.number}`} onClose={() => session.closeDialog()}>
      <label className="field">
        <span>This claim</span>
        <select value={index} onChange={(event) => setIndex(Number(event.target.value))}>
          {choices.map(({ words }, at) => (
            <option key={words} value={at}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <ChoiceList
        label="The other claim"
        placeholder="Number (C4) or words of the other claim"
        items={(typed) => claimChoices(others, typed)}
        empty="No other claim has these words."
        onChoose={(id) => {
          const other = others.find((one) => one.id === id);
          session.closeDialog();
          if (other !== undefined) relateClaims(session, claim, choice, other);
        }}
      />
    </Dialog>
  );
}
