import { addLink, type LinkSeen, linksSeenFrom } from '../../../app/link/link-diffs.ts';
import type { AnnotationId, LinkTypeId } from '../../../app/record/ids.ts';
import type { AnnotationRecord, LinkRecord } from '../../../app/record/records.ts';
import { annotationHere } from '../reading/annotate.ts';
import { labelOf } from '../reading/describe-annotation.ts';
import type { Session } from '../session.ts';

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
  session.openDialog({ kind: 'link', from: linkFrom, to: annotation.id });
}

/** Makes the link that the dialog asked for. */
export function makeLink(
  session: Session,
  fromId: AnnotationId,
  toId: AnnotationId,
  typeId: LinkTypeId,
): void {
  const { store } = session;
  const from = store.records.get('annotation', fromId);
  const to = store.records.get('annotation', toId);
  const type = store.records.get('linkType', typeId);
  if (from === null || to === null || type === null) return;
  const made = addLink(store.maker, store.records, from, to, typeId);
  if (!made.ok) {
    session.say(made.error.message);
    return;
  }
  store.commit(`Link “${type.name}”`, made.value.diff);
  session.set({ linkFrom: null });
  session.say(`Linked: ${labelOf(session, fromId)} ${type.name} ${labelOf(session, toId)}.`);
}

export function removeLink(session: Session, link: LinkRecord): void {
  const type = session.store.records.get('linkType', link.typeId);
  session.store.commit(`Remove link “${type?.name ?? 'is linked with'}”`, {
    added: [],
    updated: [],
    removed: [link],
  });
  session.say('Removed the link. Undo brings it back.');
}

/** The links of an annotation, each as it reads from there. */
export function linksSeen(session: Session, annotation: AnnotationRecord): readonly LinkSeen[] {
  return linksSeenFrom(session.store.records, annotation);
}

/** Opens the passage at the other end in the other pane. */
export function followLink(session: Session, otherId: AnnotationId): void {
  const other = session.store.records.get('annotation', otherId);
  if (other === null) return;
  const beside = session.activeArticle()?.id !== other.articleId;
  session.panes.openAnnotation(other, { beside });
}
