import {
  addLinkType,
  editLinkType,
  type LinksOfRemoved,
  type LinkTypeDraft,
  removeLinkTypes,
} from '../../../app/link/link-types.ts';
import { isEmptyDiff } from '../../../app/record/diff.ts';
import type { LinkTypeId } from '../../../app/record/ids.ts';
import type { LinkTypeRecord } from '../../../app/record/records.ts';
import { countOf } from '../article-list.ts';
import type { Session } from '../session.ts';

// Each of these is one change, and so one step of undo (rule L6).

/** Makes a type of link. Returns it, or what is wrong with the draft. */
export function makeLinkType(session: Session, draft: LinkTypeDraft): LinkTypeRecord | string {
  const { store } = session;
  const made = addLinkType(store.maker, store.records.list('linkType'), draft);
  if (!made.ok) return made.error.message;
  const { type, diff } = made.value;
  store.commit(`Make type of link “${type.name}”`, diff);
  session.say(`Made the type of link “${type.name}”.`);
  return type;
}

/** Changes what a type of link says. Returns what is wrong with the draft; `null`: it was taken. */
export function changeLinkType(
  session: Session,
  type: LinkTypeRecord,
  draft: LinkTypeDraft,
): string | null {
  const { store } = session;
  const edited = editLinkType(store.maker, store.records, type, draft);
  if (!edited.ok) return edited.error.message;
  const { diff, merged } = edited.value;
  if (isEmptyDiff(diff)) return null;
  store.commit(`Edit type of link “${type.name}”`, diff);
  const twice =
    merged === 0 ? '' : ` ${countOf(merged, 'link')} said the same the other way round: removed.`;
  session.say(`Changed the type of link “${draft.name.trim()}”.${twice}`);
  return null;
}

/** Removes a type of link; its links go with it or take another one. */
export function removeLinkType(session: Session, type: LinkTypeRecord, fate: LinksOfRemoved): void {
  const { store } = session;
  const { diff, changed, merged } = removeLinkTypes(store.maker, store.records, [type], fate);
  const to = fate.kind === 'move' ? store.records.get('linkType', fate.to) : null;
  if (to === null) {
    const links = diff.removed.length - 1;
    store.commit(`Remove type of link “${type.name}”`, diff);
    const gone = links === 0 ? '' : ` and its ${countOf(links, 'link')}`;
    session.say(`Removed the type of link “${type.name}”${gone}. Undo brings it back.`);
    return;
  }
  store.commit(`Merge type of link “${type.name}” into “${to.name}”`, diff);
  const moved = countOf(changed + merged, 'link');
  const twice = merged === 0 ? '' : `; ${merged} of them said what another link says already`;
  session.say(`Merged “${type.name}” into “${to.name}”: ${moved}${twice}.`);
}

/** How many links each type has. Cost: all links, once for each change of one. */
export function linkCounts(session: Session): ReadonlyMap<LinkTypeId, number> {
  const counts = new Map<LinkTypeId, number>();
  for (const { typeId } of session.store.records.list('link')) {
    counts.set(typeId, (counts.get(typeId) ?? 0) + 1);
  }
  return counts;
}
