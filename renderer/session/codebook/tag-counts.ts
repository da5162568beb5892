import type { TagSet } from '../../../app/annotation/tag-sets.ts';
import { tagTree } from '../../../app/annotation/tag-tree.ts';
import type { TagId } from '../../../app/record/ids.ts';
import type { AnnotationRecord, TagRecord } from '../../../app/record/records.ts';

/** How many annotations have a tag, and how many have it or one below it (rule G11). */
export interface TagCount {
  readonly own: number;
  readonly withBelow: number;
}

export const noCount: TagCount = { own: 0, withBelow: 0 };

/** The counts of all tags that are on anything. Cost: the sets times their tags and what is above these. */
export function tagCounts(
  tags: readonly TagRecord[],
  sets: readonly TagSet[],
): ReadonlyMap<TagId, TagCount> {
  const tree = tagTree(tags);
  const counts = new Map<TagId, { own: number; withBelow: number }>();
  const countOf = (id: TagId): { own: number; withBelow: number } => {
    const known = counts.get(id);
    if (known !== undefined) return known;
    const made = { own: 0, withBelow: 0 };
    counts.set(id, made);
    return made;
  };
  for (const { tagIds, count } of sets) {
    const all = new Set<TagId>();
    for (const id of tagIds) {
      countOf(id).own += count;
      for (const tag of tree.path(id)) all.add(tag.id);
    }
    for (const id of all) countOf(id).withBelow += count;
  }
  return counts;
}

/** Annotations as sets with their counts, as the records keep them for the whole project. */
export function setsOf(annotations: readonly AnnotationRecord[]): readonly TagSet[] {
  const sets = new Map<string, { tagIds: readonly TagId[]; count: number }>();
  for (const { tagIds } of annotations) {
    const key = tagIds.join(' ');
    const known = sets.get(key);
    if (known === undefined) sets.set(key, { tagIds, count: 1 });
    else known.count += 1;
  }
  return [...sets.values()];
}
