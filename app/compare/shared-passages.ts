import type { TextOffset } from '../base/brand.ts';
import type { RevisionText } from '../record/text.ts';
import { wordKey } from './compared-words.ts';

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
  /** Whether the words are the same from beginning to end (rule W2). */
  readonly verbatim: boolean;
}

export interface SharedOptions {
  /** How many words two passages must share to count. */
  readonly leastWords: number;
}

/** Shared words from which on two passages are no coincidence, unless the analyst chose otherwise. */
export const usualLeastWords = 6;

/** So many words in a row that stand in both texts are where passages begin to be looked for. */
const seedWords = 3;
/** A run of words in more places than this says nothing of which of them is meant. */
const mostPlaces = 12;
/** So many words may stand between shared ones on either side before it is another passage. */
const longestGap = 6;
/** Passages that share less of their words are two statements with a phrase in common. */
const leastScore = 0.5;

interface Unit {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  readonly block: number;
  /** 1, or a half for a sign of a script without spaces. */
  readonly weight: number;
}

/** Scripts without spaces between words: each sign is a unit, since words found by a dictionary differ with the context. */
const unitPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+(?:[.,'’\u00ad][\p{L}\p{N}\p{M}]+)*/gu;
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u;

/**
 * The passages that two texts share, each within one block of either text, in the order of the left one. Found from runs
 * of three words that stand in both; a passage may hold other words between the shared ones, six in a row at most. Where
 * two passages lie over one another, the one that shares more words stays. Cost: about the words of both texts.
 */
export function sharedPassages(
  left: RevisionText,
  right: RevisionText,
  options: SharedOptions = { leastWords: usualLeastWords },
): readonly SharedPassage[] {
  const ids = new Map<string, number>();
  const ours = unitsOf(left, ids);
  const theirs = unitsOf(right, ids);
  const found: Found[] = [];
  for (const chain of chainsOf(seedsOf(ours, theirs), ours, theirs)) {
    const passage = passageOf(chain, ours, theirs);
    if (passage.words >= options.leastWords && passage.score >= leastScore) found.push(passage);
  }
  return withoutOverlaps(found)
    .map(({ fromLeft, toLeft, fromRight, toRight, ...rest }) => ({
      left: rangeOf(ours, fromLeft, toLeft),
      right: rangeOf(theirs, fromRight, toRight),
      ...rest,
    }))
    .sort((one, other) => one.left.start - other.left.start || one.right.start - other.right.start);
}

function unitsOf({ text, blocks }: RevisionText, ids: Map<string, number>): Unit[] {
  const units: Unit[] = [];
  for (const [block, { start, end }] of blocks.entries()) {
    for (const match of text.slice(start, end).matchAll(unitPattern)) {
      const key = wordKey(match[0]);
      let id = ids.get(key);
      if (id === undefined) {
        id = ids.size;
        ids.set(key, id);
      }
      const at = start + match.index;
      const weight = unspaced.test(match[0]) ? 0.5 : 1;
      units.push({ id, start: at, end: at + match[0].length, block, weight });
    }
  }
  return units;
}

/** Where runs of `seedWords` units stand in both texts, by their first units, in the order of the left text. */
function* seedsOf(
  ours: readonly Unit[],
  theirs: readonly Unit[],
): Iterable<readonly [left: number, right: number]> {
  const places = new Map<string, number[]>();
  for (const [at, gram] of gramsOf(theirs)) {
    const known = places.get(gram);
    if (known === undefined) places.set(gram, [at]);
    else if (known.length <= mostPlaces) known.push(at);
  }
  const counts = new Map<string, number>();
  for (const [, gram] of gramsOf(ours)) {
    if (places.has(gram)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  for (const [at, gram] of gramsOf(ours)) {
    const there = places.get(gram);
    if (there === undefined || there.length > mostPlaces) continue;
    if ((counts.get(gram) ?? 0) > mostPlaces) continue;
    for (const place of there) yield [at, place];
  }
}

function* gramsOf(units: readonly Unit[]): Iterable<readonly [at: number, gram: string]> {
  for (let at = 0; at + seedWords <= units.length; at += 1) {
    const last = units[at + seedWords - 1];
    if (units[at]?.block !== last?.block) continue;
    let gram = '';
    for (let step = 0; step < seedWords; step += 1) gram += `${units[at + step]?.id} `;
    yield [at, gram];
  }
}

/** Pairs of equal units, ascending on both sides, near each other. */
type Chain = (readonly [left: number, right: number])[];

/** Joins seeds that follow one another on both sides within the longest gap and in one block: each to the nearest chain. */
function chainsOf(
  seeds: Iterable<readonly [left: number, right: number]>,
  ours: readonly Unit[],
  theirs: readonly Unit[],
): Chain[] {
  const done: Chain[] = [];
  let open: Chain[] = [];
  for (const [left, right] of seeds) {
    const still: Chain[] = [];
    let best: Chain | null = null;
    let bestReach = Number.POSITIVE_INFINITY;
    for (const chain of open) {
      const [lastLeft, lastRight] = chain.at(-1) ?? [0, 0];
      if (left - lastLeft > longestGap + 1 || ours[lastLeft]?.block !== ours[left]?.block) {
        done.push(chain);
        continue;
      }
      still.push(chain);
      // The seed begins within the chain's last one, or after it.
      const begin = overlapOf(chain, left, right);
      if (begin === null || theirs[lastRight]?.block !== theirs[right]?.block) continue;
      const [stepLeft, stepRight] = [left + begin - lastLeft, right + begin - lastRight];
      if (stepLeft < 1 || stepRight < 1 || stepRight > longestGap + 1) continue;
      const reach = Math.abs(stepLeft - stepRight) * 2 + stepLeft + stepRight;
      if (reach < bestReach) {
        best = chain;
        bestReach = reach;
      }
    }
    open = still;
    if (best === null) {
      open.push(seedUnits(left, right, 0));
    } else best.push(...seedUnits(left, right, overlapOf(best, left, right) ?? 0));
  }
  return [...done, ...open];
}

/**
 * How many units of a seed a chain has already: those up to its last pair, if the seed goes on in the chain's last run;
 * `null`: the seed crosses the chain.
 */
function overlapOf(chain: Chain, left: number, right: number): number | null {
  const [lastLeft, lastRight] = chain.at(-1) ?? [0, 0];
  if (left > lastLeft && right > lastRight) return 0;
  const step = lastLeft - left;
  return step === lastRight - right && step >= 0 && step < seedWords - 1 ? step + 1 : null;
}

function seedUnits(left: number, right: number, from: number): Chain {
  const units: Chain = [];
  for (let step = from; step < seedWords; step += 1) units.push([left + step, right + step]);
  return units;
}

interface Found {
  readonly fromLeft: number;
  readonly toLeft: number;
  readonly fromRight: number;
  readonly toRight: number;
  readonly words: number;
  readonly score: number;
  readonly verbatim: boolean;
}

/** What a chain spans; equal units between its seeds, single ones, count as well. */
function passageOf(chain: Chain, ours: readonly Unit[], theirs: readonly Unit[]): Found {
  const [fromLeft, fromRight] = chain[0] ?? [0, 0];
  const [lastLeft, lastRight] = chain.at(-1) ?? [0, 0];
  let words = 0;
  let before: readonly [number, number] | null = null;
  for (const [left, right] of chain) {
    if (before !== null) {
      words += sharedBetween(ours, theirs, before[0] + 1, left, before[1] + 1, right);
    }
    words += ours[left]?.weight ?? 1;
    before = [left, right];
  }
  const weightOf = (units: readonly Unit[], from: number, last: number): number => {
    let sum = 0;
    for (let at = from; at <= last; at += 1) sum += units[at]?.weight ?? 1;
    return sum;
  };
  const total = weightOf(ours, fromLeft, lastLeft) + weightOf(theirs, fromRight, lastRight);
  return {
    ...{ fromLeft, toLeft: lastLeft, fromRight, toRight: lastRight },
    words,
    score: (2 * words) / total,
    verbatim: 2 * words === total,
  };
}

/** The weight of units between two pairs that stand in both in order: gaps are short, so by the textbook's table. */
function sharedBetween(
  ours: readonly Unit[],
  theirs: readonly Unit[],
  fromLeft: number,
  toLeft: number,
  fromRight: number,
  toRight: number,
): number {
  if (fromLeft >= toLeft || fromRight >= toRight) return 0;
  let above = new Float64Array(toRight - fromRight + 1);
  for (let left = fromLeft; left < toLeft; left += 1) {
    const row = new Float64Array(above.length);
    for (let right = fromRight; right < toRight; right += 1) {
      const column = right - fromRight + 1;
      const isSame = ours[left]?.id === theirs[right]?.id;
      row[column] = isSame
        ? (above[column - 1] ?? 0) + (ours[left]?.weight ?? 1)
        : Math.max(above[column] ?? 0, row[column - 1] ?? 0);
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}

/** Leaves out what lies, for more than half of it on one side, over a passage that shares more words. */
function withoutOverlaps(found: readonly Found[]): readonly Found[] {
  const best = [...found].sort(
    (one, other) =>
      other.words - one.words ||
      other.score - one.score ||
      one.fromLeft - other.fromLeft ||
      one.fromRight - other.fromRight,
  );
  const lefts = new Taken();
  const rights = new Taken();
  return best.filter(({ fromLeft, toLeft, fromRight, toRight }) => {
    if (lefts.share(fromLeft, toLeft) > 0.5 || rights.share(fromRight, toRight) > 0.5) return false;
    lefts.take(fromLeft, toLeft);
    rights.take(fromRight, toRight);
    return true;
  });
}

/** Units that are in a passage already. */
class Taken {
  readonly #units = new Set<number>();

  share(from: number, to: number): number {
    let count = 0;
    for (let at = from; at <= to; at += 1) if (this.#units.has(at)) count += 1;
    return count / (to - from + 1);
  }

  take(from: number, to: number): void {
    for (let at = from; at <= to; at += 1) this.#units.add(at);
  }
}

function rangeOf(units: readonly Unit[], from: number, to: number): SharedRange {
  return {
    start: (units[from]?.start ?? 0) as TextOffset,
    end: (units[to]?.end ?? 0) as TextOffset,
  };
}
