import { type ClaimSource, claimSources } from '../claim/claim-sources.ts';
import type { ArticleId, ClaimId } from '../record/ids.ts';
import type { RecordSource } from '../record/record-source.ts';

/**
 * The independent sources (rule Q7) that a claim rests on: those with a passage that asserts or reports it. What denies,
 * qualifies or questions a claim is nothing that it rests on. Cost: the claim's evidence.
 */
export function supportingSources(
  source: RecordSource,
  claimId: ClaimId,
  clusterOf: (id: ArticleId) => string | null,
): readonly ClaimSource[] {
  const speaking = new Set(
    source
      .evidenceOf(claimId)
      .filter(({ stance }) => stance === 'asserts' || stance === 'reports')
      .map(({ annotationId }) => source.get('annotation', annotationId)?.articleId),
  );
  return claimSources(source, claimId, clusterOf).flatMap((group) => {
    const own = group.filter(({ id }) => speaking.has(id));
    return own.length === 0 ? [] : [own];
  });
}
