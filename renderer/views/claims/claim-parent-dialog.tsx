import { type ReactNode, useMemo } from 'react';
import type { ClaimId } from '../../../app/record/ids.ts';
import { parentClaim, possibleParents, putBelow } from '../../session/claims/claim-moves.ts';
import { ChoiceList } from '../parts/choice-list.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { claimChoices } from './claim-choices.ts';

const top = 'top';

/** Asks which claim a claim is part of; itself and what is below it are not offered. */
export function ClaimParentDialog({ claimId }: { readonly claimId: ClaimId }): ReactNode {
  const session = useSession();
  const { records } = session.store;
  const claim = useRecords((source) => source.get('claim', claimId));
  const claims = useRecords((source) => source.list('claim'));
  const hasParent = useRecords((source) => parentClaim(source, claimId) !== null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is another one when a claim changes
  const possible = useMemo(() => possibleParents(records, claimId), [records, claims, claimId]);
  if (claim === null) return null;
  return (
    <Dialog closeButton title={`C${claim.number} is part of`} onClose={() => session.closeDialog()}>
      <ChoiceList
        label="Claims"
        placeholder="Number (C4) or words of a claim"
        items={(typed) => [
          ...claimChoices(possible, typed),
          ...(hasParent && typed === ''
            ? [{ id: top, text: 'No claim: it stands by itself' }]
            : []),
        ]}
        empty="No other claim has these words."
        onChoose={(id) => {
          session.closeDialog();
          putBelow(session, claim, id === top ? null : (id as ClaimId));
        }}
      />
    </Dialog>
  );
}
