import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import type { TagId } from '../record/ids.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { TagRecord } from '../record/records.ts';
import { placeTags } from './place-tags.ts';
import { RecordEdits } from './record-edits.ts';
import { redirectMentions, retagRecords, taggedWith } from './retag.ts';
import { tagTree } from './tag-tree.ts';

/**
 * Makes one tag of several (rule G8): what has one of `gone` has `survivor` once, in its place among the others. Tags below
 * those that go come below the survivor, but for the survivor itself and what is above it, which take the place of the tag
 * that goes. Their descriptions are added to its own, and it takes a key over if it has none. Cost: all annotations.
 */
export function mergeTags(
  maker: Maker,
  source: RecordSource,
  survivor: TagRecord,
  gone: readonly TagRecord[],
): Diff {
  const tags = source.list('tag');
  const tree = tagTree(tags);
  const ids = new Set(gone.map(({ id }) => id).filter((id) => id !== survivor.id));
  const leaving = tree.inOrder.filter(({ id }) => ids.has(id));
  const edits = new RecordEdits(maker);
  const onWay = new Set(tree.path(survivor.id).map(({ id }) => id));
  for (const tag of leaving) {
    const below = tree.children(tag.id).filter(({ id }) => !ids.has(id));
    const stepUp = below.filter(({ id }) => onWay.has(id));
    if (stepUp.length > 0) placeTags(edits, tags, stepUp, placeOf(tags, tag, ids));
    const others = below.filter(({ id }) => !onWay.has(id));
    if (others.length > 0) {
      placeTags(edits, tags, others, { parentId: survivor.id, before: null });
    }
  }
  edits.patch(survivor, {
    description: descriptionOf([survivor, ...leaving]),
    key: survivor.key ?? leaving.find(({ key }) => key !== null)?.key ?? null,
  });
  retagRecords(edits, taggedWith(source, ids), ids, survivor.id);
  redirectMentions(edits, source, ids, survivor.id);
  for (const tag of leaving) edits.remove(tag);
  return edits.diff();
}

/** Where a tag that goes stands, seen from the nearest tag above it that stays. */
export function placeOf(
  tags: readonly TagRecord[],
  tag: TagRecord,
  gone: ReadonlySet<TagId>,
): { readonly parentId: TagId | null; readonly before: TagId | null } {
  const tree = tagTree(tags);
  const way = tree.path(tag.id).toReversed();
  const staying = way.findIndex(({ id }) => id !== tag.id && !gone.has(id));
  const parentId = staying === -1 ? null : (way[staying]?.id ?? null);
  const top = way[staying === -1 ? way.length - 1 : staying - 1] ?? tag;
  const siblings = tree.children(parentId);
  const next = siblings.slice(siblings.indexOf(top) + 1).find(({ id }) => !gone.has(id));
  return { parentId, before: next?.id ?? null };
}

function descriptionOf(tags: readonly TagRecord[]): string {
  const said = tags.map(({ description }) => description.trim()).filter((text) => text !== '');
  return [...new Set(said)].join('\n\n');
}
