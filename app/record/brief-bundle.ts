import type {
  AnnotationRecord,
  ArticleRecord,
  BriefRecord,
  CitationStyleRecord,
  ClaimRecord,
  EvidenceRecord,
  PictureRecord,
  RevisionRecord,
} from './records.ts';
import type { RichTextNode } from './rich-text.ts';

/** A brief with its whole document in `content`, wherever the project keeps it. */
export interface ComposedBrief extends BriefRecord {
  readonly content: RichTextNode;
}

/** A brief with every record that its citations lead to, in any order. More records than cited do no harm. */
export interface BriefBundle {
  readonly brief: ComposedBrief;
  readonly annotations: readonly AnnotationRecord[];
  readonly articles: readonly ArticleRecord[];
  readonly revisions: readonly RevisionRecord[];
  readonly claims: readonly ClaimRecord[];
  readonly evidence: readonly EvidenceRecord[];
  /** Those of its figures. */
  readonly pictures: readonly PictureRecord[];
  /** The one that it is printed in, if the analyst brought it along. */
  readonly styles: readonly CitationStyleRecord[];
}
