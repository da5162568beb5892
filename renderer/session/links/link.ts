import { addLink } from '../../../app/link/link-diffs.ts';
import type { LinkTypeId } from '../../../app/record/ids.ts';
import type { LinkEnd, LinkRecord } from '../../../app/record/records.ts';
import { showClaim } from '../claims/claim.ts';
import { annotationHere } from '../reading/annotate.ts';
import type { Session } from '../session.ts';
import { writable } from '../writable.ts';
import { endLabel } from './end-label.ts';

/** The link key: begins a link here, or, when one was begun, asks how the two passages are linked. */
export function linkFromOrTo(session: Session): void {
  const annotation = annotationHere(session);
  if (annotation === null) return;
  const { linkFrom } = session.get();
  if (linkFrom === null || session.store.records.get('annotation', linkFrom) === null) {
    session.set({ linkFrom: annotation.id });
    session.say('Link begun. Go to the other passage and press L there. Escape gives it up.');
    return;
  }
  if (linkFrom === annotation.id) {
    session.say('The link begins here. Go to another passage and press L there, or press Escape.');
    return;
  }
  askHowLinked(
    session,
    { kind: 'annotation', id: linkFrom },
    { kind: 'annotation', id: annotation.id },
  );
}

/** Asks how two ends are linked. */
export function askHowLinked(session: Session, from: LinkEnd, to: LinkEnd): void {
  session.openDialog({ kind: 'link', from, to });
}

/** Makes the link that the dialog asked for. Says why where it can't be. */
export function makeLink(
  session: Session,
  from: LinkEnd,
  to: LinkEnd,
  typeId: LinkTypeId,
): boolean {
  const { store } = session;
  const type = store.records.get('linkType', typeId);
  const isThere = ({ kind, id }: LinkEnd): boolean => store.records.get(kind, id) !== null;
  if (!writable(session) || type === null || !isThere(from) || !isThere(to)) return false;
  const made = addLink(store.maker, store.records, from, to, typeId);
  if (!made.ok) {
    session.say(made.error.message);
    return false;
  }
  store.commit(`Link “${type.name}”`, made.value.diff);
  session.set({ linkFrom: null });
  session.say(`Linked: ${endLabel(session, from)} ${type.name} ${endLabel(session, to)}.`);
  return true;
}

export function removeLink(session: Session, link: LinkRecord): void {
  if (!writable(session)) return;
  const type = session.store.records.get('linkType', link.typeId);
  session.store.commit(`Remove link “${type?.name ?? 'is linked with'}”`, {
    added: [],
    updated: [],
    removed: [link],
  });
  session.say('Removed the link. Undo brings it back.');
}

/** Opens the passage at the other end in the other pane, or the claim. */
export function followLink(session: Session, other: LinkEnd): void {
  if (other.kind === 'claim') {
    showClaim(session, other.id);
    return;
  }
  const annotation = session.store.records.get('annotation', other.id);
  if (annotation === null) return;
  const beside = session.activeArticle()?.id !== annotation.articleId;
  session.panes.openAnnotation(annotation, { beside });
}
