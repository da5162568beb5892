import type { RevisionHash, TextOffset } from '../../base/brand.ts';
import type { AnnotationId, ArticleId } from '../../record/ids.ts';
import type { GuessableField } from '../source-guesses.ts';

/**
 * What a brief prints, the same for every format: all words are resolved, checked and in the order in which they are
 * read. Writers lay it out and add no words but those that a format needs ("Notes", "Contents"). Equal briefs and records
 * give equal values, so that a writer without a clock or chance writes the same bytes (rule C5).
 */
export interface PrintedBrief {
  readonly title: string;
  /** BCP 47: of the writer's own words. */
  readonly language: string;
  readonly blocks: readonly PrintedBlock[];
  readonly noteForm: 'footnotes' | 'endnotes';
  /** In the order of their numbers, which are 1 and up without a gap. */
  readonly notes: readonly PrintedNote[];
  /** `null`: the style has none, or the writer wants none. */
  readonly bibliography: PrintedBibliography | null;
  /** Each passage that is quoted or cited, once, in the order in which the brief comes to it. */
  readonly passages: readonly PrintedPassage[];
}

export type PrintedBlock =
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3;
      /** Its own among the headings of the brief; letters, digits and hyphens: what a link within the file leads to. */
      readonly id: string;
      readonly runs: readonly PrintedRun[];
    }
  | { readonly kind: 'paragraph'; readonly runs: readonly PrintedRun[] }
  | {
      readonly kind: 'list';
      /** The number of the first item; `null`: a list without numbers. */
      readonly start: number | null;
      readonly items: readonly (readonly PrintedBlock[])[];
    }
  /** Words of the writer's own, set off. */
  | { readonly kind: 'aside'; readonly blocks: readonly PrintedBlock[] }
  | ({ readonly kind: 'quotation' } & PrintedQuotation)
  | PrintedClaim
  | { readonly kind: 'table'; readonly rows: readonly (readonly PrintedCell[])[] }
  | {
      readonly kind: 'figure';
      readonly picture: PrintedPicture;
      readonly caption: readonly PrintedRun[];
    };

/** A quotation set off from the text. */
export interface PrintedQuotation {
  /** Index into `passages`. */
  readonly passage: number;
  /** The words with what the writer left out and put in. */
  readonly runs: readonly PrintedRun[];
  /** Whose words they are and where they stand, with the mark of a note where the style has notes. */
  readonly credit: readonly PrintedRun[];
}

/** A claim with what stands for and against it. */
export interface PrintedClaim {
  readonly kind: 'claim';
  /** `C4`. */
  readonly label: string;
  readonly wording: string;
  /** Who said it, when, where, and its status. */
  readonly about: readonly PrintedRun[];
  readonly evidence: readonly (PrintedQuotation & { readonly stance: string })[];
}

export interface PrintedCell {
  readonly isHeader: boolean;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly blocks: readonly PrintedBlock[];
}

export interface PrintedPicture {
  /** A whole SVG document that names nothing outside itself. */
  readonly svg: string;
  /** The same as PNG, in base64. */
  readonly png: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who do not see it. */
  readonly description: string;
}

/** A piece of a line. */
export type PrintedRun =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly strong?: boolean;
      readonly emphasis?: boolean;
      readonly smallCaps?: boolean;
      readonly superscript?: boolean;
      readonly subscript?: boolean;
      /** http, https or mailto. */
      readonly href?: string;
    }
  | { readonly kind: 'break' }
  /** The mark of a note. */
  | { readonly kind: 'note'; readonly number: number }
  /** Words that are quoted or cited in the line: in a file that can, they lead to their passage. */
  | { readonly kind: 'cited'; readonly passage: number; readonly runs: readonly PrintedRun[] }
  /** Words with a comment of the writer's to self; there only if comments are asked for. */
  | {
      readonly kind: 'comment';
      readonly text: string;
      /** ISO 8601; `null`: not known. */
      readonly at: string | null;
      readonly runs: readonly PrintedRun[];
    };

export interface PrintedNote {
  readonly number: number;
  /** One and more paragraphs, or what else a note of the writer's own holds. */
  readonly blocks: readonly PrintedBlock[];
  /** Indexes into `passages` of what it cites. */
  readonly passages: readonly number[];
}

export interface PrintedBibliography {
  /** What stands over it: "Bibliography", "References", "Works cited". */
  readonly heading: string;
  readonly entries: readonly {
    readonly articleId: ArticleId;
    readonly runs: readonly PrintedRun[];
  }[];
  /** Whether lines after an entry's first are indented. */
  readonly hangingIndent: boolean;
}

/** A passage with all that is needed to find and to check it (rule C4). */
export interface PrintedPassage {
  /** `null`: the whole article is cited. */
  readonly annotationId: AnnotationId | null;
  readonly articleId: ArticleId;
  /** `3:10`; of a whole article `3`. */
  readonly label: string;
  /** The exact words of the source, nothing left out; of a whole article empty. */
  readonly quote: string;
  /** What stands before and after it in its paragraphs, to be read in context. */
  readonly before: string;
  readonly after: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly byline: string | null;
  /** ISO 8601 of the precision that is known. */
  readonly published: string | null;
  readonly retrieved: string | null;
  readonly url: string | null;
  /** BCP 47. */
  readonly language: string | null;
  readonly guesses: readonly GuessableField[];
  readonly revisionHash: RevisionHash;
  /** The number of the quoted revision, when the article has a later one. */
  readonly earlierRevision: number | null;
  readonly start: TextOffset;
  readonly end: TextOffset;
}
