import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import { isTrashed } from '../../../app/article/article-state.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import { listArticle } from '../article-list.ts';
import { focusArea } from '../focus.ts';
import { noteRead } from '../library/library-actions.ts';
import type { Session } from '../session.ts';
import type { Pane } from '../session-state.ts';
import { comparePaneIds } from './comparing-state.ts';
import { setComparing } from './set-comparing.ts';

/** So many articles stand side by side at most. */
const mostPanes = comparePaneIds.length;

/** Puts two to four articles side by side, in this order; of more the first four. Fewer than two are not compared. */
export function compareArticles(session: Session, articleIds: readonly ArticleId[]): void {
  const ids = [...new Set(articleIds)];
  if (ids.length < 2) {
    session.say('Choose two to four articles to compare: in the Library, with Space.');
    return;
  }
  const panes = ids
    .slice(0, mostPanes)
    .map((articleId, index): Pane => ({ id: comparePaneIds[index] ?? 'compare-1', articleId }));
  setComparing(session, { panes, activePane: 'compare-1', at: null, lit: null, pairs: [] });
  showComparison(session);
  const left = ids.length - panes.length;
  session.say(
    `${panes.length} articles side by side.` +
      (left > 0 ? ` Four can be compared at once; ${left} of those chosen stay out.` : ''),
  );
}

/** Puts the article of the annotation that is inspected beside those that it is linked with. */
export function compareLinked(session: Session): void {
  const annotation = session.annotation();
  if (annotation !== null) {
    compareArticles(session, [annotation.articleId, ...linkedArticles(session, annotation)]);
  }
}

/** The other articles that an annotation is linked with, but for those in the trash. */
export function linkedArticles(
  { store }: Session,
  { id, articleId }: AnnotationRecord,
): readonly ArticleId[] {
  const others = store.records.linksAt(id).flatMap((link) => {
    const other = link.from === id ? link.to.id : link.from;
    const otherId = store.records.get('annotation', other)?.articleId;
    const article = otherId === undefined ? null : store.records.get('article', otherId);
    return article === null || isTrashed(article) ? [] : article.id;
  });
  return [...new Set(others)].filter((other) => other !== articleId);
}

/** Shows the comparison as it was left; without one, of the articles that are open in the reader. */
export function showComparison(session: Session): void {
  session.flushDrafts();
  session.hush();
  const { comparing, panes, view } = session.get();
  const active = view === 'compare' ? session.get().activePane : comparing.activePane;
  if (comparing.panes.length === 0 && panes.length > 0) {
    setComparing(session, {
      panes: panes.map(({ articleId }, index) => ({
        id: comparePaneIds[index] ?? 'compare-1',
        articleId,
      })),
    });
  }
  const shown = session.get().comparing.panes;
  const target = shown.find(({ id }) => id === active)?.id ?? shown[0]?.id ?? 'compare-1';
  session.set({ view: 'compare', activePane: target, claimId: null });
  for (const { articleId } of shown) {
    void session.store.loadArticle(articleId);
    noteRead(session, articleId);
  }
  if (shown.length > 0) session.panes.focus(target);
  else focusArea(session, 'desk');
}

/** Puts an article at the end of the comparison, and the keyboard into it; one that is there only gets the keyboard. */
export function addToComparison(session: Session, articleId: ArticleId): void {
  const { panes } = session.get().comparing;
  const known = panes.find((pane) => pane.articleId === articleId);
  const free = comparePaneIds.find((id) => panes.every((pane) => pane.id !== id));
  if (known === undefined && free === undefined) {
    session.say('Four articles are compared at once. Close a pane first, or put it in its place.');
    return;
  }
  const id = known?.id ?? free ?? 'compare-1';
  if (known === undefined) setComparing(session, { panes: [...panes, { id, articleId }] });
  showComparison(session);
  goToPane(session, id);
  session.say(`${nameOf(session, articleId)} is pane ${letterOf(session, id)}.`);
}

/** Puts an article in the place of the one in a pane. One that another pane shows changes places with it. */
export function putIntoPane(session: Session, id: Pane['id'], articleId: ArticleId): void {
  const { panes } = session.get().comparing;
  const before = panes.find((pane) => pane.id === id);
  const elsewhere = panes.find((pane) => pane.articleId === articleId);
  if (before === undefined || elsewhere?.id === id) {
    if (elsewhere !== undefined) goToPane(session, elsewhere.id);
    return;
  }
  const next = panes.map((pane): Pane => {
    if (pane.id === id) return { id, articleId };
    return pane === elsewhere ? { ...before, id: pane.id } : pane;
  });
  setComparing(session, { panes: next, at: null });
  void session.store.loadArticle(articleId);
  noteRead(session, articleId);
  goToPane(session, id);
  session.say(`${nameOf(session, articleId)} is in pane ${letterOf(session, id)}.`);
}

