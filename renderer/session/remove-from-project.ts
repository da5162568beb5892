import { effectiveMetadata } from '../../app/article/article-metadata.ts';
import { removeArticle } from '../../app/article/remove-article.ts';
import type { ArticleRecord } from '../../app/record/records.ts';
import type { Session } from './session.ts';

/** Takes an article out of the project with all that hangs on it. */
export function removeFromProject(session: Session, article: ArticleRecord): void {
  const { store } = session;
  const { title } = effectiveMetadata(article);
  session.focusAnnotation(null);
  const pane = session.get().panes.find(({ articleId }) => articleId === article.id);
  if (pane !== undefined) session.panes.close(pane.id);
  store.commit('Remove article', removeArticle(store.records, article));
  session.say(`Removed “${title}” with its annotations. Undo brings it back.`);
}
