import { comparedWords } from './compared-words.ts';
import type { ChangePiece } from './passage-changes.ts';

/** How many words of two passages are what. */
export interface ChangeCounts {
  /** Shared in order, written alike or not. */
  readonly same: number;
  readonly cut: number;
  readonly inserted: number;
  /** Words of the left passage that have others in their place on the right, and how many these are. */
  readonly replaced: number;
  readonly by: number;
  readonly moved: number;
  /** Places, not words: written otherwise, or other signs. */
  readonly slight: number;
}

/** Counts the words of the pieces of two passages. Cost: their length. */
export function countChanges(pieces: readonly ChangePiece[]): ChangeCounts {
  const counts = { same: 0, cut: 0, inserted: 0, replaced: 0, by: 0, moved: 0, slight: 0 };
  for (const { kind, left, right } of pieces) {
    const ours = comparedWords(left).length;
    const theirs = comparedWords(right).length;
    if (kind === 'same' || kind === 'slight') counts.same += ours;
    if (kind === 'slight') counts.slight += 1;
    else if (kind === 'cut') counts.cut += ours;
    else if (kind === 'inserted') counts.inserted += theirs;
    // Each move has a piece on either side.
    else if (kind === 'moved') counts.moved += ours;
    else if (kind === 'replaced') {
      counts.replaced += ours;
      counts.by += theirs;
    }
  }
  return counts;
}
