import type { ArticleId } from '../../../app/record/ids.ts';
import type { Session } from '../session.ts';

/** How long an article has to be pointed at, in milliseconds: who runs through a list means none of what is passed by. */
const dwell = 60;

/**
 * Reads texts that will likely be opened next, so that they are there then: call it with the article that the keyboard or
 * the pointer is on. Of several within a moment the last one counts. What can't be read is said when it is opened.
 */
export function createReadAhead(session: Session): (articleId: ArticleId) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (articleId) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // The project may have been closed meanwhile.
      if (!session.hasProject) return;
      const { records, texts } = session.store;
      const article = records.get('article', articleId);
      const revision = article === null ? null : records.get('revision', article.revisionId);
      if (revision === null) return;
      void session.store.loadArticle(articleId);
      texts.read(revision.hash).catch(() => undefined);
    }, dwell);
  };
}
