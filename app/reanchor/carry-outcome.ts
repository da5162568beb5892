import type { Passage } from '../record/records.ts';

/** A place in the new text where the words of a passage may stand. */
export interface CarryPlace {
  readonly passage: Passage;
  /** 0 to 1, how sure it is that these are the words (rule K4). */
  readonly score: number;
}

/** What became of a passage when its article got another text. Rules K1 to K6 of SPEC.md. */
export type CarryResult =
  /** The same words at the place that the differences of the texts map to. */
  | { readonly outcome: 'unchanged'; readonly place: CarryPlace }
  /** The very words, but not (or not surely) at that place. */
  | { readonly outcome: 'moved'; readonly place: CarryPlace }
  /** Words like its own. */
  | { readonly outcome: 'changed'; readonly place: CarryPlace }
  /** Several places that are as good as each other, the best first, then in the order of the text. `hasMore`: not all. */
  | {
      readonly outcome: 'uncertain';
      readonly places: readonly CarryPlace[];
      readonly hasMore: boolean;
    }
  /** Nowhere. `best`: the likest words, below the floor; `null`: there are none worth a look. */
  | { readonly outcome: 'lost'; readonly best: CarryPlace | null };

/** How a passage fared, in a word. */
export type CarryOutcomeKind = CarryResult['outcome'];
