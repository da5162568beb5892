import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import { newRecord, nextRecord } from '../record/record-factory.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { AnnotationRecord, ClaimRecord, EvidenceRecord, Stance } from '../record/records.ts';

/**
 * Files annotations under a claim; those that are filed there already get the stance instead. `annotations` must name each
 * once. Silences of their articles on the claim are taken back (rule X5). One diff; O(annotations, evidence and silences of
 * the claim).
 */
export function fileAll(
  maker: Maker,
  source: RecordSource,
  claim: ClaimRecord,
  annotations: readonly AnnotationRecord[],
  stance: Stance,
): Diff {
  const present = new Map(source.evidenceOf(claim.id).map((item) => [item.annotationId, item]));
  const added: EvidenceRecord[] = [];
  const updated: [EvidenceRecord, EvidenceRecord][] = [];
  for (const { id: annotationId } of annotations) {
    const known = present.get(annotationId);
    if (known === undefined) {
      added.push(newRecord(maker, 'evidence', { claimId: claim.id, annotationId, stance }));
    } else if (known.stance !== stance) {
      updated.push([known, nextRecord(maker, known, { stance })]);
    }
  }
  const speaking = new Set(annotations.map(({ articleId }) => articleId));
  const silences = source.silencesOf(claim.id);
  return { added, updated, removed: silences.filter((one) => speaking.has(one.articleId)) };
}
