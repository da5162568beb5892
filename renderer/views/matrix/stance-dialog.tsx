import type { ReactNode } from 'react';
import type { Stance } from '../../../app/record/records.ts';
import { countOf } from '../../session/article-list.ts';
import { stances } from '../../session/claims/claim.ts';
import { giveStance, type StanceQuestion } from '../../session/matrix/matrix-evidence.ts';
import { stanceSigns } from '../claims/stance-sign.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';

/** Asks what passages do with a claim: a letter, or the arrows and Enter. */
export function StanceDialog({ question }: { readonly question: StanceQuestion }): ReactNode {
  const session = useSession();
  const chosen = useSessionState((state) => state.matrix.side?.chosen.size ?? 0);
  const count =
    question.about === 'evidence'
      ? question.evidenceIds.length
      : question.about === 'passage'
        ? 1
        : chosen;
  const what = countOf(count, 'passage');
  const title = question.about === 'evidence' ? `Stance of ${what}` : `File ${what} as evidence`;
  const give = (stance: Stance): void => void giveStance(session, question, stance);
  return (
    <Dialog closeButton title={title} onClose={() => session.closeDialog()}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset of buttons says no more */}
      <div
        className="stance-choices"
        role="group"
        aria-label="Stance"
        onKeyDown={(event) => {
          const stance = stances.find((one) => stanceSigns[one].toLowerCase() === event.key);
          if (stance !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            give(stance);
            return;
          }
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (step === 0) return;
          event.preventDefault();
          const buttons = [...event.currentTarget.querySelectorAll('button')];
          const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
          buttons[(at + step + buttons.length) % buttons.length]?.focus();
        }}
      >
        {stances.map((stance, index) => (
          <button
            key={stance}
            type="button"
            className="stance-choice"
            // biome-ignore lint/a11y/noAutofocus: the dialog is this question
            autoFocus={index === 0}
            onClick={() => give(stance)}
          >
            <span className="stance" data-stance={stance} aria-hidden="true">
              {stanceSigns[stance]}
            </span>
            {stance}
            <kbd>{stanceSigns[stance]}</kbd>
          </button>
        ))}
      </div>
    </Dialog>
  );
}
