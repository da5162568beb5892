import { tagTree } from '../../../app/annotation/tag-tree.ts';
import type { TagId } from '../../../app/record/ids.ts';
import type { TagRecord } from '../../../app/record/records.ts';
import type { Session } from '../session.ts';
import { setCodebook } from './codebook.ts';

/** The tags that a command of the codebook means: those selected, else the active one. In the order of the codebook. */
export function meantTags(session: Session): readonly TagRecord[] {
  const { selected, active } = session.get().codebook;
  const { inOrder } = tagTree(session.store.records.list('tag'));
  const chosen = inOrder.filter(({ id }) => selected.has(id));
  return chosen.length > 0 ? chosen : inOrder.filter(({ id }) => id === active);
}

export function activeTag(session: Session): TagRecord | null {
  const { active } = session.get().codebook;
  return active === null ? null : session.store.records.get('tag', active);
}

export function selectTags(session: Session, ids: Iterable<TagId>): void {
  setCodebook(session, { selected: new Set(ids) });
}

export function toggleTagSelected(session: Session, id: TagId): void {
  const selected = new Set(session.get().codebook.selected);
  if (!selected.delete(id)) selected.add(id);
  selectTags(session, selected);
}

/** Asks for the name of a tag that is to be made after the active one, or below it as the last. */
export function beginNewTag(session: Session, where: 'after' | 'below'): void {
  if (isReadOnly(session)) return;
  const tags = session.store.records.list('tag');
  const tree = tagTree(tags);
  const active = activeTag(session);
  // A line that is looked for would hide the new one's neighbours.
  setCodebook(session, { find: '' });
  if (active !== null && where === 'below') {
    const collapsed = new Set(session.get().codebook.collapsed);
    collapsed.delete(active.id);
    const place = { parentId: active.id, before: null };
    setCodebook(session, { collapsed, naming: { kind: 'new', place } });
    return;
  }
  const parentId = active === null ? null : (tree.parent(active.id)?.id ?? null);
  const siblings = tree.children(parentId);
  const after = active === null ? siblings.length : siblings.indexOf(active) + 1;
  const place = { parentId, before: siblings[after]?.id ?? null };
  setCodebook(session, { naming: { kind: 'new', place } });
}

export function beginRename(session: Session, tag: TagRecord): void {
  if (isReadOnly(session)) return;
  setCodebook(session, { active: tag.id, naming: { kind: 'rename', tagId: tag.id } });
}

/** Whether nothing may be written; says why. */
export function isReadOnly(session: Session): boolean {
  const { readOnly } = session.store.project;
  if (readOnly !== null) session.say(readOnly);
  return readOnly !== null;
}