/** Takes a pane out of the comparison. */
export function removeFromComparison(session: Session, id: Pane['id']): void {
  const { comparing, activePane, view } = session.get();
  const index = comparing.panes.findIndex((pane) => pane.id === id);
  const panes = comparing.panes.filter((pane) => pane.id !== id);
  const next = panes[Math.min(index, panes.length - 1)]?.id ?? 'compare-1';
  setComparing(session, {
    panes,
    at: null,
    ...(comparing.activePane === id && { activePane: next }),
  });
  if (view !== 'compare' || activePane !== id) return;
  session.set({ activePane: next, annotationId: null });
  if (panes.length > 0) session.panes.focus(next);
  else focusArea(session, 'desk');
}

/** Moves the active pane to the left (-1) or right (1). */
export function movePane(session: Session, direction: 1 | -1): void {
  const { comparing, activePane } = session.get();
  const from = comparing.panes.findIndex(({ id }) => id === activePane);
  const to = from + direction;
  const [pane, other] = [comparing.panes[from], comparing.panes[to]];
  if (pane === undefined || other === undefined) {
    session.say(direction === 1 ? 'It is the last pane already.' : 'It is the first pane already.');
    return;
  }
  const panes = [...comparing.panes];
  panes[from] = other;
  panes[to] = pane;
  setComparing(session, { panes });
  goToPane(session, pane.id);
  session.say(`${nameOf(session, pane.articleId)} is pane ${letterOf(session, pane.id)} now.`);
}

/** Goes to the next (1) or previous (-1) pane, round and round. */
export function stepPane(session: Session, direction: 1 | -1): void {
  const { comparing, activePane } = session.get();
  const { panes } = comparing;
  const from = panes.findIndex(({ id }) => id === activePane);
  const next = panes[(from + direction + panes.length) % panes.length];
  if (next === undefined || panes.length < 2) {
    session.say(
      'There is one pane only. Choose another article in the strip above, or in the Library.',
    );
    return;
  }
  goToPane(session, next.id);
  session.say(`Pane ${letterOf(session, next.id)}: ${nameOf(session, next.articleId)}.`);
}

/** Puts the next (1) or previous (-1) article that is not shown into the active pane. */
export function stepArticleInPane(session: Session, direction: 1 | -1): void {
  const { comparing, activePane } = session.get();
  const present = comparing.panes.find(({ id }) => id === activePane)?.articleId;
  const others = new Set(comparing.panes.map(({ articleId }) => articleId));
  const free = session.articleIds().filter((id) => id === present || !others.has(id));
  const index = present === undefined ? -1 : free.indexOf(present);
  const next = free[(index + direction + free.length) % free.length];
  if (next !== undefined && next !== present) putIntoPane(session, activePane, next);
}

/** Adds the first article after the active pane's that is not shown. */
export function addNext(session: Session): void {
  const { comparing, activePane } = session.get();
  const ids = session.articleIds();
  const present = comparing.panes.find(({ id }) => id === activePane)?.articleId;
  const from = present === undefined ? 0 : ids.indexOf(present);
  const shown = new Set(comparing.panes.map(({ articleId }) => articleId));
  const next = [...ids.slice(from), ...ids.slice(0, from)].find((id) => !shown.has(id));
  if (next === undefined) session.say('Every article of the project is shown.');
  else addToComparison(session, next);
}

function goToPane(session: Session, id: Pane['id']): void {
  session.panes.activate(id);
  session.panes.focus(id);
}

/** "A" for the pane furthest left, "B" for the next one. */
export function letterOf(session: Session, id: Pane['id']): string {
  return letterAt(session.get().comparing.panes.findIndex((pane) => pane.id === id));
}

export function letterAt(index: number): string {
  return 'ABCD'[index] ?? '?';
}

/** "“Ferry to cost more”, The Harbour Times". */
function nameOf(session: Session, articleId: ArticleId): string {
  const article = session.store.records.get('article', articleId);
  if (article === null) return 'The article';
  const { outlet } = listArticle(article);
  const { title } = effectiveMetadata(article);
  return outlet === null ? `“${title}”` : `“${title}”, ${outlet},`;
}
