import type { ArticleMetadata, ArticleRecord } from '../record/records.ts';

/** What to show of an article: what was detected, with the analyst's corrections over it, field by field. */
export function effectiveMetadata(
  article: Pick<ArticleRecord, 'detected' | 'corrected'>,
): ArticleMetadata {
  return { ...article.detected, ...article.corrected };
}
