import type { CarryLook } from '../../../app/reanchor/carry-look.ts';
import type { AnnotationId, ArticleId, RevisionId } from '../../../app/record/ids.ts';
import type { Passage } from '../../../app/record/records.ts';

/** An annotation that can't be carried over without the analyst, with what was found. */
export interface WaitingAnnotation {
  readonly id: AnnotationId;
  readonly articleId: ArticleId;
  /** The passage that was looked for; when the annotation has another one this is out of date. */
  readonly passage: Passage;
  /** The revision it is to be carried to: the article's present one. */
  readonly to: RevisionId;
  readonly look: CarryLook;
}

/** Annotations of one article that the program carried over by itself. */
export interface CarriedAtOnce {
  readonly articleId: ArticleId;
  readonly to: RevisionId;
  readonly ids: readonly AnnotationId[];
}

/** What carrying over has come to in this window. */
export interface CarryOverState {
  /** By annotation. The same map until something in it changes. */
  readonly waiting: ReadonlyMap<AnnotationId, WaitingAnnotation>;
  /** The one that the review is at. */
  readonly at: AnnotationId | null;
  /** How many articles are being looked through; `null`: none. */
  readonly running: { readonly done: number; readonly total: number } | null;
  /** How many articles were left when the analyst stopped it. */
  readonly stopped: number;
  /** What was carried over in this window without being asked, by article, the last one last. */
  readonly atOnce: readonly CarriedAtOnce[];
  /** The annotation whose new place is being selected in the reader. */
  readonly placing: AnnotationId | null;
}

export const initialCarryOver: CarryOverState = {
  waiting: new Map(),
  at: null,
  running: null,
  stopped: 0,
  atOnce: [],
  placing: null,
};
