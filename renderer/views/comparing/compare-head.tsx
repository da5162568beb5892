import { ArrowDown, ArrowUp, Lock, LockOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { countOf } from '../../session/article-list.ts';
import {
  setLeastWords,
  showKinds,
  stepPair,
  toggleLock,
} from '../../session/comparing/choose-pair.ts';
import { leastWordsOffered } from '../../session/comparing/least-words.ts';
import { shownPairs } from '../../session/comparing/shown-pairs.ts';
import { SearchSegments } from '../desk/search-segments.tsx';
import { KeyLabel } from '../parts/key-label.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';

/** What is compared, what of it is shown, and whether the panes scroll together. */
export function CompareHead(): ReactNode {
  const session = useSession();
  const comparing = useSessionState((state) => state.comparing);
  const { kinds, working, failure, locked, at } = comparing;
  const pairs = shownPairs(comparing);
  const index = pairs.findIndex(({ key }) => key === at);
  const places =
    index === -1 ? countOf(pairs.length, 'pair') : `Pair ${index + 1} of ${pairs.length}`;
  return (
    <header className="compare-head">
      <h2>Compare</h2>
      <span className="compare-count">{working ? 'Looking for pairs…' : places}</span>
      {failure !== null && (
        <span className="compare-failed" role="alert">
          {failure}
        </span>
      )}
      <SearchSegments
        label="Show pairs"
        value={kinds}
        options={[
          ['all', 'All'],
          ['links', 'Links'],
          ['parallels', 'Parallels'],
        ]}
        onChange={(chosen) => showKinds(session, chosen)}
      />
      <label className="compare-least">
        <span className="compare-least-words">at least</span>
        <select
          aria-label="Fewest words of a parallel passage"
          value={comparing.leastWords}
          onChange={(event) => setLeastWords(session, Number(event.target.value))}
        >
          {leastWordsOffered.map((count) => (
            <option key={count} value={count}>
              {count} words
            </option>
          ))}
        </select>
      </label>
      <span className="compare-head-end">
        <button
          type="button"
          className="button quiet"
          aria-label="Previous pair"
          title="Previous pair"
          disabled={pairs.length === 0}
          onClick={() => stepPair(session, -1)}
        >
          <ArrowUp size={14} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="button quiet"
          disabled={pairs.length === 0}
          onClick={() => stepPair(session, 1)}
        >
          <ArrowDown size={14} aria-hidden="true" />
          <span className="visually-hidden">Next pair</span>
          <KeyLabel value="F7" />
        </button>
        <button
          type="button"
          className="button quiet compare-lock"
          aria-pressed={locked}
          title="Each pane scrolls with the one you read"
          onClick={() => toggleLock(session)}
        >
          {locked ? (
            <Lock size={14} aria-hidden="true" />
          ) : (
            <LockOpen size={14} aria-hidden="true" />
          )}
          Lock scrolling
        </button>
      </span>
    </header>
  );
}
