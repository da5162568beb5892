import { type FormEvent, type ReactNode, useState } from 'react';
import type { ArticlePassage } from '../../../app/annotation/annotate-passages.ts';
import type { AnnotationId, ClaimId } from '../../../app/record/ids.ts';
import type { ClaimStatus, Stance } from '../../../app/record/records.ts';
import { countOf } from '../../session/article-list.ts';
import { claimStatuses, fileUnder, makeClaim, stances } from '../../session/claims/claim.ts';
import { ClaimField } from '../claims/claim-field.tsx';
import { SpeakerField } from '../claims/speaker-field.tsx';
import { WordingField } from '../claims/wording-field.tsx';
import { Choice } from '../parts/choice.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

/** Makes passages evidence, of a new claim or of one that is there; without passages, a new claim alone. */
export function ClaimDialog(props: {
  readonly annotationIds: readonly AnnotationId[];
  /** Further passages, which are highlighted with it; absent: none. */
  readonly passages?: readonly ArticlePassage[] | undefined;
  /** The wording at first; absent: the first annotation's. */
  readonly wording?: string | undefined;
}): ReactNode {
  const { annotationIds, passages = [] } = props;
  const session = useSession();
  const annotation = useRecords((records) => records.get('annotation', annotationIds[0] ?? ''));
  const hasClaims = useRecords((records) => records.count('claim') > 0);
  const [claimId, setClaimId] = useState<ClaimId | null>(null);
  const [wording, setWording] = useState(props.wording ?? annotation?.passage.quote ?? '');
  const [speaker, setSpeaker] = useState('');
  const [status, setStatus] = useState<ClaimStatus>('open');
  const [stance, setStance] = useState<Stance>('asserts');
  const count = annotationIds.length + passages.length;
  const hasPassage = count > 0;
  if (annotationIds.length > 0 && annotation === null) return null;
  const isOne = count === 1;
  const evidence = { annotationIds, passages };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (claimId === null && wording.trim() === '') return;
    session.closeDialog();
    if (claimId !== null) fileUnder(session, claimId, evidence, stance);
    else {
      const draft = { wording, speaker: speaker.trim() || null, status };
      makeClaim(session, draft, evidence, stance);
    }
  };
  return (
    <Dialog title={titleOf(count)} onClose={() => session.closeDialog()}>
      <form onSubmit={submit} className="fields">
        {hasPassage && hasClaims && (
          <ClaimField
            label="File under an existing claim"
            placeholder="None: a new claim. Or a number (C4) or words of one"
            value={claimId}
            onChange={setClaimId}
          />
        )}
        {claimId === null && (
          <>
            <WordingField rows={4} value={wording} onChange={setWording} />
            <SpeakerField value="" onType={setSpeaker} onCommit={setSpeaker} />
            <Choice label="Status" value={status} options={claimStatuses} onChange={setStatus} />
          </>
        )}
        {hasPassage && (
          <Choice
            label={isOne ? 'This passage' : 'These passages'}
            value={stance}
            options={stances}
            onChange={setStance}
          />
        )}
        <div className="dialog-buttons">
          <button type="button" className="button" onClick={() => session.closeDialog()}>
            Cancel
          </button>
          <button type="submit" className="button primary">
            {claimId === null ? 'Make claim' : 'File as evidence'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function titleOf(passages: number): string {
  if (passages === 0) return 'New claim';
  return passages === 1 ? 'Claim from this passage' : `Claim from ${countOf(passages, 'passage')}`;
}
