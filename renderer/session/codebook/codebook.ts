import type { TagDeletion } from '../../../app/annotation/delete-tags.ts';
import { deletedTags, deleteTags } from '../../../app/annotation/delete-tags.ts';
import { foldTagName } from '../../../app/annotation/fold-tag-name.ts';
import { mergeTags } from '../../../app/annotation/merge-tags.ts';
import { objectionToPlaces } from '../../../app/annotation/names-apart.ts';
import { placeTags, type TagPlace } from '../../../app/annotation/place-tags.ts';
import { RecordEdits } from '../../../app/annotation/record-edits.ts';
import { splitTag } from '../../../app/annotation/split-tag.ts';
import { editTag, newTag, type TagPatch } from '../../../app/annotation/tag-diffs.ts';
import { tagTree } from '../../../app/annotation/tag-tree.ts';
import type { Diff } from '../../../app/record/diff.ts';
import type { AnnotationId, TagId } from '../../../app/record/ids.ts';
import type { TagRecord } from '../../../app/record/records.ts';
import { countOf } from '../article-list.ts';
import type { Session } from '../session.ts';
import type { CodebookState } from './codebook-state.ts';
import { redirectFilter } from './tag-filter.ts';

export function setCodebook(session: Session, patch: Partial<CodebookState>): void {
  session.set({ codebook: { ...session.get().codebook, ...patch } });
}

/** Changes a tag; says so where another tag lost its key to it. */
export function changeTag(session: Session, tag: TagRecord, patch: TagPatch): void {
  const { store } = session;
  const tags = store.records.list('tag');
  const robbed = tags.find(({ id, key }) => id !== tag.id && key !== null && key === patch.key);
  const name =
    patch.name === undefined
      ? `Edit tag “${tag.name}”`
      : `Rename the tag “${tag.name}” to “${patch.name}”`;
  store.commit(name, editTag(store.maker, tags, tag, patch));
  session.say(
    robbed === undefined
      ? `Changed the tag “${patch.name ?? tag.name}”.`
      : `“${tag.name}” has the key ${patch.key} now; “${robbed.name}” has none.`,
  );
}

/** Gives a tag a key (1 to 9); the key that it has is taken away. */
export function giveKey(session: Session, tag: TagRecord, key: number | null): void {
  changeTag(session, tag, { key: tag.key === key ? null : key });
}

/**
 * Why a tag below a parent (or at the top) may not be called that; `null`: it may. Two tags below one parent can't have
 * names that are the same but for case and accents: their paths would be the same. `except`: the tag itself.
 */
export function objectionToTagName(
  session: Session,
  { parentId, id: except }: { readonly parentId: TagId | null; readonly id: TagId | null },
  name: string,
): string | null {
  if (name.trim() === '') return 'A tag needs a name.';
  const folded = foldTagName(name);
  const siblings = tagTree(session.store.records.list('tag')).children(parentId);
  const same = siblings.find((tag) => foldTagName(tag.name) === folded && tag.id !== except);
  if (same === undefined) return null;
  return parentId === null
    ? 'There is a tag of that name already.'
    : 'There is a tag of that name already in the same place.';
}

/** Makes a tag at a place; it has the keyboard then. */
export function makeTag(session: Session, name: string, place: TagPlace): void {
  const { store } = session;
  const tags = store.records.list('tag');
  const tag = newTag(store.maker, name, tags);
  const edits = new RecordEdits(store.maker);
  edits.add(tag);
  placeTags(edits, tags, [tag], place);
  store.commit(`Make the tag “${tag.name}”`, edits.diff());
  setCodebook(session, { active: tag.id, selected: new Set() });
  session.say(
    tag.key === null
      ? `Made the tag “${tag.name}”.`
      : `Made the tag “${tag.name}”; its key is ${tag.key}.`,
  );
}

