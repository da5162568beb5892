import { tagTree } from '../../../app/annotation/tag-tree.ts';
import type { TagId } from '../../../app/record/ids.ts';
import type { TagRecord } from '../../../app/record/records.ts';

/** A tag with all that is above it, as people read it: `economy / figure`. */
export function pathOfTag(tags: readonly TagRecord[], id: TagId): string {
  return named(tagTree(tags).path(id));
}

/** What is above a tag: `economy / figure`; empty at the top. */
export function pathAbove(tags: readonly TagRecord[], id: TagId): string {
  return named(tagTree(tags).path(id).slice(0, -1));
}

/** The tag above; `null` at the top. */
export function parentOfTag(tags: readonly TagRecord[], id: TagId): TagId | null {
  return tagTree(tags).parent(id)?.id ?? null;
}

/** The tags that a tag can go below: not itself, none below it. In the order of the codebook. */
export function possibleParents(tags: readonly TagRecord[], id: TagId): readonly TagRecord[] {
  const tree = tagTree(tags);
  const below = new Set(tree.subtree(id).map((tag) => tag.id));
  return tree.inOrder.filter((tag) => !below.has(tag.id));
}

function named(path: readonly TagRecord[]): string {
  return path.map(({ name }) => name).join(' / ');
}
