import type { Diff } from '../record/diff.ts';
import type { TagRecord } from '../record/records.ts';
import { foldTagName } from './fold-tag-name.ts';
import { tagTree } from './tag-tree.ts';

/**
 * Why a change of places of tags can't be made: one would come to stand beside another of its name (rule G1), and their
 * paths would be the same. `null`: it can. Tags that stand so already may stay. Cost: the tags.
 */
export function objectionToPlaces(tags: readonly TagRecord[], diff: Diff): string | null {
  const gone = new Set<string>(diff.removed.map(({ id }) => id));
  const changed = new Map<string, TagRecord>();
  for (const [, after] of diff.updated) if (after.kind === 'tag') changed.set(after.id, after);
  const now = tags.flatMap((tag) => (gone.has(tag.id) ? [] : (changed.get(tag.id) ?? tag)));
  const before = tagTree(tags);
  const tree = tagTree(now);
  const parentOf = (of: typeof tree, { id }: TagRecord) => of.parent(id)?.id ?? null;
  const came = now.filter((tag) => parentOf(before, tag) !== parentOf(tree, tag));
  for (const tag of came) {
    const parent = tree.parent(tag.id);
    const folded = foldTagName(tag.name);
    const isTwice = tree
      .children(parent?.id ?? null)
      .some(({ id, name }) => id !== tag.id && foldTagName(name) === folded);
    if (!isTwice) continue;
    const where = parent === null ? 'at the top' : `below “${parent.name}”`;
    return `There would be two tags “${tag.name}” ${where}. Rename one of them, or merge the two, first.`;
  }
  return null;
}
