import { endRecord, linkStart } from '../../../app/link/link-ends.ts';
import type { AnnotationRecord, LinkRecord } from '../../../app/record/records.ts';
import { showClaim } from '../claims/claim.ts';
import type { Session } from '../session.ts';

/**
 * Opens both ends of a link side by side, each at its passage; the keyboard is on the one that it begins at. Of two passages
 * of one article the pane shows the first. A claim has no place in a text: it is shown in the Inspector beside the passage,
 * or, where both ends are claims, in the view of the claims.
 */
export function openLink(session: Session, link: LinkRecord): void {
  const { records } = session.store;
  const ends = [endRecord(records, linkStart(link)), endRecord(records, link.to)];
  const passages = ends.filter((end): end is AnnotationRecord => end?.kind === 'annotation');
  const claim = ends.find((end) => end?.kind === 'claim') ?? null;
  const [first, second] = passages;
  if (first === undefined) {
    if (claim?.kind === 'claim') showClaim(session, claim.id);
    return;
  }
  if (second !== undefined && second.articleId !== first.articleId) {
    showBeside(session, second, isOpen(session, first));
    session.panes.openAnnotation(first, { beside: true });
    return;
  }
  session.panes.openAnnotation(first);
}

/** Shows a passage without the keyboard, which two readers that are on their way would both take. */
function showBeside(session: Session, annotation: AnnotationRecord, beside: boolean): void {
  const { start, end, revisionId } = annotation.passage;
  const pane = session.panes.open(annotation.articleId, { beside, revisionId });
  session.panes.reveal(pane, { annotationId: annotation.id, start, end });
}

/** Whether an article is in the active pane: then the other end goes into the other one. */
function isOpen(session: Session, { articleId }: AnnotationRecord): boolean {
  return session.activeArticle()?.id === articleId;
}
