import type { ReactNode } from 'react';
import { chosenPair, shownPairs } from '../../session/comparing/shown-pairs.ts';
import { useSessionState } from '../parts/session-context.ts';
import { PairDetail } from './pair-detail.tsx';
import { PairList } from './pair-list.tsx';

/** Below the panes: the list of pairs, and how the wording of the chosen one differs. */
export function PairPanel(): ReactNode {
  const comparing = useSessionState((state) => state.comparing);
  const pairs = shownPairs(comparing);
  const chosen = chosenPair(comparing);
  if (pairs.length === 0) {
    return (
      <p className="compare-none">
        {comparing.working
          ? 'Looking for passages that these articles share…'
          : comparing.panes.length < 2
            ? 'Pairs are listed here once two articles stand side by side.'
            : nothingIn(comparing.kinds)}
      </p>
    );
  }
  return (
    <div className="pair-panel">
      <PairList pairs={pairs} at={comparing.at} />
      {chosen === null ? (
        <p className="compare-none">
          Choose a pair, here or between the panes, to see how its wording differs word by word. F7
          goes to the next one.
        </p>
      ) : (
        <PairDetail key={chosen.key} pair={chosen} />
      )}
    </div>
  );
}

function nothingIn(kinds: 'all' | 'links' | 'parallels'): string {
  if (kinds === 'links')
    return 'No link joins these articles. Press L at two passages to link them.';
  return 'These articles share no passage of so many words. Choose fewer words above to find more.';
}
