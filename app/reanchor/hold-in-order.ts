import type { SharedGram } from './shared-grams.ts';

/** As many of the grams as keep one order: the longest subsequence that rises on the right. Expects them by `left`. */
export function holdInOrder(grams: readonly SharedGram[]): readonly SharedGram[] {
  // For each length, the gram that ends the best subsequence of it; and for each gram, the one before it.
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, gram] of grams.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((grams[ends[middle] ?? 0]?.right ?? 0) < gram.right) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? -1 : (ends[low - 1] ?? -1));
    ends[low] = index;
  }
  const chosen: SharedGram[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const gram = grams[index];
    if (gram !== undefined) chosen.push(gram);
  }
  return chosen.reverse();
}
