import { type ReactNode, useEffect, useState } from 'react';
import type { SilenceSuggestion } from '../../../app/host/suggestions.ts';
import { articlesOfSide } from '../../session/matrix/matrix-side.ts';
import type { MatrixSide } from '../../session/matrix/matrix-state.ts';
import { proposeCellSilence } from '../../session/review/cell-silence.ts';
import { useSession } from '../parts/session-context.ts';

/** Beside the search of a cell: what came nearest in its articles, where nothing like the claim's evidence was found. */
export function SilenceProposal({ side }: { readonly side: MatrixSide }): ReactNode {
  const session = useSession();
  const [found, setFound] = useState<readonly SilenceSuggestion[] | null>(null);
  const { claimId, columnId, searched } = side;
  useEffect(() => {
    let isWanted = true;
    setFound(null);
    // The search comes first: what silence rests on is what it shows (rule X5).
    if (searched === null) return;
    // The side as it stands: what is chosen in it changes nothing of the question.
    const { side } = session.get().matrix;
    if (side === null || side.claimId !== claimId || side.columnId !== columnId) return;
    void proposeCellSilence(session, claimId, articlesOfSide(session, side)).then((silences) => {
      if (isWanted) setFound(silences);
    });
    return () => {
      isWanted = false;
    };
  }, [session, claimId, columnId, searched]);
  if (found === null) return null;
  const nearest = found.find((one) => one.nearest !== null)?.nearest ?? null;
  return (
    <p className="silence-proposal" role="status">
      No passage found.{' '}
      {nearest === null ? (
        'No sentence has one of the words that matter.'
      ) : (
        <>
          What comes nearest: <q>{nearest.quote}</q>
        </>
      )}{' '}
      Confirm with <kbd>M</kbd> if it is silent.
    </p>
  );
}
