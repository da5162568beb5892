import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import { countOf } from '../article-list.ts';
import type { Session } from '../session.ts';
import { appendToBrief } from './brief.ts';

/** Cites articles as a whole: at the caret of the brief that is shown, else at the end of the current one. */
export function citeArticles(session: Session, articles: readonly ArticleRecord[]): void {
  const [first] = articles;
  if (first === undefined) return;
  const editor = session.get().view === 'brief' ? session.briefEditor : null;
  if (editor === null) {
    const cited = articles.map(({ id }) => ({
      type: 'paragraph',
      content: [{ type: 'article_citation', attrs: { articleId: id } }],
    }));
    const name = effectiveMetadata(first).title;
    const what = articles.length === 1 ? `“${name}”` : countOf(articles.length, 'article');
    appendToBrief(session, cited, what);
    return;
  }
  for (const { id } of articles) editor.insertCitation({ kind: 'article', id });
  editor.focus();
}
