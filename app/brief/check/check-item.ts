import type { AnnotationId, ArticleId, ClaimId, PictureId } from '../../record/ids.ts';

/** What a check of a brief finds (rules Y10 to Y20), in the order in which a list shows them. */
export const checkKinds = [
  'not-verbatim',
  'missing',
  'misfit',
  'changed',
  'later-revision',
  'figure-changed',
  'figure',
  'stated-as-fact',
  'typed-quotation',
  'copied',
  'uncited',
  'single-source',
  'comment',
] as const;

export type CheckKind = (typeof checkKinds)[number];

/** Where something of a brief stands. */
export interface CheckPlace {
  /** Indexes of children, from the document down to a text block, or to a block citation or figure. */
  readonly path: readonly number[];
  /**
   * The stretch inside the text block, counted as ProseMirror does: a code unit of text is 1, a citation 1, a footnote 2
   * and what it holds. `null`: the block as a whole.
   */
  readonly range: { readonly from: number; readonly to: number } | null;
}

/** One thing to look at. */
export interface CheckItem {
  readonly kind: CheckKind;
  readonly place: CheckPlace;
  /** For people: what is wrong and with which words. */
  readonly sentence: string;
  /**
   * The same as long as the words and citations that it is about are: what is ignored is known by it. Not more than 300
   * code units.
   */
  readonly key: string;
  /** What it is about, where that is one record. */
  readonly about:
    | { readonly kind: 'annotation'; readonly id: AnnotationId }
    | { readonly kind: 'claim'; readonly id: ClaimId }
    | { readonly kind: 'article'; readonly id: ArticleId }
    | { readonly kind: 'picture'; readonly id: PictureId }
    | null;
}

/** What a check found. */
export interface CheckReport {
  /** How many quotations the brief prints, and how many of them stand in their revision to the code unit. */
  readonly quotations: number;
  readonly verbatim: number;
  /** In the order of the document. */
  readonly items: readonly CheckItem[];
}
