import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import { emptyDiff } from '../record/diff.ts';
import { nextRecord } from '../record/record-factory.ts';
import type {
  ArticleMetadata,
  ArticleRecord,
  FieldCorrection,
  MetadataField,
} from '../record/records.ts';

/** What the analyst puts in place of what was detected, field by field. */
export type MetadataPatch = Partial<ArticleMetadata>;

/**
 * Puts the analyst's word over what was detected, for one field, with who and when (rule M1). The detected value itself
 * takes the correction away, and with it who made it. The same value again is no change.
 */
export function correctArticle<Field extends MetadataField>(
  maker: Maker,
  article: ArticleRecord,
  field: Field,
  value: ArticleMetadata[Field],
): Diff {
  return correctArticles(maker, [article], { [field]: value } as MetadataPatch);
}

/** `correctArticle` for several articles and several fields at once: one diff (rule M2). Cost: the articles. */
export function correctArticles(
  maker: Maker,
  articles: readonly ArticleRecord[],
  patch: MetadataPatch,
): Diff {
  const at: FieldCorrection = { author: maker.author, at: maker.now() };
  const updated = articles.flatMap((article) => {
    const after = corrected(article, patch, at);
    return after === null ? [] : [[article, nextRecord(maker, article, after)] as const];
  });
  return updated.length === 0 ? emptyDiff : { added: [], updated, removed: [] };
}

/**
 * Makes the detected value of a field the analyst's own word: nothing changes but that it is no guess any more, and who
 * says so (rule M3). What was put right already stays as it is.
 */
export function confirmField(maker: Maker, article: ArticleRecord, field: MetadataField): Diff {
  if (field in article.corrected) return emptyDiff;
  const after = nextRecord(maker, article, {
    corrected: { ...article.corrected, [field]: article.detected[field] ?? null },
    correctedBy: {
      ...article.correctedBy,
      [field]: { author: maker.author, at: maker.now() },
    },
  });
  return { added: [], updated: [[article, after]], removed: [] };
}

/** `null`: the patch says nothing new of this article. */
function corrected(
  article: ArticleRecord,
  patch: MetadataPatch,
  at: FieldCorrection,
): Pick<ArticleRecord, 'corrected' | 'correctedBy'> | null {
  const values: Record<string, unknown> = { ...article.corrected };
  const by: Record<string, FieldCorrection> = { ...article.correctedBy };
  let changed = false;
  for (const [field, value] of Object.entries(patch)) {
    const stated = article.detected[field as MetadataField] ?? null;
    const isStated = value === stated;
    if (isStated ? !(field in values) : field in values && values[field] === value) continue;
    changed = true;
    delete values[field];
    delete by[field];
    if (isStated) continue;
    values[field] = value;
    by[field] = at;
  }
  return changed ? { corrected: values as MetadataPatch, correctedBy: by } : null;
}
