import {
  type AlignedPassage,
  joinedRuns,
  measured,
  runWords,
  turnedPassage,
} from './aligned-passage.ts';
import { betweenSeams } from './alignment-seams.ts';
import { type AlignedSide, AlignmentExtender } from './extend-alignment.ts';
import { SharedRuns, type UnitRun } from './shared-runs.ts';
import type { TextUnits } from './text-units.ts';

/** So many words in a row that two texts share are always inside a passage (rule U3). */
export const sureRun = 8;

/**
 * How much an extension may lose before it is given up, where a unit that both have is worth two and one that only one has
 * costs one: seventeen words that one text put in, or eight that were replaced.
 */
const drop = 16;
/** Shared runs begin a passage from this length on. */
const shortestRun = 3;
/** Of two texts that repeat themselves more passages than this say nothing new; each place is still in one. */
const mostPassages = 200;

/** Aligns texts. Keeps what it prepared of the left one, so call it with one left text after the other. */
export class TextAligner {
  readonly #runs = new SharedRuns();
  readonly #extender = new AlignmentExtender(drop);

  /**
   * The passages that share at least `leastWords` words, half of both or more, longest first; and whatever holds a run of
   * eight words, whole. Which text is left makes no difference. Cost: some 20 ns a unit of the right text, and some
   * microseconds for each run of three words in both.
   */
  align(left: TextUnits, right: TextUnits, leastWords: number): readonly AlignedPassage[] {
    const runs = this.#runs.between(left.hashes, right.hashes, shortestRun);
    if (runs.length === 0) return [];
    if (isBefore(right, left)) {
      return this.#alignInOrder(right, left, runs.map(turnedRun), leastWords).map(turnedPassage);
    }
    return this.#alignInOrder(left, right, runs, leastWords);
  }

  #alignInOrder(
    left: TextUnits,
    right: TextUnits,
    runs: UnitRun[],
    leastWords: number,
  ): AlignedPassage[] {
    runs.sort(
      (one, other) => other.count - one.count || one.left - other.left || one.right - other.right,
    );
    const found: AlignedPassage[] = [];
    const leftTaken = new Uint8Array(left.count);
    const rightTaken = new Uint8Array(right.count);
    for (const run of runs) {
      if (found.some((passage) => holds(passage, run))) continue;
      const sure = runWords(left, right, run) >= sureRun;
      // What lies in another passage on one side is told already, unless it is long.
      const isTold =
        isTaken(leftTaken, run.left, run.count) || isTaken(rightTaken, run.right, run.count);
      if (isTold && !sure) continue;
      if (
        found.length >= mostPassages &&
        isTaken(leftTaken, run.left, run.count) &&
        isTaken(rightTaken, run.right, run.count)
      ) {
        continue;
      }
      const passage = this.#extend(left, right, run);
      if (!sure && (passage.words < leastWords || passage.likeness < 0.5)) continue;
      found.push(passage);
      leftTaken.fill(1, passage.left, passage.leftEnd);
      rightTaken.fill(1, passage.right, passage.rightEnd);
    }
    return withoutOverlaps(found, left.count, right.count);
  }

  #extend(left: TextUnits, right: TextUnits, run: UnitRun): AlignedPassage {
    const runs: number[] = [];
    const sideOf = (units: Uint32Array, start: number, step: 1 | -1): AlignedSide => ({
      units,
      start,
      step,
      count: step === 1 ? units.length - start : start + 1,
    });
    this.#extender.extend(
      sideOf(left.hashes, run.left - 1, -1),
      sideOf(right.hashes, run.right - 1, -1),
    );
    this.#extender.eachRun((ours, theirs, count) => {
      runs.push(run.left - ours - count, run.right - theirs - count, count);
    });
    const middle = runs.length;
    const [leftNext, rightNext] = [run.left + run.count, run.right + run.count];
    this.#extender.extend(sideOf(left.hashes, leftNext, 1), sideOf(right.hashes, rightNext, 1));
    const behind: number[][] = [];
    this.#extender.eachRun((ours, theirs, count) => {
      behind.push([leftNext + ours, rightNext + theirs, count]);
    });
    runs.splice(middle, 0, run.left, run.right, run.count);
    // One by one: of long texts there are more than a call takes arguments.
    for (const [ours = 0, theirs = 0, count = 0] of behind.reverse())
      runs.push(ours, theirs, count);
    return measured(left, right, betweenSeams(left, right, joinedRuns(runs), run));
  }
}

function isTaken(taken: Uint8Array, from: number, count: number): boolean {
  let sum = 0;
  for (let at = from; at < from + count; at += 1) sum += taken[at] ?? 0;
  return sum * 2 > count;
}

function holds(passage: AlignedPassage, { left, right, count }: UnitRun): boolean {
  return (
    passage.left <= left &&
    left + count <= passage.leftEnd &&
    passage.right <= right &&
    right + count <= passage.rightEnd
  );
}

/**
 * Leaves out what lies, for more than half of it on one side, over a passage that shares more words; but never what holds
 * a run of eight.
 */
function withoutOverlaps(
  found: readonly AlignedPassage[],
  leftCount: number,
  rightCount: number,
): AlignedPassage[] {
  const best = [...found].sort(
    (one, other) =>
      other.words - one.words ||
      other.likeness - one.likeness ||
      one.left - other.left ||
      one.right - other.right,
  );
  if (best.length < 2) return best;
  const lefts = new Uint8Array(leftCount);
  const rights = new Uint8Array(rightCount);
  return best.filter((passage) => {
    const { left, leftEnd, right, rightEnd } = passage;
    const isOver = isTaken(lefts, left, leftEnd - left) || isTaken(rights, right, rightEnd - right);
    if (isOver && passage.longestRun < sureRun) return false;
    lefts.fill(1, left, leftEnd);
    rights.fill(1, right, rightEnd);
    return true;
  });
}

/** An order of texts that depends on nothing but them. */
function isBefore(one: TextUnits, other: TextUnits): boolean {
  if (one.count !== other.count) return one.count < other.count;
  for (let at = 0; at < one.count; at += 1) {
    const [ours = 0, theirs = 0] = [one.hashes[at], other.hashes[at]];
    if (ours !== theirs) return ours < theirs;
  }
  return false;
}

function turnedRun({ left, right, count }: UnitRun): UnitRun {
  return { left: right, right: left, count };
}
