import type { ArticleCluster } from '../../../app/host/search.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import { openDifferences } from '../reading/differences.ts';
import type { Session } from '../session.ts';

/** Where an article stands among near duplicates. */
export interface ClusterPlace {
  readonly cluster: ArticleCluster;
  /** Like the first member's text, 0 to 1; 1 for the first. */
  readonly similarity: number;
  readonly isFirst: boolean;
}

export type ClusterIndex = ReadonlyMap<ArticleId, ClusterPlace>;

/** Clusters by member. Cost: the members. */
export function indexClusters(clusters: readonly ArticleCluster[]): ClusterIndex {
  return new Map(
    clusters.flatMap((cluster) =>
      cluster.members.map(
        ({ articleId, similarity }, index) =>
          [articleId, { cluster, similarity, isFirst: index === 0 }] as const,
      ),
    ),
  );
}

/** Asks the catalogue for the clusters. What it can't say now is asked again when the catalogue has gone on. */
export async function loadClusters(session: Session): Promise<void> {
  const { store } = session;
  const clusters = await session.host.listClusters().catch(() => null);
  if (clusters === null || !session.hasProject || session.store !== store) return;
  session.set({ clusters: indexClusters(clusters) });
}

/** "96 % alike"; "same words" where only what is between them differs. */
export function similarityText(similarity: number): string {
  return similarity >= 1 ? 'same words' : `${Math.min(99, Math.round(similarity * 100))} % alike`;
}

/** Shows how a near duplicate differs from the first of its cluster; of the first, from the second. */
export function showClusterDifferences(session: Session, articleId: ArticleId): void {
  const place = session.get().clusters.get(articleId);
  if (place === undefined) return;
  const { members } = place.cluster;
  const { records } = session.store;
  const revisionOf = (id: ArticleId | undefined) =>
    id === undefined ? undefined : records.get('article', id)?.revisionId;
  const left = revisionOf(members[0]?.articleId);
  const right = revisionOf(place.isFirst ? members[1]?.articleId : articleId);
  if (left !== undefined && right !== undefined) openDifferences(session, { left, right });
}
