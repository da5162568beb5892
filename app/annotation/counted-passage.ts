import type { AnnotationId, RevisionId, TagId } from '../record/ids.ts';

/** An annotation as statistics count it. */
export interface CountedPassage {
  readonly id: AnnotationId;
  readonly revisionId: RevisionId;
  readonly start: number;
  readonly end: number;
  /** The tags it counts for, each once: its own, and those above them where the caller rolls them up. */
  readonly tagIds: readonly TagId[];
  /** `null`: not stated. */
  readonly outlet: string | null;
  /** When its article was published, ISO 8601 of the precision that is known; `null`: not stated. */
  readonly published: string | null;
}
