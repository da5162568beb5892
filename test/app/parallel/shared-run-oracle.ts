import type { ParallelPair } from '../../../app/parallel/parallel-pair.ts';
import type { RevisionText } from '../../../app/record/text.ts';

interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Words as anybody would take them, without a look at how the index does. */
export const wordPatterns = [
  /[\p{L}\p{N}]+/gu,
  /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu,
  /\S*[\p{L}\p{N}]\S*/gu,
];

function wordsOf(text: string, pattern: RegExp): readonly Word[] {
  return [...text.matchAll(pattern)].map((match) => ({
    key: match[0].toLowerCase().replaceAll('’', "'"),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * Every run of eight words and more that two texts share, tried place by place, that is inside none of the pairs; a word
 * counts as inside where its letters are.
 */
export function lostRuns(
  [one, other]: readonly [RevisionText, RevisionText],
  pairs: readonly ParallelPair[],
  pattern: RegExp,
): readonly string[] {
  const ours = wordsOf(one.text, pattern);
  const theirs = wordsOf(other.text, pattern);
  const lost: string[] = [];
  for (let left = 0; left < ours.length; left += 1) {
    for (let right = 0; right < theirs.length; right += 1) {
      if (ours[left]?.key !== theirs[right]?.key) continue;
      if (left > 0 && right > 0 && ours[left - 1]?.key === theirs[right - 1]?.key) continue;
      let count = 1;
      while (left + count < ours.length && ours[left + count]?.key === theirs[right + count]?.key) {
        count += 1;
      }
      if (count < 8) continue;
      const from = trimmed(one.text, ours[left]?.start ?? 0, ours[left + count - 1]?.end ?? 0);
      const to = trimmed(
        other.text,
        theirs[right]?.start ?? 0,
        theirs[right + count - 1]?.end ?? 0,
      );
      const isInside = pairs.some(
        (pair) =>
          pair.one.start <= from.start &&
          from.end <= pair.one.end &&
          pair.other.start <= to.start &&
          to.end <= pair.other.end,
      );
      if (!isInside) lost.push(one.text.slice(from.start, from.end));
    }
  }
  return lost;
}

/** Without signs at the ends, which are in no passage. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const inner = /[\p{L}\p{N}](?:[\s\S]*[\p{L}\p{N}])?/u.exec(text.slice(start, end));
  if (inner === null) return { start, end: start };
  return { start: start + inner.index, end: start + inner.index + inner[0].length };
}
