import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import type { AnnotationId } from '../record/ids.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { TagRecord } from '../record/records.ts';
import { placeTags } from './place-tags.ts';
import { RecordEdits } from './record-edits.ts';
import { retagRecords } from './retag.ts';
import { newTag } from './tag-diffs.ts';
import { tagTree } from './tag-tree.ts';

/**
 * Takes passages out of a tag into a new one that stands right after it (rule G9): each has the new tag where it had the
 * old one. Annotations that do not have the tag are passed over. Cost: the annotations chosen.
 */
export function splitTag(
  maker: Maker,
  source: RecordSource,
  tag: TagRecord,
  name: string,
  chosen: readonly AnnotationId[],
): { readonly tag: TagRecord; readonly diff: Diff } {
  const tags = source.list('tag');
  const made = { ...newTag(maker, name, tags), parentId: tag.parentId };
  const edits = new RecordEdits(maker);
  edits.add(made);
  const siblings = tagTree(tags).children(tag.parentId);
  const next = siblings[siblings.findIndex(({ id }) => id === tag.id) + 1];
  placeTags(edits, tags, [made], { parentId: tag.parentId, before: next?.id ?? null });
  const annotations = chosen.flatMap((id) => source.get('annotation', id) ?? []);
  const tagged = annotations.filter(({ tagIds }) => tagIds.includes(tag.id));
  retagRecords(edits, tagged, new Set([tag.id]), made.id);
  return { tag: edits.now(made), diff: edits.diff() };
}
