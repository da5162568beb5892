import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import { emptyDiff } from '../record/diff.ts';
import { nextRecord } from '../record/record-factory.ts';
import type { ArticleRecord } from '../record/records.ts';

/** Marks that an article has or has not. */
export type ArticleMark = 'starred' | 'read' | 'archived';

/** Whether an article lies in the trash, where lists, counts and search leave it out (rule M4). */
export function isTrashed(article: Pick<ArticleRecord, 'trashedAt'>): boolean {
  return article.trashedAt !== undefined && article.trashedAt !== null;
}

/** Sets or takes away a mark of several articles; those that have it so already are left alone. Cost: the articles. */
export function markArticles(
  maker: Maker,
  articles: readonly ArticleRecord[],
  mark: ArticleMark,
  on: boolean,
): Diff {
  return patchArticles(maker, articles, (article) =>
    (article[mark] === true) === on ? null : { [mark]: on },
  );
}

/** Puts articles in the trash, all at one time. Those that lie there already keep their time. */
export function trashArticles(maker: Maker, articles: readonly ArticleRecord[]): Diff {
  const trashedAt = maker.now();
  return patchArticles(maker, articles, (article) => (isTrashed(article) ? null : { trashedAt }));
}

/** Takes articles out of the trash, as they were when they were put there. */
export function restoreArticles(maker: Maker, articles: readonly ArticleRecord[]): Diff {
  return patchArticles(maker, articles, (article) =>
    isTrashed(article) ? { trashedAt: null } : null,
  );
}

/** The diff that patches each article for which `patch` has something to say. */
export function patchArticles(
  maker: Maker,
  articles: readonly ArticleRecord[],
  patch: (article: ArticleRecord) => Partial<ArticleRecord> | null,
): Diff {
  const updated = articles.flatMap((article) => {
    const fields = patch(article);
    return fields === null ? [] : [[article, nextRecord(maker, article, fields)] as const];
  });
  return updated.length === 0 ? emptyDiff : { added: [], updated, removed: [] };
}
