import { type TagPlace, topmost } from '../../../app/annotation/place-tags.ts';
import { tagTree } from '../../../app/annotation/tag-tree.ts';
import type { TagId } from '../../../app/record/ids.ts';
import type { TagRecord } from '../../../app/record/records.ts';

/** Where on a line the tags that are dragged would go: before it, below it as its last, behind it. */
export interface DropMark {
  readonly key: string;
  readonly zone: 'before' | 'into' | 'after';
}

/** Whether dragged tags can be let go on a tag: it is none of them and below none of them. */
export function canDrop(
  tags: readonly TagRecord[],
  dragged: ReadonlySet<TagId>,
  onto: TagId,
): boolean {
  const way = tagTree(tags).path(onto);
  return !topmost(tags, dragged).some((tag) => way.includes(tag));
}

/**
 * The place that a mark means; `null`: its tag is gone. Behind a tag whose tags below are listed is before the first of
 * these: it is where the line is drawn.
 */
export function placeOfDrop(
  tags: readonly TagRecord[],
  { key, zone }: DropMark,
  isOpen: boolean,
): TagPlace | null {
  const tree = tagTree(tags);
  const tag = tree.items.get(key as TagId);
  if (tag === undefined) return null;
  if (zone === 'into') return { parentId: tag.id, before: null };
  const [firstBelow] = tree.children(tag.id);
  if (zone === 'after' && isOpen && firstBelow !== undefined) {
    return { parentId: tag.id, before: firstBelow.id };
  }
  const parentId = tree.parent(tag.id)?.id ?? null;
  if (zone === 'before') return { parentId, before: tag.id };
  const siblings = tree.children(parentId);
  return { parentId, before: siblings[siblings.indexOf(tag) + 1]?.id ?? null };
}
