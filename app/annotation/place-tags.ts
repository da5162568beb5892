import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { Maker } from '../base/maker.ts';
import { failure, type Result, success } from '../base/result.ts';
import type { Diff } from '../record/diff.ts';
import type { TagId } from '../record/ids.ts';
import type { TagRecord } from '../record/records.ts';
import { RecordEdits } from './record-edits.ts';
import { tagTree } from './tag-tree.ts';

/** A place in the codebook: right before a sibling, or as the last (`before` is `null`) below a parent or at the top. */
export interface TagPlace {
  readonly parentId: TagId | null;
  readonly before: TagId | null;
}

/**
 * Moves tags with all that is below them to a place, in the order in which they stand in the codebook. A tag whose parent is
 * moved, too, stays below it. Fails with `cycle` if the place is one of them or below it.
 */
export function moveTags(
  maker: Maker,
  tags: readonly TagRecord[],
  ids: ReadonlySet<TagId>,
  place: TagPlace,
): Result<Diff, 'cycle'> {
  const tree = tagTree(tags);
  const moved = topmost(tags, ids);
  const above = place.parentId === null ? [] : tree.path(place.parentId);
  const ring = moved.find(({ id }) => above.some((tag) => tag.id === id));
  if (ring !== undefined) {
    return failure('cycle', `“${ring.name}” can’t go below itself. Choose another place.`);
  }
  const edits = new RecordEdits(maker);
  placeTags(edits, tags, moved, place);
  return success(edits.diff());
}

/** Of these tags those that are below none of them, in the order of the codebook. */
export function topmost(tags: readonly TagRecord[], ids: ReadonlySet<TagId>): readonly TagRecord[] {
  const tree = tagTree(tags);
  return tree.inOrder.filter(
    ({ id }) => ids.has(id) && tree.path(id).every((tag) => tag.id === id || !ids.has(tag.id)),
  );
}

/**
 * Puts tags side by side at a place (rule G2): they get a rank, and of their new siblings those before them that have none
 * yet. `tags` are those of the codebook before the edits; the place must not be below one of the tags that are put.
 */
export function placeTags(
  edits: RecordEdits,
  tags: readonly TagRecord[],
  moved: readonly TagRecord[],
  { parentId, before }: TagPlace,
): void {
  const ids = new Set(moved.map(({ id }) => id));
  const all = tagTree(edits.tagsNow(tags)).children(parentId);
  const siblings = all.filter(({ id }) => !ids.has(id));
  const found = all.findIndex(({ id }) => id === before);
  // The place may be right before a tag that is moved itself: then before the next one that is not.
  const next = found === -1 ? undefined : all.slice(found).find(({ id }) => !ids.has(id));
  const index = next === undefined ? siblings.length : siblings.indexOf(next);
  for (const tag of moved) edits.patch(tag, { parentId });
  const earlier = siblings.slice(0, index);
  const bound = next?.rank;
  const last = earlier.findLast(({ rank }) => rank !== undefined)?.rank ?? null;
  const unranked = earlier.filter(({ rank }) => rank === undefined);
  try {
    const toRank = [...unranked, ...moved];
    // Unranked siblings stand behind all that have a rank: if there is one before the place, no rank is behind it.
    const ranks =
      toRank.length === 1
        ? [generateKeyBetween(last, bound ?? null)]
        : generateNKeysBetween(last, bound ?? null, toRank.length);
    if (bound !== undefined && last !== null && last >= bound) throw new RangeError('No room.');
    rank(edits, toRank, ranks);
  } catch {
    // Ranks that are equal, made on two machines, or no ranks at all: every sibling gets a new one.
    const ordered = [...earlier, ...moved, ...siblings.slice(index)];
    rankAll(edits, ordered);
  }
}

/** Gives tags ranks in their order: all that are below one parent. */
export function rankAll(edits: RecordEdits, tags: readonly TagRecord[]): void {
  rank(edits, tags, generateNKeysBetween(null, null, tags.length));
}

function rank(edits: RecordEdits, tags: readonly TagRecord[], ranks: readonly string[]): void {
  for (const [index, tag] of tags.entries()) {
    const key = ranks[index];
    if (key !== undefined) edits.patch(tag, { rank: key });
  }
}
