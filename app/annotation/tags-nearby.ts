import type { TagId } from '../record/ids.ts';
import type { CountedPassage } from './counted-passage.ts';

/**
 * Of each passage whose words other passages of its revision share: the tags of all of these, its own first. Two passages
 * overlap if they share a code unit. Those that overlap nothing but passages with their own tags may be missing.
 * O(n t log n) in each revision, t being the tags in it: how many passages of a tag begin before a passage's end, less how
 * many end before its beginning, is how many overlap it, however deep they are stacked.
 */
export function tagsNearby(
  passages: readonly CountedPassage[],
): ReadonlyMap<CountedPassage, readonly TagId[]> {
  const nearby = new Map<CountedPassage, readonly TagId[]>();
  for (const inRevision of byRevision(passages).values()) {
    if (inRevision.length < 2) continue;
    for (const [tagId, edges] of edgesByTag(inRevision)) {
      for (const passage of inRevision) {
        const begun = countBelow(edges.starts, passage.end);
        const ended = countBelow(edges.ends, passage.start + 1);
        if (begun === ended || passage.tagIds.includes(tagId)) continue;
        nearby.set(passage, [...(nearby.get(passage) ?? passage.tagIds), tagId]);
      }
    }
  }
  return nearby;
}

function byRevision(
  passages: readonly CountedPassage[],
): ReadonlyMap<string, readonly CountedPassage[]> {
  const revisions = new Map<string, CountedPassage[]>();
  for (const passage of passages) {
    const known = revisions.get(passage.revisionId);
    if (known === undefined) revisions.set(passage.revisionId, [passage]);
    else known.push(passage);
  }
  return revisions;
}

interface Edges {
  readonly starts: number[];
  readonly ends: number[];
}

function edgesByTag(passages: readonly CountedPassage[]): ReadonlyMap<TagId, Edges> {
  const edges = new Map<TagId, Edges>();
  for (const { start, end, tagIds } of passages) {
    for (const tagId of tagIds) {
      const known = edges.get(tagId) ?? { starts: [], ends: [] };
      edges.set(tagId, known);
      known.starts.push(start);
      known.ends.push(end);
    }
  }
  for (const { starts, ends } of edges.values()) {
    starts.sort((one, other) => one - other);
    ends.sort((one, other) => one - other);
  }
  return edges;
}

/** How many of the sorted numbers are below `limit`. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
