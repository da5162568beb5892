import { isTrashed } from '../../../app/article/article-state.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import { listArticle } from '../article-list.ts';

/** An article as a list to cite from shows it. */
export interface ShownArticle {
  readonly article: ArticleRecord;
  readonly title: string;
  /** Outlet and date, as far as they are known. */
  readonly source: string;
}

/** Articles that are not in the trash and have `wanted` (lower case) in title or source. Cost: one pass over them. */
export function shownArticles(
  articles: readonly ArticleRecord[],
  wanted: string,
): readonly ShownArticle[] {
  return articles.flatMap((article) => {
    if (isTrashed(article)) return [];
    const { metadata, outlet, date } = listArticle(article);
    const source = [outlet, date].filter(Boolean).join(' · ');
    const shown = { article, title: metadata.title, source };
    return `${metadata.title} ${source}`.toLocaleLowerCase().includes(wanted) ? [shown] : [];
  });
}
