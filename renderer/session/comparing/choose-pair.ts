import { countOf } from '../article-list.ts';
import type { Session } from '../session.ts';
import { comparedReaders } from './compared-readers.ts';
import type { ComparingState } from './comparing-state.ts';
import { changeComparingView } from './comparing-view.ts';
import { pairInWords } from './pair-words.ts';
import { setComparing } from './set-comparing.ts';
import { shownPairs } from './shown-pairs.ts';

/** Puts a pair before the analyst: both ends come into view, and how they differ is shown below. */
export function choosePair(session: Session, key: string): void {
  const pairs = shownPairs(session.get().comparing);
  const index = pairs.findIndex((pair) => pair.key === key);
  const pair = pairs[index];
  if (pair === undefined) return;
  setComparing(session, { at: key });
  comparedReaders(session).show(pair);
  session.say(`Pair ${index + 1} of ${pairs.length}. ${pairInWords(session, pair)}`);
}

/** Goes to the next (1) or previous (-1) pair. */
export function stepPair(session: Session, direction: 1 | -1): void {
  const { comparing } = session.get();
  const pairs = shownPairs(comparing);
  if (pairs.length === 0) {
    session.say('There are no pairs here: these articles have no passages in common and no links.');
    return;
  }
  const present = pairs.findIndex(({ key }) => key === comparing.at);
  const wanted = present === -1 ? (direction === 1 ? 0 : pairs.length - 1) : present + direction;
  const next = pairs[wanted];
  if (next === undefined) {
    session.say(direction === 1 ? 'That was the last pair.' : 'That was the first pair.');
    return;
  }
  choosePair(session, next.key);
}

/** Sets off a pair for as long as the pointer is on it. */
export function lightPair(session: Session, key: string | null): void {
  if (session.get().comparing.lit !== key) setComparing(session, { lit: key });
}

/** Shows links, parallel passages, or both. */
export function showKinds(session: Session, kinds: ComparingState['kinds']): void {
  changeComparingView(session, { kinds });
  const { length } = shownPairs(session.get().comparing);
  session.say(`${countOf(length, 'pair')} shown.`);
}

/** Looks for parallel passages of so many words and more. */
export function setLeastWords(session: Session, leastWords: number): void {
  changeComparingView(session, { leastWords });
}

export function toggleLock(session: Session): void {
  const locked = !session.get().comparing.locked;
  changeComparingView(session, { locked });
  session.say(locked ? 'The panes scroll together.' : 'Each pane scrolls by itself.');
}
