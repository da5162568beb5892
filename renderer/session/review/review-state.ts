import type {
  ConflictSuggestion,
  SilenceSuggestion,
  Suggestion,
  SuggestionKind,
  SuggestionsPage,
} from '../../../app/host/suggestions.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { ReviewView } from './review-view.ts';

/** What the queue shows: all that is open, one kind of it, or what was dismissed. */
export type ReviewFilter = 'all' | SuggestionKind | 'dismissed';

/** So many suggestions are read at once. */
export const reviewPageSize = 200;

/** The kinds that main lists, in the order of the queue: what each one's score means is its own matter (rule Z5). */
export const listedKinds = ['conflict', 'cluster', 'parallel', 'quotation'] as const;
export type ListedKind = (typeof listedKinds)[number];

/** A page of main's list of a kind, counted from 0. */
export interface ReviewPage {
  readonly kind: ListedKind;
  readonly page: number;
}

/** What a page is found by. */
export function pageName({ kind, page }: ReviewPage): string {
  return `${kind} ${page}`;
}

/** What the program answered about the analyst's own claims and links. */
interface AskedSuggestions {
  readonly conflicts: readonly ConflictSuggestion[];
  readonly silences: readonly SilenceSuggestion[];
  /** Questions that are still to be answered. */
  readonly left: number;
}

/** The review of suggestions in this window. It stays while other views are shown. */
export interface ReviewState {
  readonly filter: ReviewFilter;
  /** Only what is about this article; `null`: about any. */
  readonly articleId: ArticleId | null;
  /** Pages of main's lists that came, by `pageName`. */
  readonly pages: ReadonlyMap<string, readonly Suggestion[]>;
  /** How many suggestions of each kind main lists; `null`: nothing was asked yet. */
  readonly totals: SuggestionsPage['totals'] | null;
  /** How many it would list from any score on; `null`: the same, as no score was chosen. */
  readonly anyScore: SuggestionsPage['totals'] | null;
  /** Why the list could not be read. */
  readonly failure: string | null;
  readonly asked: AskedSuggestions;
  /** The suggestion or decision that the review is at, by its key, and its row. */
  readonly at: string | null;
  readonly row: number;
  /** Further ones that are chosen, by their keys. */
  readonly chosen: ReadonlySet<string>;
  /** Where a choice of several began. */
  readonly anchor: number | null;
  /** How the queue is shown, where the project's setting can't be written. */
  readonly view: ReviewView | null;
}

export const initialReview: ReviewState = {
  filter: 'all',
  articleId: null,
  pages: new Map(),
  totals: null,
  anyScore: null,
  failure: null,
  asked: { conflicts: [], silences: [], left: 0 },
  at: null,
  row: 0,
  chosen: new Set(),
  anchor: null,
  view: null,
};
