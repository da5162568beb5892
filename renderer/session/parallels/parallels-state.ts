import type {
  ClusterSuggestion,
  ParallelSuggestion,
  SuggestionsState,
} from '../../../app/host/suggestions.ts';
import type { ArticleId, RevisionId } from '../../../app/record/ids.ts';
import type { ParallelsView } from './parallels-view.ts';

/** What was found of an article. */
export interface FoundParallels {
  /** The revision that was read: the offsets are of its text. */
  readonly revisionId: RevisionId;
  /** Grew since when lists may answer otherwise (`SuggestionsState.version`). */
  readonly version: number;
  readonly pairs: readonly ParallelSuggestion[];
  /** In how many articles and wordings the passages of its clusters stand, by the clusters' keys; of decided ones nothing. */
  readonly clusters: ReadonlyMap<string, Pick<ClusterSuggestion, 'articles' | 'wordings'>>;
}

/** The list of clusters over the project, and the one that is open. */
export interface ClustersState {
  /** What was read of the list, by page; empty: not asked yet. */
  readonly pages: ReadonlyMap<number, readonly ClusterSuggestion[]>;
  /** `null`: not known yet. */
  readonly total: number | null;
  /** The version that the pages answer for. */
  readonly version: number;
  /** Why the list could not be read; `null`: nothing went wrong. */
  readonly failure: string | null;
  /** Where the open cluster stood in the list: where it was decided, the next one has its place. */
  readonly place: number;
  /** The cluster that is open, by its key; `null`: none. */
  readonly at: string | null;
  /** All of it, once it is read; `gone`: there is none of that key any more. */
  readonly open: ClusterSuggestion | 'gone' | null;
  /** The passage that the others are read against, as `passageKey` names it; `null`: the first of the commonest wording. */
  readonly base: string | null;
  /** Passages that a claim is to be made of, as `passageKey` names them; `null`: all. */
  readonly chosen: ReadonlySet<string> | null;
  /** The order of its passages: as they were published, or those of one wording together. */
  readonly order: 'date' | 'wording';
  /** Where the keyboard is to go as soon as that is drawn: the list of clusters, or the passages of one. */
  readonly enter: 'list' | 'rows' | null;
  /** The passage that the keyboard is on. */
  readonly row: string | null;
}

/** Parallel passages in this window. */
export interface ParallelsState {
  /** Of the articles on the screen, and of those that were. */
  readonly found: ReadonlyMap<ArticleId, FoundParallels>;
  /** How far the search for suggestions is; `null`: nothing was told yet. */
  readonly told: SuggestionsState | null;
  /** How they are shown, where the project's setting can't be written. */
  readonly view: ParallelsView | null;
  /** The pair that the Inspector's list is at, by its key. */
  readonly at: string | null;
  readonly clusters: ClustersState;
}

const initialClusters: ClustersState = {
  pages: new Map(),
  total: null,
  version: -1,
  failure: null,
  place: 0,
  at: null,
  open: null,
  base: null,
  chosen: null,
  order: 'date',
  enter: null,
  row: null,
};

export const initialParallels: ParallelsState = {
  found: new Map(),
  told: null,
  view: null,
  at: null,
  clusters: initialClusters,
};
