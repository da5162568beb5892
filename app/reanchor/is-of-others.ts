import type { AlignedTexts } from './aligned-texts.ts';
import type { SoughtRange } from './find-places.ts';
import type { MappedRange } from './map-range.ts';
import { tokensIn } from './token-index.ts';

/**
 * Whether all words of a place in the new text are, by the differences of the two texts, old words beside those that are
 * sought: what stood there before as something else. Cost: the words of the place, and finding them.
 */
export function isOfOthers(
  { young, pairs, pairedBehind }: AlignedTexts,
  sought: SoughtRange,
  { start, end }: MappedRange,
): boolean {
  const place = tokensIn(young, start, end);
  if (place === null) return false;
  let others = 0;
  for (let at = firstFrom(pairedBehind, place.from); at < pairs.length; at += 1) {
    const pair = pairs[at] ?? -1;
    if (pair >= place.to) break;
    if (pair >= place.from && (at < sought.from || at >= sought.to)) others += 1;
  }
  return others === place.to - place.from;
}

/** The first place of a list that never falls whose value is at least `least`. */
function firstFrom(rising: Int32Array, least: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
