import { objectionToPlaces } from '../../../app/annotation/names-apart.ts';
import { moveTags, type TagPlace, topmost } from '../../../app/annotation/place-tags.ts';
import { tagTree } from '../../../app/annotation/tag-tree.ts';
import type { TagId } from '../../../app/record/ids.ts';
import type { TagRecord } from '../../../app/record/records.ts';
import { countOf } from '../article-list.ts';
import type { Session } from '../session.ts';
import { setCodebook } from './codebook.ts';

/** Moves tags with what is below them to a place, as one step; says why where that can't be. */
export function moveTo(session: Session, ids: ReadonlySet<TagId>, place: TagPlace): void {
  const { store } = session;
  const tags = store.records.list('tag');
  const moved = moveTags(store.maker, tags, ids, place);
  if (!moved.ok) {
    session.say(moved.error.message);
    return;
  }
  const objection = objectionToPlaces(tags, moved.value);
  if (objection !== null) {
    session.say(objection);
    return;
  }
  const top = topmost(tags, ids);
  const [first] = top;
  if (first === undefined) return;
  const what = top.length === 1 ? `the tag “${first.name}”` : countOf(top.length, 'tag');
  const { parentId } = place;
  const parent = parentId === null ? null : tagTree(tags).items.get(parentId);
  const isInto = parentId !== first.parentId;
  const where = !isInto ? '' : parent == null ? ' to the top' : ` below “${parent.name}”`;
  store.commit(`Move ${what}${where}`, moved.value);
  if (parentId !== null) open(session, parentId);
  const siblings = tagTree(store.records.list('tag')).children(parentId);
  const position = siblings.findIndex(({ id }) => id === first.id) + 1;
  const among = `${position} of ${siblings.length}`;
  session.say(`Moved ${what}${where}: ${among}.`);
}

/** The keys that move a tag by one step. */
export type TagStep = 'up' | 'down' | 'in' | 'out';

/** Where a step takes a tag; `null`: nowhere. */
function placeAfterStep(tags: readonly TagRecord[], id: TagId, step: TagStep): TagPlace | null {
  const tree = tagTree(tags);
  const parent = tree.parent(id);
  const parentId = parent?.id ?? null;
  const siblings = tree.children(parentId);
  const index = siblings.findIndex((tag) => tag.id === id);
  switch (step) {
    case 'up': {
      const before = siblings[index - 1];
      return before === undefined ? null : { parentId, before: before.id };
    }
    case 'down':
      return index === siblings.length - 1
        ? null
        : { parentId, before: siblings[index + 2]?.id ?? null };
    case 'in': {
      const into = siblings[index - 1];
      return into === undefined ? null : { parentId: into.id, before: null };
    }
    case 'out': {
      if (parent === null) return null;
      const grandparentId = tree.parent(parent.id)?.id ?? null;
      const uncles = tree.children(grandparentId);
      const after = uncles[uncles.findIndex((tag) => tag.id === parent.id) + 1];
      return { parentId: grandparentId, before: after?.id ?? null };
    }
  }
}

const nowhere: Readonly<Record<TagStep, string>> = {
  up: 'It is the first here already.',
  down: 'It is the last here already.',
  in: 'There is no tag before it here that it could go below.',
  out: 'It is at the top already.',
};

/** Moves a tag one step: before or behind its neighbour, below the one before it, behind the one above it. */
export function stepTag(session: Session, id: TagId, step: TagStep): void {
  const place = placeAfterStep(session.store.records.list('tag'), id, step);
  if (place === null) session.say(nowhere[step]);
  else moveTo(session, new Set([id]), place);
}

/** Lists what is below a tag, or folds it up. */
export function fold(session: Session, id: TagId, isFolded: boolean): void {
  const { collapsed } = session.get().codebook;
  if (collapsed.has(id) === isFolded) return;
  const next = new Set(collapsed);
  if (isFolded) next.add(id);
  else next.delete(id);
  setCodebook(session, { collapsed: next });
}

function open(session: Session, id: TagId): void {
  fold(session, id, false);
}

/** Folds all tags up, or opens all. */
export function foldAll(session: Session, isFolded: boolean): void {
  const tree = tagTree(session.store.records.list('tag'));
  const parents = tree.inOrder.filter(({ id }) => tree.children(id).length > 0);
  const collapsed = new Set(isFolded ? parents.map(({ id }) => id) : []);
  setCodebook(session, { collapsed });
}
