import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ClaimId } from '../../../app/record/ids.ts';
import { tagClaimByName } from '../../session/claims/claim-fields.ts';
import { ChooseTagDialog } from '../dialogs/choose-tag-dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

/** Puts tags on a claim or takes them off; a name that no tag has makes the tag. */
export function ClaimTagsDialog({ claimId }: { readonly claimId: ClaimId }): ReactNode {
  const session = useSession();
  const claim = useRecords((records) => records.get('claim', claimId));
  if (claim === null) return null;
  return (
    <ChooseTagDialog
      title={`Tag C${claim.number}`}
      about={(tag) =>
        claim.tagIds.includes(tag.id)
          ? { trail: <Check size={14} aria-label="on this claim, choosing it takes it off" /> }
          : {}
      }
      onChoose={(name, tag) => tagClaimByName(session, claim, name, tag)}
    />
  );
}
