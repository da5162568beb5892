/** How many words of a headline are looked at: the work grows with the square of them. */
const mostWords = 80;
const commonOfShorter = 2 / 3;
const commonOfBoth = 0.55;
/** Where one goes on for longer with words of its own, it says something else. */
const mostBetween = 3;

/**
 * Whether two headlines are one in about the same words: two thirds of the shorter one's words stand in the other, in the
 * same order, they are over half of all words of both, and no more than three others stand together. Signs of Chinese and Japanese count as words. "Bridge Closed
 * for Weeks" is "The Bridge Is Closed for Weeks"; both are not "Weeks of work at the bridge".
 */
export function isSameHeadline(one: string, other: string): boolean {
  const words = headlineWords(one);
  const otherWords = headlineWords(other);
  const shorter = Math.min(words.length, otherWords.length);
  if (shorter === 0) return false;
  const { count, longestGap } = sharedInOrder(words, otherWords);
  return (
    count >= shorter * commonOfShorter &&
    2 * count >= (words.length + otherWords.length) * commonOfBoth &&
    longestGap <= mostBetween
  );
}

/** Whether two headlines share half the words of the shorter one: versions of one, or the same. */
export function isRelatedHeadline(one: string, other: string): boolean {
  const words = headlineWords(one);
  const otherWords = headlineWords(other);
  const { count } = sharedInOrder(words, otherWords);
  return count > 0 && 2 * count >= Math.min(words.length, otherWords.length);
}

/** The words of a headline, in lower case and compatibility forms, 80 at most. */
export function headlineWords(headline: string): readonly string[] {
  const folded = headline.normalize('NFKC').toLowerCase();
  const words = folded.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+/gu,
  );
  return (words ?? []).slice(0, mostWords);
}

interface Shared {
  readonly count: number;
  /** The longest run of words in either headline between two shared ones, or at an end. */
  readonly longestGap: number;
}

/** The longest common subsequence. */
function sharedInOrder(one: readonly string[], other: readonly string[]): Shared {
  const counts = commonCounts(one, other);
  let longestGap = 0;
  let [from, otherFrom] = [0, 0];
  let [at, otherAt] = [0, 0];
  const close = () => {
    longestGap = Math.max(longestGap, at - from, otherAt - otherFrom);
  };
  while (at < one.length && otherAt < other.length) {
    if (one[at] === other[otherAt]) {
      close();
      at += 1;
      otherAt += 1;
      [from, otherFrom] = [at, otherAt];
    } else if ((counts[at + 1]?.[otherAt] ?? 0) >= (counts[at]?.[otherAt + 1] ?? 0)) at += 1;
    else otherAt += 1;
  }
  [at, otherAt] = [one.length, other.length];
  close();
  return { count: counts[0]?.[0] ?? 0, longestGap };
}

/** At [i][j]: how long it is of what stands from word i and word j on. */
function commonCounts(one: readonly string[], other: readonly string[]): readonly number[][] {
  const rows = Array.from({ length: one.length + 1 }, () =>
    new Array<number>(other.length + 1).fill(0),
  );
  for (let at = one.length - 1; at >= 0; at -= 1) {
    const [row = [], below = []] = [rows[at], rows[at + 1]];
    for (let otherAt = other.length - 1; otherAt >= 0; otherAt -= 1) {
      row[otherAt] =
        one[at] === other[otherAt]
          ? (below[otherAt + 1] ?? 0) + 1
          : Math.max(below[otherAt] ?? 0, row[otherAt + 1] ?? 0);
    }
  }
  return rows;
}
