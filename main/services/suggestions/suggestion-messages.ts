import type {
  ClusterSuggestion,
  ConflictSuggestion,
  FiledTogether,
  ParallelSuggestion,
  QuotationSuggestion,
  SilenceQuestion,
  SilenceSuggestion,
  SuggestionsPage,
  SuggestionsRequest,
  SuggestionsState,
} from '../../../app/host/suggestions.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { ArticleRecord, DecisionRecord, RevisionRecord } from '../../../app/record/records.ts';
import type { JournalEnd, RebuildReason } from '../catalogue/catalogue-messages.ts';
import type { FollowedEntry, FollowedKinds } from '../catalogue/read-history.ts';

/** Where suggestions are kept, and what they are made of. */
export interface SuggestionSources {
  /** The database file. */
  readonly file: string;
  readonly texts: string;
  readonly snapshots: string;
  readonly journal: string;
  readonly projectId: string;
}

/** The kinds of records that suggestions follow. */
export type SuggestedRecord = ArticleRecord | RevisionRecord | DecisionRecord;

export const suggestedKinds: FollowedKinds<SuggestedRecord> = ['article', 'revision', 'decision'];

/** What a journalled change means to the suggestions. */
export type SuggestedEntry = FollowedEntry<SuggestedRecord>;

/** What the thread that finds suggestions is asked. */
export type FinderRequest =
  /**
   * Opens what is kept, or begins anew where there is none, and follows the journal's files up to an entry. With a reason
   * what is kept is thrown away first.
   */
  | {
      readonly kind: 'open';
      readonly sources: SuggestionSources;
      readonly end: JournalEnd;
      readonly anew: RebuildReason | null;
      /** A text that took a thread down or hung it: it is left out from now on. */
      readonly leaveOut: string | null;
    }
  | { readonly kind: 'apply'; readonly entry: SuggestedEntry }
  | { readonly kind: 'close' };

/** What that thread tells. */
export type FinderAnswer =
  | { readonly kind: 'state'; readonly state: SuggestionsState; readonly sequence: number }
  /** Begins to look through a text of some length, by its hash, which may hang; `null`: is done with it. */
  | { readonly kind: 'at'; readonly hash: string | null; readonly length: number }
  /** The database has to be made anew, by another thread: until this one ends it holds the file open. */
  | { readonly kind: 'unusable'; readonly reason: RebuildReason }
  /** There is a database that can be read. */
  | { readonly kind: 'opened' }
  | { readonly kind: 'closed' };

/** A question to the thread that reads suggestions. */
export type SuggestionQuestion =
  | { readonly kind: 'list'; readonly request: SuggestionsRequest }
  | { readonly kind: 'cluster'; readonly key: string }
  | { readonly kind: 'parallels'; readonly articleId: ArticleId }
  | { readonly kind: 'quotations'; readonly articleId: ArticleId }
  | { readonly kind: 'conflicts'; readonly groups: readonly FiledTogether[] }
  | { readonly kind: 'silences'; readonly questions: readonly SilenceQuestion[] };

/** What each question is answered with. */
export interface SuggestionAnswers {
  readonly list: SuggestionsPage;
  readonly cluster: ClusterSuggestion | null;
  readonly parallels: readonly ParallelSuggestion[];
  readonly quotations: readonly QuotationSuggestion[];
  readonly conflicts: readonly ConflictSuggestion[];
  readonly silences: readonly SilenceSuggestion[];
}

export interface SuggestionReaderRequest {
  readonly id: number;
  readonly sources: SuggestionSources;
  readonly question: SuggestionQuestion;
}

/** What became of a question. `damaged`: the database can't be read. */
export type SuggestionReaderAnswer =
  | {
      readonly id: number;
      readonly kind: 'value';
      readonly value: SuggestionAnswers[keyof SuggestionAnswers];
    }
  | { readonly id: number; readonly kind: 'damaged'; readonly message: string }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };
