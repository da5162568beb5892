import { isTrashed } from '../article/article-state.ts';
import type { ClaimId } from '../record/ids.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { EvidenceRecord } from '../record/records.ts';

/** A claim's evidence but for that in articles in the trash, which lists and counts leave out (rule M4). Cost: the evidence. */
export function presentEvidence(source: RecordSource, claimId: ClaimId): readonly EvidenceRecord[] {
  return source.evidenceOf(claimId).filter(({ annotationId }) => {
    const annotation = source.get('annotation', annotationId);
    const article = annotation === null ? null : source.get('article', annotation.articleId);
    return article !== null && !isTrashed(article);
  });
}
