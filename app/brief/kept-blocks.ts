import type { RichTextNode } from '../record/rich-text.ts';

/** Whether two blocks are one object, or say the same. */
export function sameBlock(one: RichTextNode, other: RichTextNode | undefined): boolean {
  return one === other || (other !== undefined && JSON.stringify(one) === JSON.stringify(other));
}

/**
 * For each block of a document its place in the document before, `null` for one that was not there; places ascend, so a
 * block that was moved past others counts as new where those stay. As many stay as can. Blocks at both ends are compared
 * first; of those between, the same object, or else the same words, is the same block. Cost: n log n, and writing out
 * the blocks that are no object of before.
 */
export function keptBlocks(
  before: readonly RichTextNode[],
  after: readonly RichTextNode[],
): (number | null)[] {
  const kept: (number | null)[] = after.map(() => null);
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && sameAt(before, start, after, start)) {
    kept[start] = start;
    start += 1;
  }
  let end = 0;
  while (
    end < least - start &&
    sameAt(before, before.length - 1 - end, after, after.length - 1 - end)
  ) {
    end += 1;
    kept[after.length - end] = before.length - end;
  }
  const places = placesBetween(before.slice(start, before.length - end));
  const found: { readonly index: number; readonly place: number }[] = [];
  for (let index = start; index < after.length - end; index += 1) {
    const block = after[index];
    const place = block === undefined ? undefined : places(block);
    if (place !== undefined) found.push({ index, place: place + start });
  }
  for (const { index, place } of longestAscending(found)) kept[index] = place;
  return kept;
}

function sameAt(
  before: readonly RichTextNode[],
  place: number,
  after: readonly RichTextNode[],
  index: number,
): boolean {
  const block = before[place];
  return block !== undefined && sameBlock(block, after[index]);
}

/** Finds blocks again: each place is given away once. */
function placesBetween(
  before: readonly RichTextNode[],
): (block: RichTextNode) => number | undefined {
  const byObject = new Map<RichTextNode, number[]>();
  const byWords = new Map<string, number[]>();
  const taken = new Set<number>();
  for (const [place, block] of before.entries()) put(byObject, block, place);
  let isWritten = false;
  const take = (places: number[] | undefined): number | undefined => {
    let place = places?.shift();
    while (place !== undefined && taken.has(place)) place = places?.shift();
    if (place !== undefined) taken.add(place);
    return place;
  };
  return (block) => {
    const place = take(byObject.get(block));
    if (place !== undefined) return place;
    if (!isWritten) {
      for (const [at, one] of before.entries()) put(byWords, JSON.stringify(one), at);
      isWritten = true;
    }
    return take(byWords.get(JSON.stringify(block)));
  };
}

function put<Key>(map: Map<Key, number[]>, key: Key, place: number): void {
  const places = map.get(key);
  if (places === undefined) map.set(key, [place]);
  else places.push(place);
}

/** The longest row of these whose places ascend (patience sorting). */
function longestAscending<Item extends { readonly place: number }>(items: readonly Item[]): Item[] {
  const piles: number[] = [];
  const behind: number[] = [];
  for (const [at, { place }] of items.entries()) {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const top = items[piles[middle] ?? -1];
      if (top !== undefined && top.place < place) low = middle + 1;
      else high = middle;
    }
    behind[at] = low === 0 ? -1 : (piles[low - 1] ?? -1);
    piles[low] = at;
  }
  const row: Item[] = [];
  for (let at = piles.at(-1) ?? -1; at >= 0; at = behind[at] ?? -1) {
    const item = items[at];
    if (item !== undefined) row.push(item);
  }
  return row.reverse();
}
