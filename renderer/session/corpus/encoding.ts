import { encodings } from '../../../app/article/encodings.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import { showFailure } from '../project.ts';
import type { Session } from '../session.ts';

/** All encodings that an article can be read again with. */
export const encodingChoices = encodings;

/** Asks with which encoding the active pane's article is to be read again. */
export function askEncoding(session: Session): void {
  const article = session.activeArticle();
  if (article !== null) session.openDialog({ kind: 'encoding', articleId: article.id });
}

/** Whether an article's present revision was read from bytes whose meaning had to be found out. */
export function hasEncoding(session: Session, articleId: ArticleId): boolean {
  const { records } = session.store;
  const article = records.get('article', articleId);
  const revision = article === null ? null : records.get('revision', article.revisionId);
  return revision?.source?.encoding != null;
}

/** Reads an article's original again with another encoding. What comes of it is a new revision, which its pane shows. */
export async function reread(
  session: Session,
  articleId: ArticleId,
  encoding: string,
): Promise<void> {
  try {
    session.panes.followNext(articleId);
    await session.host.rereadArticle({ articleId, encoding });
    session.say(`Reading the article again as ${encoding}…`);
  } catch (error) {
    session.panes.followNone();
    showFailure(session, 'The article could not be read again', error);
  }
}
