import type { AnnotationId, ArticleId, ClaimId, PictureId } from '../../app/record/ids.ts';
import type { ClaimStatus, Stance, TagColor } from '../../app/record/records.ts';
import type { RichTextNode } from '../../app/record/rich-text.ts';
import type { CitationMarks } from './citation-marks.ts';

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

/** An article that is cited as a whole, as its citation shows it now. */
export interface CitedArticle {
  /** `3`. */
  readonly label: string;
  /** What stands for it in a line, as it is printed: “Cost of tunnel rises” (rule C15). */
  readonly name: string;
  /** All that is known of it: “Cost of tunnel rises”, The Harbour Times, 12 May 2024. */
  readonly line: string;
  /** BCP 47. */
  readonly language: string | null;
}

/** A picture as a figure shows it. */
export interface ShownPicture {
  /** A whole SVG document, drawn as an image: nothing in it runs, and nothing is fetched. */
  readonly svg: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who do not see it. */
  readonly description: string;
}

/**
 * Whether a citation prints what the writer last accepted: `changed`, its records say something else now. `missing`: its
 * record was removed. `misfit`: what was left out of its quotation and put in no longer fits the words, which are printed
 * as they are.
 */
export type CitationStanding = 'accepted' | 'changed' | 'missing' | 'misfit';

/** What citations show: the records as they are now. The editor keeps no words of its own (rule C1). */
export interface CitationSource {
  /** `null`: deleted. */
  annotation(id: AnnotationId): CitedAnnotation | null;
  /** `null`: deleted. */
  claim(id: ClaimId): CitedClaim | null;
  /** `null`: deleted. */
  article(id: ArticleId): CitedArticle | null;
  /** `null`: deleted. */
  picture(id: PictureId): ShownPicture | null;
  /** Whether the records that a figure was drawn from say something else now; absent: not known of any. */
  isFigureChanged?(id: PictureId): boolean;
  /** The writer wants a figure drawn anew. */
  redrawFigure?(id: PictureId): void;
  /** How a citation stands to its records now. Cost: a look-up, and comparing what it prints. */
  standing(node: RichTextNode): CitationStanding;
  /** What a citation of this would print now, as a new one keeps it in `accepted`; `null`: its record is gone. */
  accepted(target: CitationTarget): unknown;
  /** How citations are marked; absent: each quotation by its number, as `numberCitations` has it. */
  marks?(): CitationMarks;
  /** Calls `listener` after any cited record may have changed; the result ends that. */
  subscribe(listener: () => void): () => void;
  /** The analyst wants to see the cited thing: Enter or a double click on a citation. */
  open(target: CitationTarget): void;
}

/** What a citation leads to. */
export type CitationTarget =
  | { readonly kind: 'annotation'; readonly id: AnnotationId }
  | { readonly kind: 'claim'; readonly id: ClaimId }
  | { readonly kind: 'article'; readonly id: ArticleId };
