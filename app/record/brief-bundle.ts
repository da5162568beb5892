import type {
  AnnotationRecord,
  ArticleRecord,
  BriefRecord,
  ClaimRecord,
  EvidenceRecord,
  RevisionRecord,
} from './records.ts';

/** A brief with every record that its citations lead to, in any order. More records than cited do no harm. */
export interface BriefBundle {
  readonly brief: BriefRecord;
  readonly annotations: readonly AnnotationRecord[];
  readonly articles: readonly ArticleRecord[];
  readonly revisions: readonly RevisionRecord[];
  readonly claims: readonly ClaimRecord[];
  readonly evidence: readonly EvidenceRecord[];
}