/** Makes one tag of several: `survivor` is left. One step. */
export function mergeInto(session: Session, survivor: TagRecord, gone: readonly TagRecord[]): void {
  const { store } = session;
  const others = gone.filter(({ id }) => id !== survivor.id);
  const [only] = others;
  if (only === undefined || !isWhole(session)) return;
  const diff = mergeTags(store.maker, store.records, survivor, others);
  if (!areApart(session, diff)) return;
  const what = others.length === 1 ? `the tag “${only.name}”` : `${countOf(others.length, 'tag')}`;
  const redirect = redirectFilter(session, new Set(others.map(({ id }) => id)), survivor.id);
  store.commit(`Merge ${what} into “${survivor.name}”`, diff);
  redirect();
  setCodebook(session, { active: survivor.id, selected: new Set() });
  session.say(`Merged ${what} into “${survivor.name}”${onWhat(diff)}.`);
}

/** Takes passages out of a tag into a new one. One step. */
export function splitOff(
  session: Session,
  tag: TagRecord,
  name: string,
  chosen: readonly AnnotationId[],
): void {
  const { store } = session;
  if (!isWhole(session)) return;
  const split = splitTag(store.maker, store.records, tag, name, chosen);
  store.commit(`Split the tag “${split.tag.name}” off “${tag.name}”`, split.diff);
  setCodebook(session, { active: split.tag.id, selected: new Set() });
  const count = countOf(chosen.length, 'passage');
  session.say(`Made the tag “${split.tag.name}” with ${count} of “${tag.name}”.`);
}

/** Removes tags in the way that was chosen. One step. */
export function removeTags(session: Session, ids: ReadonlySet<TagId>, deletion: TagDeletion): void {
  const { store } = session;
  if (!isWhole(session)) return;
  const tags = store.records.list('tag');
  const gone = deletedTags(tags, ids, deletion.below);
  const [only] = gone;
  if (only === undefined) return;
  const next = neighbour(tags, new Set(gone.map(({ id }) => id)), only.id);
  const diff = deleteTags(store.maker, store.records, ids, deletion);
  if (!areApart(session, diff)) return;
  const what = gone.length === 1 ? `tag “${only.name}”` : countOf(gone.length, 'tag');
  store.commit(`Remove ${what}`, diff);
  setCodebook(session, { active: next, selected: new Set() });
  const lost = diff.removed.filter(({ kind }) => kind === 'annotation').length;
  const also = lost === 0 ? '' : ` and ${countOf(lost, 'annotation')}`;
  const from = lost === 0 ? onWhat(diff) : '';
  session.say(
    `Removed ${gone.length === 1 ? `the ${what}` : what}${also}${from}. Undo brings it back.`,
  );
}

/** The tag that the keyboard goes to when some go: the next one in the codebook that stays, else the one before. */
function neighbour(
  tags: readonly TagRecord[],
  gone: ReadonlySet<TagId>,
  first: TagId,
): TagId | null {
  const { inOrder } = tagTree(tags);
  const index = inOrder.findIndex(({ id }) => id === first);
  const near = [...inOrder.slice(index), ...inOrder.slice(0, index).reverse()];
  return near.find(({ id }) => !gone.has(id))?.id ?? null;
}

/** On how much a change of tags was: `, on 3 annotations and 1 article`. */
function onWhat(diff: Diff): string {
  const kinds = ['annotation', 'article', 'claim'] as const;
  const counts = kinds.flatMap((kind) => {
    const count = diff.updated.filter(
      ([before, after]) =>
        before.kind === kind && after.kind === kind && before.tagIds !== after.tagIds,
    ).length;
    return count === 0 ? [] : [countOf(count, kind)];
  });
  return counts.length === 0 ? '' : `, on ${counts.join(' and ')}`;
}

/** Whether all annotations are known: before, what is on a tag is not. Says so if not. */
function isWhole(session: Session): boolean {
  if (session.store.isComplete) return true;
  session.say('The project is still being read. Try again in a moment.');
  return false;
}

/** Whether no tag comes to stand beside another of its name. Says so if one would. */
function areApart(session: Session, diff: Diff): boolean {
  const objection = objectionToPlaces(session.store.records.list('tag'), diff);
  if (objection !== null) session.say(objection);
  return objection === null;
}
