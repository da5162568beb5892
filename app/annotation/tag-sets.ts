import type { ArticleId, TagId } from '../record/ids.ts';
import type { AnnotationRecord, ArticleRecord } from '../record/records.ts';

/** A list of tags, in one order, and how many annotations have just these. */
export interface TagSet {
  readonly tagIds: readonly TagId[];
  readonly count: number;
}

/** How many annotations the sets hold for which `accepts` says yes. Cost: one call a set. */
export function countIn(
  sets: readonly TagSet[],
  accepts: (tagIds: readonly TagId[]) => boolean,
): number {
  let sum = 0;
  for (const { tagIds, count } of sets) if (accepts(tagIds)) sum += count;
  return sum;
}

/** The lists of tags that annotations outside the trash have. Cost: the annotations, each looked at once. */
export function countTagSets(
  annotations: Iterable<Pick<AnnotationRecord, 'articleId' | 'tagIds'>>,
  articleOf: (id: ArticleId) => Pick<ArticleRecord, 'trashedAt'> | null,
): readonly TagSet[] {
  const sets = new Map<string, { tagIds: TagSet['tagIds']; count: number }>();
  for (const { articleId, tagIds } of annotations) {
    if ((articleOf(articleId)?.trashedAt ?? null) !== null) continue;
    const key = tagIds.join(' ');
    const known = sets.get(key);
    if (known === undefined) sets.set(key, { tagIds, count: 1 });
    else known.count += 1;
  }
  return [...sets.values()];
}
