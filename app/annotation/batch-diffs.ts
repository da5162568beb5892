import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import type { TagId } from '../record/ids.ts';
import { nextRecord } from '../record/record-factory.ts';
import type { AnnotationRecord } from '../record/records.ts';

/** Puts a tag on annotations, as the last; those that have it stay as they are. One diff. */
export function tagAll(maker: Maker, annotations: readonly AnnotationRecord[], tagId: TagId): Diff {
  const without = annotations.filter(({ tagIds }) => !tagIds.includes(tagId));
  return retagged(maker, without, (tagIds) => [...tagIds, tagId]);
}

/** Takes a tag off annotations; those that do not have it stay as they are. One diff. */
export function untagAll(
  maker: Maker,
  annotations: readonly AnnotationRecord[],
  tagId: TagId,
): Diff {
  const tagged = annotations.filter(({ tagIds }) => tagIds.includes(tagId));
  return retagged(maker, tagged, (tagIds) => tagIds.filter((id) => id !== tagId));
}

function retagged(
  maker: Maker,
  annotations: readonly AnnotationRecord[],
  change: (tagIds: readonly TagId[]) => readonly TagId[],
): Diff {
  const updated = annotations.map((annotation) => {
    const tagIds = change(annotation.tagIds);
    return [annotation, nextRecord(maker, annotation, { tagIds })] as const;
  });
  return { added: [], updated, removed: [] };
}
