import type { TextOffset } from '../base/brand.ts';

/** A word of a text: its letters and digits in lower case, and where it stands. */
interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** The best place for some wording in another text. */
export interface WordAlignment {
  readonly start: TextOffset;
  readonly end: TextOffset;
  /** Words that stand in both, in the same order. */
  readonly shared: number;
  /** 0 to 1: shared words against the words of both sides (Dice). */
  readonly score: number;
}

// Smith and Waterman, "Identification of common molecular subsequences", 1981: local alignment, here of words.
const match = 2;
const mismatch = -1;
const gap = -1;

/**
 * Finds where `text` says something most like `quote`, word by word; case, punctuation and quotation marks do not
 * count. `null` when no three words agree. Cost: words of the quote times words of the text.
 */
export function alignWords(quote: string, text: string): WordAlignment | null {
  const ours = words(quote);
  const theirs = words(text);
  const width = theirs.length + 1;
  let above = new Int32Array(width);
  let row = new Int32Array(width);
  // For each cell, where its alignment began and how many words agreed: enough, without a way back.
  let fromAbove = new Int32Array(width);
  let from = new Int32Array(width);
  let sharedAbove = new Int32Array(width);
  let shared = new Int32Array(width);
  let best = { score: 0, start: 0, end: 0, shared: 0 };
  for (const our of ours) {
    for (let column = 1; column < width; column += 1) {
      const same = theirs[column - 1]?.key === our.key;
      const diagonal = (above[column - 1] ?? 0) + (same ? match : mismatch);
      const skipOurs = (above[column] ?? 0) + gap;
      const skipTheirs = (row[column - 1] ?? 0) + gap;
      const score = Math.max(0, diagonal, skipOurs, skipTheirs);
      row[column] = score;
      if (score === 0) {
        from[column] = column;
        shared[column] = 0;
      } else if (score === diagonal) {
        const fresh = (above[column - 1] ?? 0) === 0;
        from[column] = fresh ? column - 1 : (fromAbove[column - 1] ?? 0);
        shared[column] = (fresh ? 0 : (sharedAbove[column - 1] ?? 0)) + (same ? 1 : 0);
      } else if (score === skipOurs) {
        from[column] = fromAbove[column] ?? 0;
        shared[column] = sharedAbove[column] ?? 0;
      } else {
        from[column] = from[column - 1] ?? 0;
        shared[column] = shared[column - 1] ?? 0;
      }
      if (score > best.score) {
        best = { score, start: from[column] ?? 0, end: column, shared: shared[column] ?? 0 };
      }
    }
    [above, row] = [row, above];
    [fromAbove, from] = [from, fromAbove];
    [sharedAbove, shared] = [shared, sharedAbove];
  }
  const first = theirs[best.start];
  const last = theirs[best.end - 1];
  if (best.shared < 3 || first === undefined || last === undefined) return null;
  const [start, end] = withSameMarks(quote, text, ours, first.start, last.end);
  return {
    start: start as TextOffset,
    end: end as TextOffset,
    shared: best.shared,
    score: (2 * best.shared) / (ours.length + (best.end - best.start)),
  };
}

/** Takes in the marks around the words as far as they are those around the quote's own words. */
function withSameMarks(
  quote: string,
  text: string,
  ours: readonly Word[],
  first: number,
  last: number,
): readonly [start: number, end: number] {
  let start = first;
  let end = last;
  for (let at = (ours[0]?.start ?? 0) - 1; at >= 0 && text[start - 1] === quote[at]; at -= 1)
    start -= 1;
  for (let at = ours.at(-1)?.end ?? 0; at < quote.length && text[end] === quote[at]; at += 1)
    end += 1;
  return [start, end];
}

function words(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:[.,’'][\p{L}\p{N}]+)*/gu)].map((found) => ({
    key: found[0].toLowerCase().replaceAll('’', "'"),
    start: found.index,
    end: found.index + found[0].length,
  }));
}
