import type {
  AnnotationRecord,
  ArticleRecord,
  BriefRecord,
  ClaimRecord,
  EvidenceRecord,
  RevisionRecord,
} from '../record/records.ts';

/** A brief with every record that its citations lead to. Main adds the texts and checks the words. */
export interface BriefExport {
  readonly format: 'markdown' | 'html';
  readonly brief: BriefRecord;
  readonly annotations: readonly AnnotationRecord[];
  readonly articles: readonly ArticleRecord[];
  readonly revisions: readonly RevisionRecord[];
  readonly claims: readonly ClaimRecord[];
  readonly evidence: readonly EvidenceRecord[];
}

/** A citation that may not be printed, and why. */
export interface CitationProblem {
  /** `3:10`, or `C4` for a claim, or the raw id where the record is gone. */
  readonly label: string;
  readonly quote: string;
  /** A sentence: what is wrong and what to do. */
  readonly reason: string;
}

export type ExportOutcome =
  | { readonly kind: 'written'; readonly fileName: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly problems: readonly CitationProblem[] };
