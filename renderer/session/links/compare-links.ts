import { linkStart } from '../../../app/link/link-ends.ts';
import type { LinkId } from '../../../app/record/ids.ts';
import type { AnnotationRecord, LinkRecord } from '../../../app/record/records.ts';
import { compareArticles } from '../comparing/compare-panes.ts';
import { setComparing } from '../comparing/set-comparing.ts';
import type { Session } from '../session.ts';
import { linksOfIds } from './links-edit.ts';

/**
 * Puts the articles of links side by side in the comparison, those of the first links if there are more than it takes; the
 * first link between two of them is the pair that is shown.
 */
export function compareLinks(session: Session, ids: readonly LinkId[]): void {
  const between = linksOfIds(session, ids).flatMap((link) => {
    const ends = passagesOf(session, link);
    return ends === null ? [] : [{ link, ends }];
  });
  const [first] = between;
  if (first === undefined) {
    session.say('Only passages of two different articles can be compared.');
    return;
  }
  compareArticles(
    session,
    between.flatMap(({ ends }) => ends.map(({ articleId }) => articleId)),
  );
  setComparing(session, { at: first.link.id });
  for (const { id, articleId, passage } of first.ends) {
    const pane = session.get().comparing.panes.find((one) => one.articleId === articleId);
    const { start, end } = passage;
    if (pane !== undefined) session.panes.reveal(pane.id, { annotationId: id, start, end });
  }
}

/** The passages that a link joins; `null`: one end is a claim, or both are in one article. */
function passagesOf(
  { store }: Session,
  link: LinkRecord,
): readonly [AnnotationRecord, AnnotationRecord] | null {
  const start = linkStart(link);
  if (start.kind === 'claim' || link.to.kind === 'claim') return null;
  const from = store.records.get('annotation', start.id);
  const to = store.records.get('annotation', link.to.id);
  return from === null || to === null || from.articleId === to.articleId ? null : [from, to];
}
