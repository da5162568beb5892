import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import { emptyDiff } from '../record/diff.ts';
import { nextRecord } from '../record/record-factory.ts';
import type { ArticleMetadata, ArticleRecord } from '../record/records.ts';

/**
 * Puts the analyst's word over what was detected, for one field. The detected value itself takes the correction away.
 * The same value again is no change.
 */
export function correctArticle<Field extends keyof ArticleMetadata>(
  maker: Maker,
  article: ArticleRecord,
  field: Field,
  value: ArticleMetadata[Field],
): Diff {
  const stated = article.detected[field];
  const shown = field in article.corrected ? article.corrected[field] : stated;
  if (value === shown && field in article.corrected === (value !== stated)) return emptyDiff;
  const { [field]: _replaced, ...others } = article.corrected;
  const corrected: Partial<ArticleMetadata> =
    value === stated ? (others as Partial<ArticleMetadata>) : { ...others, [field]: value };
  return {
    added: [],
    updated: [[article, nextRecord(maker, article, { corrected })]],
    removed: [],
  };
}
