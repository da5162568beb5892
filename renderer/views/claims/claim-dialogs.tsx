import type { ReactNode } from 'react';
import type { DialogState } from '../../session/session-state.ts';
import { ClaimParentDialog } from './claim-parent-dialog.tsx';
import { ClaimTagsDialog } from './claim-tags-dialog.tsx';
import { MergeClaimsDialog } from './merge-claims-dialog.tsx';
import { RelateClaimDialog } from './relate-claim-dialog.tsx';
import { SpeakersDialog } from './speakers-dialog.tsx';
import { SplitClaimDialog } from './split-claim-dialog.tsx';
import '../styles/claims.css';

/** The dialogs of claims that are seldom opened. */
export function ClaimDialogs(props: {
  readonly dialog: Extract<
    DialogState,
    {
      readonly kind:
        | 'speakers'
        | 'claim-tags'
        | 'claim-parent'
        | 'relate-claim'
        | 'merge-claims'
        | 'split-claim';
    }
  >;
}): ReactNode {
  const { dialog } = props;
  switch (dialog.kind) {
    case 'speakers':
      return <SpeakersDialog speakerId={dialog.speakerId} />;
    case 'claim-tags':
      return <ClaimTagsDialog claimId={dialog.claimId} />;
    case 'claim-parent':
      return <ClaimParentDialog claimId={dialog.claimId} />;
    case 'relate-claim':
      return <RelateClaimDialog claimId={dialog.claimId} />;
    case 'merge-claims':
      return <MergeClaimsDialog claimId={dialog.claimId} />;
    case 'split-claim':
      return <SplitClaimDialog claimId={dialog.claimId} />;
  }
}
