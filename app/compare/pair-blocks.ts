import { heaviestInOrder } from './heaviest-in-order.ts';

/** Two blocks of different texts that say nearly the same, by their indices. */
export interface BlockPair {
  readonly left: number;
  readonly right: number;
}

/** Share of words in common from which two blocks are two states of one. Below, they are read better apart. */
const alike = 0.4;
/** How many candidates of a block are looked at closely. */
const candidates = 4;
/** A word, or two in a row, in more blocks than this says nothing of which block is meant. */
const common = 24;

/**
 * Pairs blocks of two stretches that were found to have none in common: those that share most words, in one order, each
 * in one pair at most. The pairs share as many words in all as the order allows. Cost: about the words of both sides.
 */
export function pairBlocks(left: readonly string[], right: readonly string[]): BlockPair[] {
  if (left.length === 0 || right.length === 0) return [];
  const ours = left.map(wordSet);
  const theirs = right.map(wordSet);
  const edges = [...proposals(ours, theirs)];
  return heaviestInOrder(edges, right.length).map(({ left: one, right: other }) => ({
    left: one,
    right: other,
  }));
}

interface Proposal extends BlockPair {
  readonly weight: number;
}

function* proposals(
  ours: readonly ReadonlySet<string>[],
  theirs: readonly ReadonlySet<string>[],
): Iterable<Proposal> {
  const holders = new Map<string, number[]>();
  for (const [index, words] of theirs.entries()) {
    for (const mark of marks(words)) {
      const list = holders.get(mark);
      if (list === undefined) holders.set(mark, [index]);
      else if (list.length <= common) list.push(index);
    }
  }
  for (const [left, words] of ours.entries()) {
    const votes = new Map<number, number>();
    for (const mark of marks(words)) {
      const list = holders.get(mark) ?? [];
      if (list.length > common) continue;
      for (const right of list) votes.set(right, (votes.get(right) ?? 0) + 1);
    }
    const best = [...votes].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    for (const [right] of best.slice(0, candidates)) {
      const found = theirs[right];
      if (found === undefined) continue;
      const shared = sharedCount(words, found);
      if ((2 * shared) / (words.size + found.size) >= alike) yield { left, right, weight: shared };
    }
  }
}

/** What a block can be known by: its words, and each with the one after it. */
function* marks(words: ReadonlySet<string>): Iterable<string> {
  let before = '';
  for (const word of words) {
    yield word;
    yield `${before} + ${word}`;
    before = word;
  }
}

/** Words of a block, each time it says one: "the", "the 2", so that a repeated word counts as often. */
function wordSet(text: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const set = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(wordPattern)) {
    const count = (counts.get(word) ?? 0) + 1;
    counts.set(word, count);
    set.add(count === 1 ? word : `${word} ${count}`);
  }
  return set;
}

// Scripts without spaces between words: each sign counts as a word.
const wordPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

function sharedCount(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const word of one) if (other.has(word)) count += 1;
  return count;
}
