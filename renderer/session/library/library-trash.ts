import { isTrashed, restoreArticles, trashArticles } from '../../../app/article/article-state.ts';
import { removeArticles } from '../../../app/article/remove-article.ts';
import type { Diff } from '../../../app/record/diff.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { ArticleRecord, RecordKind } from '../../../app/record/records.ts';
import { countOf } from '../article-list.ts';
import type { Session } from '../session.ts';
import { deselectFor } from './library-selection.ts';

/** Whether an article is in the trash. */
export function isInTrash(article: ArticleRecord): boolean {
  return isTrashed(article);
}

/** The articles in the trash. Cost: all articles. */
export function trashedArticles(records: RecordSource): readonly ArticleRecord[] {
  return records.list('article').filter(isTrashed);
}

/** Puts articles in the trash; panes that show one of them close. */
export function moveToTrash(session: Session, articles: readonly ArticleRecord[]): void {
  if (articles.length === 0) return;
  const { store } = session;
  closePanesOf(session, articles);
  const what = countOf(articles.length, 'article');
  const diff = trashArticles(store.maker, articles);
  store.commit(`Move ${what} to the trash`, diff);
  deselectFor(session, diff, articles);
  session.say(`Moved ${what} to the trash with all annotations. Undo brings it back.`);
}

export function restoreFromTrash(session: Session, articles: readonly ArticleRecord[]): void {
  if (articles.length === 0) return;
  const { store } = session;
  const what = countOf(articles.length, 'article');
  const diff = restoreArticles(store.maker, articles);
  store.commit(`Restore ${what}`, diff);
  deselectFor(session, diff, articles);
  session.say(`Restored ${what}.`);
}

/** What goes for good when the trash is emptied, by kind of record. Cost: every revision and silence. */
export function trashContents(session: Session): {
  readonly diff: Diff;
  readonly counts: ReadonlyMap<RecordKind, number>;
} {
  const { records } = session.store;
  const diff = removeArticles(records, trashedArticles(records));
  const counts = new Map<RecordKind, number>();
  for (const { kind } of diff.removed) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return { diff, counts };
}

/** Removes what is in the trash, with annotations and all that hangs on them. The analyst was asked. */
export function emptyTrash(session: Session): void {
  const { diff, counts } = trashContents(session);
  session.focusAnnotation(null);
  session.set({ linkFrom: null, edges: null });
  session.store.commit('Empty the trash', diff);
  session.say(
    `Removed ${countOf(counts.get('article') ?? 0, 'article')} from the project. Undo brings them back.`,
  );
}

function closePanesOf(session: Session, articles: readonly ArticleRecord[]): void {
  const ids = new Set(articles.map(({ id }) => id));
  const annotation = session.annotation();
  if (annotation !== null && ids.has(annotation.articleId)) session.focusAnnotation(null);
  const { panes, activePane, linkFrom, edges, comparing } = session.get();
  for (const pane of comparing.panes) if (ids.has(pane.articleId)) session.panes.close(pane.id);
  const begun = [linkFrom, edges?.id ?? null].some((id) => {
    const articleId = id === null ? undefined : session.store.records.get('annotation', id);
    return articleId !== undefined && articleId !== null && ids.has(articleId.articleId);
  });
  if (begun) session.set({ linkFrom: null, edges: null });
  const left = panes.filter(({ articleId }) => !ids.has(articleId));
  if (left.length === panes.length) return;
  const active = left.some(({ id }) => id === activePane) ? activePane : (left[0]?.id ?? 'first');
  session.set({ panes: left, activePane: active });
}
