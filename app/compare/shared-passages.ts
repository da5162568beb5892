import type { TextOffset } from '../base/brand.ts';
import type { RevisionText } from '../record/text.ts';
import { TextAligner } from './align-texts.ts';
import { type AlignedPassage, measured } from './aligned-passage.ts';
import { type TextUnits, unitFlags } from './text-units.ts';
import { unitsOf } from './units-of.ts';

/** A range of a text. */
export interface SharedRange {
  readonly start: TextOffset;
  readonly end: TextOffset;
}

/** Two passages of different texts that share wording (rule W6). */
export interface SharedPassage {
  readonly left: SharedRange;
  readonly right: SharedRange;
  /** Words that both have, in the same order; of scripts without spaces two signs count as one. */
  readonly words: number;
  /** 0 to 1: shared words against the words of both (Dice). */
  readonly score: number;
  /** Whether the words are the same from beginning to end (rule U1). */
  readonly verbatim: boolean;
}

export interface SharedOptions {
  /** How many words two passages must share to count. */
  readonly leastWords: number;
}

/** Shared words from which on two passages are no coincidence, unless the analyst chose otherwise. */
export const usualLeastWords = 6;

/**
 * The passages that two texts share, in the order of the left one: the parallel passages of rule U2, as the index of the
 * project finds them, cut where a paragraph of either text ends. Cost: about the words of both texts.
 */
export function sharedPassages(
  left: RevisionText,
  right: RevisionText,
  options: SharedOptions = { leastWords: usualLeastWords },
): readonly SharedPassage[] {
  const ours = unitsOf(left);
  const theirs = unitsOf(right);
  const found: SharedPassage[] = [];
  for (const passage of new TextAligner().align(ours, theirs, options.leastWords)) {
    for (const piece of withinBlocks(ours, theirs, passage)) {
      if (piece.words < options.leastWords || piece.likeness < 0.5) continue;
      found.push({
        left: rangeOf(ours, piece.left, piece.leftEnd),
        right: rangeOf(theirs, piece.right, piece.rightEnd),
        words: piece.words,
        score: piece.likeness,
        verbatim: piece.verbatim,
      });
    }
  }
  return found.sort(
    (one, other) => one.left.start - other.left.start || one.right.start - other.right.start,
  );
}

/** A passage cut where a block of either text begins. */
function* withinBlocks(
  left: TextUnits,
  right: TextUnits,
  { runs }: AlignedPassage,
): Iterable<AlignedPassage> {
  let piece: number[] = [];
  let leftBefore = -1;
  let rightBefore = -1;
  for (let at = 0; at < runs.length; at += 3) {
    const [from = 0, to = 0, count = 0] = [runs[at], runs[at + 1], runs[at + 2]];
    for (let step = 0; step < count; step += 1) {
      const [ours, theirs] = [from + step, to + step];
      if (
        piece.length > 0 &&
        (beginsBlock(left, leftBefore, ours) || beginsBlock(right, rightBefore, theirs))
      ) {
        yield measured(left, right, Uint32Array.from(piece));
        piece = [];
      }
      const last = piece.length - 3;
      if (step > 0 && last >= 0) piece[last + 2] = (piece[last + 2] ?? 0) + 1;
      else piece.push(ours, theirs, 1);
      leftBefore = ours;
      rightBefore = theirs;
    }
  }
  if (piece.length > 0) yield measured(left, right, Uint32Array.from(piece));
}

/** Whether a block begins after one unit, up to another. */
function beginsBlock({ flags }: TextUnits, before: number, to: number): boolean {
  for (let at = before + 1; at <= to; at += 1) {
    if ((flags[at] ?? 0) & unitFlags.startsBlock) return true;
  }
  return false;
}

function rangeOf({ starts, lengths }: TextUnits, from: number, to: number): SharedRange {
  return {
    start: (starts[from] ?? 0) as TextOffset,
    end: ((starts[to - 1] ?? 0) + (lengths[to - 1] ?? 0)) as TextOffset,
  };
}
