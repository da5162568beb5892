import { effectiveMetadata } from '../article/article-metadata.ts';
import type { ArticleId, ClaimId } from '../record/ids.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { ArticleRecord } from '../record/records.ts';
import { independentSources } from './independent-sources.ts';

/** Articles that count as one source of a claim, the one with the lowest number first. */
export type ClaimSource = readonly ArticleRecord[];

/**
 * Who has a passage under a claim, as independent sources (rule Q7): the length is their number, an entry says who counts
 * with whom. Articles in the trash do not count. `clusterOf` names the near duplicates that an article is among. Cost: the
 * claim's evidence.
 */
export function claimSources(
  source: RecordSource,
  claimId: ClaimId,
  clusterOf: (id: ArticleId) => string | null,
): readonly ClaimSource[] {
  const articles = new Map<ArticleId, ArticleRecord>();
  for (const { annotationId } of source.evidenceOf(claimId)) {
    const articleId = source.get('annotation', annotationId)?.articleId;
    const article = articleId === undefined ? null : source.get('article', articleId);
    if (article !== null && !article.trashedAt) articles.set(article.id, article);
  }
  const inOrder = [...articles.values()].sort((one, other) => one.number - other.number);
  const facts = inOrder.map((article) => ({
    id: article.id,
    outlet: effectiveMetadata(article).outlet,
  }));
  return independentSources(facts, clusterOf).map((group) =>
    group.flatMap((id) => articles.get(id) ?? []),
  );
}
