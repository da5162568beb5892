import type { RevisionHash, TextOffset } from '../base/brand.ts';
import type { ArticleId, ClaimId, RevisionId } from '../record/ids.ts';

/** What the program may propose; only the analyst asserts. */
export type SuggestionKind = 'parallel' | 'cluster' | 'quotation' | 'conflict' | 'silence';

/** A range of a text, in UTF-16 code units of the canonical text. */
export interface SuggestedRange {
  readonly start: TextOffset;
  readonly end: TextOffset;
}

/** A passage that a suggestion is about, in its article's present revision. */
export interface SuggestedPassage extends SuggestedRange {
  readonly articleId: ArticleId;
  readonly revisionId: RevisionId;
  readonly hash: RevisionHash;
  /** Exactly the text's [start, end). */
  readonly quote: string;
}

interface SuggestionBase {
  /**
   * Made of the kind, the articles and the words (`suggestionKey`): what the analyst dismissed stays dismissed in every
   * revision that has the same words, and another wording is another suggestion.
   */
  readonly key: string;
  /** 0 to 1, as `SPEC.md` defines it for the kind. */
  readonly score: number;
}

/** Two passages of different articles that share wording. */
export interface ParallelSuggestion extends SuggestionBase {
  readonly kind: 'parallel';
  readonly one: SuggestedPassage;
  readonly other: SuggestedPassage;
  /** Words that both have in the same order. */
  readonly words: number;
  readonly verbatim: boolean;
  /** A set phrase that many articles share, a name with its office: ranked last. */
  readonly formula: boolean;
  /** Which was published before the other, as far as the dates tell. */
  readonly first: 'one' | 'other' | null;
  /** Of one that is part of a cluster of three articles and more. */
  readonly clusterKey: string | null;
}

/** A passage of a cluster, with what is told of its source. */
export interface ClusterPassage extends SuggestedPassage {
  /** Counted from 1, the most frequent wording first; passages of one number say it in the same words. */
  readonly wording: number;
  /** Who is said to have said it, in the article's words; `null`: nobody, or it is not known. */
  readonly credits: string | null;
  /** `false`: a pronoun or the context leaves a doubt about `credits`, which is shown. */
  readonly creditsSure: boolean;
}

/** The same passage in three articles and more. */
export interface ClusterSuggestion extends SuggestionBase {
  readonly kind: 'cluster';
  /** Earliest published first, then by article; at most 50 in lists, all when read by its key. */
  readonly passages: readonly ClusterPassage[];
  readonly articles: number;
  readonly wordings: number;
  readonly formula: boolean;
}

/** Who is said to make a statement. */
export interface SuggestedSpeaker {
  /** The fullest form of the name that the article has. */
  readonly name: string;
  /** Where the text says who it is: a name, an alias or a pronoun; `null`: it follows from the context only. */
  readonly range: SuggestedRange | null;
  /** `false`: a pronoun or the context leaves a doubt, which is shown. */
  readonly sure: boolean;
}

/** A statement of somebody: quoted, or reported. */
export interface QuotationSuggestion extends SuggestionBase {
  readonly kind: 'quotation';
  /** With its quotation marks, for direct ones; the statement alone for reported ones. */
  readonly passage: SuggestedPassage;
  readonly form: 'direct' | 'block' | 'reported';
  readonly speaker: SuggestedSpeaker | null;
  /** "said", "according to". */
  readonly cue: SuggestedRange | null;
  /** Where it was said: "in Geneva", as the text has it. */
  readonly place: string | null;
}

/** One side of a conflict. */
export interface ConflictSide {
  readonly passage: SuggestedPassage;
  /** The words that differ, in the passage's text. */
  readonly range: SuggestedRange;
  /** What they mean, normalised, for people: "200,000,000,000 USD", "2024-02-08", "Xi Jinping". */
  readonly value: string;
}

/** Passages that speak of the same and differ in a figure, a date or a speaker. */
export interface ConflictSuggestion extends SuggestionBase {
  readonly kind: 'conflict';
  readonly about: 'figure' | 'date' | 'speaker';
  readonly one: ConflictSide;
  readonly other: ConflictSide;
  /**
   * What makes the two comparable; `quantity`: sentences of articles about the same that state the same quantity (rule B14).
   */
  readonly joined: 'parallel' | 'claim' | 'link' | 'quantity';
  /** Of `claim` and `link`: whose record. */
  readonly recordId: string | null;
  /** What must be known before it is called a conflict: "The articles tell of calls on different days." `null`: nothing. */
  readonly remark: string | null;
}

/** An article in which no passage like a claim's evidence was found. */
export interface SilenceSuggestion extends SuggestionBase {
  readonly kind: 'silence';
  readonly claimId: ClaimId;
  readonly articleId: ArticleId;
  readonly revisionId: RevisionId;
  /** The search that was made, in the words of the query language. */
  readonly search: string;
  /** What came nearest. */
  readonly nearest: SuggestedPassage | null;
}

export type Suggestion =
  | ParallelSuggestion
  | ClusterSuggestion
  | QuotationSuggestion
  | ConflictSuggestion
  | SilenceSuggestion;

/** What main finds by itself; conflicts of claims and silences are asked for, since they start from the analyst's records. */
export interface SuggestionsRequest {
  readonly kinds: readonly ('parallel' | 'cluster' | 'quotation' | 'conflict')[];
  /** Of one article only; `null`: of all. */
  readonly articleId: ArticleId | null;
  /** Least score of a kind; absent: any. */
  readonly leastScores: { readonly [Kind in SuggestionKind]?: number };
  readonly formulas: boolean;
  readonly offset: number;
  /** At most 200. */
  readonly limit: number;
}

/** Best first; without what the analyst has decided, articles in the trash, and pairs that a listed cluster holds. */
export interface SuggestionsPage {
  readonly suggestions: readonly Suggestion[];
  readonly total: number;
  /** Of each kind asked for. */
  readonly totals: { readonly [Kind in SuggestionKind]?: number };
}

/** A passage that the analyst filed or linked. */
export interface FiledPassage extends SuggestedRange {
  readonly articleId: ArticleId;
  readonly hash: RevisionHash;
}

/** Passages that the analyst holds for statements of the same. */
export interface FiledTogether {
  /** Of the claim or link. */
  readonly recordId: string;
  readonly joined: 'claim' | 'link';
  readonly passages: readonly FiledPassage[];
}

/** A claim whose silences are looked for. */
export interface SilenceQuestion {
  readonly claimId: ClaimId;
  readonly wording: string;
  readonly passages: readonly FiledPassage[];
  /** Articles with neither evidence nor silence. */
  readonly articleIds: readonly ArticleId[];
}

/** How far looking for suggestions follows the project. */
export interface SuggestionsState {
  readonly state: 'ready' | 'looking' | 'failed';
  /** Articles looked through. */
  readonly done: number;
  readonly total: number;
  /** Grows whenever lists may answer otherwise than before. */
  readonly version: number;
  /** Grows when what is found in texts may be otherwise than before, and not when something is decided. */
  readonly found: number;
  /** Why and what to do, of `failed`. */
  readonly message?: string;
}
