import { editLinks, type LinksEdit } from '../../../app/link/edit-links.ts';
import { setLinkNote } from '../../../app/link/link-diffs.ts';
import { isEmptyDiff } from '../../../app/record/diff.ts';
import type { LinkId } from '../../../app/record/ids.ts';
import type { LinkRecord } from '../../../app/record/records.ts';
import { countOf } from '../article-list.ts';
import type { Session } from '../session.ts';
import { writable } from '../writable.ts';
import type { RelationReading } from './relation-readings.ts';

// Each of these is one change, and so one step of undo, however many links it is about (rule L6).

/** Writes down why a link is there. */
export function noteLink(session: Session, link: LinkRecord, text: string): void {
  const now = session.store.records.get('link', link.id);
  if (now === null || !writable(session)) return;
  const diff = setLinkNote(session.store.maker, now, text);
  if (!isEmptyDiff(diff)) session.store.commit('Edit note of a link', diff);
}

/** Gives links another type, and turns them round if they are to read as `reading` from where they are looked at. */
export function retypeLinks(
  session: Session,
  ids: readonly LinkId[],
  { typeId, text: reading }: Pick<RelationReading, 'typeId' | 'text'>,
  reverse: boolean,
): void {
  if (session.store.records.get('linkType', typeId) === null) return;
  change(session, ids, { typeId, reverse }, (what) => ({
    title: `Change ${what} to “${reading}”`,
    done: `Changed ${what} to “${reading}”.`,
    nothing:
      ids.length === 1
        ? `It is of the type “${reading}” already.`
        : `All of them are of the type “${reading}” already.`,
  }));
}

/** Turns links round: what they began at is their end. */
export function reverseLinks(session: Session, ids: readonly LinkId[]): void {
  change(session, ids, { reverse: true }, (what) => ({
    title: `Reverse ${what}`,
    done: `Reversed ${what}.`,
    nothing: 'Nothing to reverse: they read the same from both ends.',
  }));
}

/** Removes links. */
export function removeLinks(session: Session, ids: readonly LinkId[]): void {
  const links = linksOfIds(session, ids);
  if (links.length === 0 || !writable(session)) return;
  const what = countOf(links.length, 'link');
  session.store.commit(`Remove ${what}`, { added: [], updated: [], removed: links });
  session.say(`Removed ${what}. Undo brings ${links.length === 1 ? 'it' : 'them'} back.`);
}

/** The links of ids that are there, in their order. */
export function linksOfIds(session: Session, ids: readonly LinkId[]): readonly LinkRecord[] {
  return ids.flatMap((id) => session.store.records.get('link', id) ?? []);
}

function change(
  session: Session,
  ids: readonly LinkId[],
  edit: LinksEdit,
  wordsFor: (what: string) => { title: string; done: string; nothing: string },
): void {
  if (!writable(session)) return;
  const { store } = session;
  const { diff, changed, merged } = editLinks(
    store.maker,
    store.records,
    linksOfIds(session, ids),
    edit,
  );
  const words = wordsFor(countOf(changed + merged, 'link'));
  if (isEmptyDiff(diff)) {
    session.say(words.nothing);
    return;
  }
  store.commit(words.title, diff);
  const twice =
    merged === 0
      ? ''
      : ` ${countOf(merged, 'link')} said what another says already and ${merged === 1 ? 'is' : 'are'} gone.`;
  session.say(`${words.done}${twice}`);
}
