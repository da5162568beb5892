import { diffArrays } from 'diff';

/**
 * The words of a text in order: runs of letters, digits and marks, compatibility forms and case folded; of Chinese and
 * Japanese, which have no spaces, each character.
 */
export function wordsOf(text: string): string[] {
  // A hyphen that only says where a word may be broken breaks none.
  const folded = text.replaceAll('\u00ad', '').normalize('NFKC').toLowerCase();
  return folded.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** Precision and recall in one: the harmonic mean, with every word counted as often as it stands, its place set aside. */
export function bagF1(found: readonly string[], wanted: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of wanted) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of found) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    common += 1;
    counts.set(word, count - 1);
  }
  return harmonicMean(common, found, wanted);
}

/** As `bagF1`, of the longest common subsequence: what stands in another order is not found. */
export function orderedF1(found: readonly string[], wanted: readonly string[]): number {
  return harmonicMean(inOrder(found, wanted), found, wanted);
}

/** How many words both have in the same order. */
export function inOrder(found: readonly string[], wanted: readonly string[]): number {
  return diffArrays([...wanted], [...found])
    .filter((part) => !part.added && !part.removed)
    .reduce((sum, part) => sum + part.value.length, 0);
}

function harmonicMean(common: number, found: readonly string[], wanted: readonly string[]): number {
  const both = found.length + wanted.length;
  return both === 0 ? 1 : (2 * common) / both;
}
