import type { AnnotationId, ClaimId } from '../../app/record/ids.ts';
import type { ClaimStatus, Stance, TagColor } from '../../app/record/records.ts';

/** An annotation as a citation shows it now. */
export interface CitedAnnotation {
  /** `3:10`. */
  readonly label: string;
  readonly quote: string;
  readonly outlet: string | null;
  readonly title: string;
  /** As people read it, `12 May 2024`; `null` where not known. */
  readonly published: string | null;
  /** BCP 47, of the quoted text. */
  readonly language?: string | null;
  /** Of the first tag; `null` without one. */
  readonly tagColor: TagColor | null;
  /**
   * `orphan`: the passage was not found in its revision, so an export refuses it (rules A3, C2). `earlier`: it stands in
   * a revision that is not the article's present one.
   */
  readonly state: 'anchored' | 'orphan' | 'earlier';
}

/** One piece of evidence under a cited claim. */
export interface CitedEvidence {
  readonly annotationId: AnnotationId;
  readonly stance: Stance;
}

/** A claim as a citation shows it now. */
export interface CitedClaim {
  /** `C4`. */
  readonly label: string;
  readonly wording: string;
  readonly speaker: string | null;
  /** As people read it; `null` where not known. */
  readonly saidOn: string | null;
  readonly status: ClaimStatus;
  /** In the order of `resolveClaim`, so that numbers on the screen are those of the export. */
  readonly evidence: readonly CitedEvidence[];
}

/** What citations show: the records as they are now. The editor keeps no words of its own (rule C1). */
export interface CitationSource {
  /** `null`: deleted. */
  annotation(id: AnnotationId): CitedAnnotation | null;
  /** `null`: deleted. */
  claim(id: ClaimId): CitedClaim | null;
  /** Calls `listener` after any cited record may have changed; the result ends that. */
  subscribe(listener: () => void): () => void;
  /** The analyst wants to see the cited thing: Enter or a double click on a citation. */
  open(kind: CitationTarget['kind'], id: CitationTarget['id']): void;
}

/** What a citation leads to. */
export type CitationTarget =
  | { readonly kind: 'annotation'; readonly id: AnnotationId }
  | { readonly kind: 'claim'; readonly id: ClaimId };
