import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import { emptyDiff } from '../record/diff.ts';
import { nextRecord } from '../record/record-factory.ts';
import type { ArticleMetadata, ArticleRecord } from '../record/records.ts';

/**
 * Puts the analyst's word over what was detected, for one field. The detected value itself takes the correction away.
 */
export function correctArticle<Field extends keyof ArticleMetadata>(
  maker: Maker,
  article: ArticleRecord,
  field: Field,
  value: ArticleMetadata[Field],
): Diff {
  const { [field]: present, ...others } = article.corrected;
  const corrected = value === article.detected[field] ? others : { ...others, [field]: value };
  if (present === corrected[field] && field in article.corrected === field in corrected) {
    return emptyDiff;
  }
  return { added: [], updated: [[article, nextRecord(maker, article, { corrected })]], removed: [] };
}
