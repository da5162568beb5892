import { effectiveMetadata } from '../../article/article-metadata.ts';
import type { ArticleRecord } from '../../record/records.ts';

/** How reports name an article: its number and its title. */
export function articleTitle(article: ArticleRecord): string {
  return `${article.number} ${effectiveMetadata(article).title}`;
}
