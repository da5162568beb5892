import { type ChangeCounts, countChanges } from '../../../app/compare/count-changes.ts';
import { type ChangePiece, passageChanges } from '../../../app/compare/passage-changes.ts';
import { relationName } from '../../../app/link/link-diffs.ts';
import { countOf } from '../article-list.ts';
import type { Session } from '../session.ts';
import { letterOf } from './compare-panes.ts';
import type { ComparedPair } from './comparing-state.ts';

const sameWords = 'The same words';

const known = new WeakMap<ComparedPair, readonly ChangePiece[]>();

/** How the two passages of a pair differ, word by word; worked out once for each pair. */
export function changesOf(pair: ComparedPair): readonly ChangePiece[] {
  const changes = known.get(pair) ?? passageChanges(pair.left.quote, pair.right.quote);
  known.set(pair, changes);
  return changes;
}

/** "2 words replaced by 3, 1 cut, 4 inserted, 2 moved; 1 place written otherwise". */
export function changesInWords(pair: ComparedPair): string {
  return countsInWords(countChanges(changesOf(pair)));
}

function countsInWords(counts: ChangeCounts): string {
  const { cut, inserted, replaced, by, moved, slight } = counts;
  const named: [number, string][] = [
    [replaced, `replaced${by === replaced ? '' : ` by ${by}`}`],
    [cut, 'cut'],
    [inserted, 'inserted'],
    [moved, 'moved'],
  ];
  const parts = named
    .filter(([count]) => count > 0)
    .map(([count, what], index) => `${index === 0 ? countOf(count, 'word') : count} ${what}`);
  const otherwise = slight === 0 ? '' : `${countOf(slight, 'place')} written otherwise`;
  if (parts.length === 0) return otherwise === '' ? sameWords : `The same words; ${otherwise}`;
  return [parts.join(', '), otherwise].filter(Boolean).join('; ');
}

/** What a pair is: "linked: repeats", "same words", "reworded". */
export function kindInWords({ link, type, verbatim }: ComparedPair): string {
  if (link !== null) return `linked: ${relationName(type, true)}`;
  return verbatim ? 'same words' : 'reworded';
}

/** "A × B". */
export function lettersOf(session: Session, { left, right }: ComparedPair): string {
  return `${letterOf(session, left.paneId)} × ${letterOf(session, right.paneId)}`;
}

/** What differs, or nothing where the kind says that nothing does. */
export function changesShortly(pair: ComparedPair): string {
  const words = changesInWords(pair);
  return pair.link === null && words === sameWords ? '' : words;
}

/** What a screen reader says of a pair: "A × B, reworded: … 2 words replaced, 1 cut." */
export function pairInWords(session: Session, pair: ComparedPair): string {
  const { quote } = pair.left;
  const short = quote.length > 120 ? `${quote.slice(0, 120).toWellFormed()}…` : quote;
  return `${lettersOf(session, pair)}, ${kindInWords(pair)}: “${short}” ${changesInWords(pair)}.`;
}
