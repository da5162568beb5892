import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import type { ArticleId, RevisionId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type {
  AnnotationRecord,
  ArticleRecord,
  RevisionRecord,
} from '../../../app/record/records.ts';
import type { Session } from '../session.ts';
import type { Pane } from '../session-state.ts';
import { withPane } from '../shown-panes.ts';

/** Revisions by article, for as long as the list of all revisions is the same one. */
const byArticle = new WeakMap<readonly RevisionRecord[], Map<ArticleId, RevisionRecord[]>>();
const none: readonly RevisionRecord[] = [];

/**
 * An article's revisions, the first one first; the same list until any revision comes or goes. Cost: all revisions once
 * for each such change.
 */
export function revisionsOf(
  records: RecordSource,
  articleId: ArticleId,
): readonly RevisionRecord[] {
  const all = records.list('revision');
  let known = byArticle.get(all);
  if (known === undefined) {
    known = new Map();
    for (const revision of all) {
      const list = known.get(revision.articleId);
      if (list === undefined) known.set(revision.articleId, [revision]);
      else list.push(revision);
    }
    for (const list of known.values()) list.sort((one, other) => numberOf(one) - numberOf(other));
    byArticle.set(all, known);
  }
  return known.get(articleId) ?? none;
}

/** Counted from 1 in the article; records of schema 1, where each article has one revision, do not say it. */
export function numberOf(revision: RevisionRecord): number {
  return revision.number ?? 1;
}

/** The revision that a pane shows: its own, or the article's present one; `null`: the article is gone. */
export function shownRevision(records: RecordSource, pane: Pane): RevisionRecord | null {
  const article = records.get('article', pane.articleId);
  if (article === null) return null;
  const own = pane.revisionId === undefined ? null : records.get('revision', pane.revisionId);
  return own ?? records.get('revision', article.revisionId);
}

/** "revision 1", of an annotation that is not on its article's present revision; else `null` (rule V5). */
export function otherRevision(records: RecordSource, annotation: AnnotationRecord): string | null {
  const { revisionId } = annotation.passage;
  const article = records.get('article', annotation.articleId);
  if (article === null || article.revisionId === revisionId) return null;
  const revision = records.get('revision', revisionId);
  return revision === null ? 'a revision that is gone' : `revision ${numberOf(revision)}`;
}

/** Shows a revision in the pane that shows its article, or in the active one. */
export function openRevision(session: Session, revision: RevisionRecord): void {
  session.panes.open(revision.articleId, { revisionId: revision.id, focus: true });
  const { records } = session.store;
  const present = records.get('article', revision.articleId)?.revisionId === revision.id;
  session.say(
    `Revision ${numberOf(revision)} of ${revisionsOf(records, revision.articleId).length}` +
      `${present ? ', the present one' : ', not the present one'}.`,
  );
}

/** Shows the present revision of a pane's article. */
export function showPresent(session: Session, pane: Pane): void {
  const article = session.store.records.get('article', pane.articleId);
  const revision =
    article === null ? null : session.store.records.get('revision', article.revisionId);
  if (revision !== null) openRevision(session, revision);
}

/**
 * The panes as they must be after an article got another present revision: text never changes under the eyes of who
 * reads it, so a pane keeps the one that it shows, and says so.
 */
export function keepShown(
  session: Session,
  paneId: Pane['id'],
  article: ArticleRecord,
  shown: RevisionId,
): void {
  session.set(withPane(session.get(), { id: paneId, articleId: article.id, revisionId: shown }));
  session.say(
    `A new revision of “${effectiveMetadata(article).title}” has come in. ` +
      'This pane still shows the one before.',
  );
}
