import type {
  ClusterFacts,
  ClusterOf,
  MatrixColumnChoice,
} from '../../../app/claim/matrix-columns.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { ArticleMetadata, ArticleRecord } from '../../../app/record/records.ts';

/** The article with other facts. */
export function withFacts(article: ArticleRecord, facts: Partial<ArticleMetadata>): ArticleRecord {
  return { ...article, detected: { ...article.detected, ...facts } };
}

/** Clusters of which the first named is the first. */
export function clustered(...clusters: readonly (readonly ArticleId[])[]): ClusterOf {
  const places = new Map<ArticleId, ClusterFacts>();
  for (const members of clusters) {
    const [firstId] = members;
    if (firstId === undefined) continue;
    for (const id of members) places.set(id, { id: firstId, firstId, size: members.length });
  }
  return (id) => places.get(id) ?? null;
}

/** By article, in the order of dates, all shown. */
export const plainColumns: MatrixColumnChoice = {
  columnsBy: 'article',
  group: 'none',
  hidden: [],
  pinned: [],
  moves: [],
};
