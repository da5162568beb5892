import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import type { TagId } from '../record/ids.ts';
import type { ArticleRecord } from '../record/records.ts';
import { patchArticles } from './article-state.ts';

/** Puts a tag on articles, as the last; those that have it are left alone. */
export function tagArticles(maker: Maker, articles: readonly ArticleRecord[], tagId: TagId): Diff {
  return patchArticles(maker, articles, ({ tagIds = [] }) =>
    tagIds.includes(tagId) ? null : { tagIds: [...tagIds, tagId] },
  );
}

/** Takes a tag off articles; those that do not have it are left alone. */
export function untagArticles(
  maker: Maker,
  articles: readonly ArticleRecord[],
  tagId: TagId,
): Diff {
  return patchArticles(maker, articles, ({ tagIds = [] }) =>
    tagIds.includes(tagId) ? { tagIds: tagIds.filter((id) => id !== tagId) } : null,
  );
}
