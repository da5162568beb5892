import type { SearchMode } from '../../../app/host/search.ts';
import type { ArticleId, ClaimId, RevisionId } from '../../../app/record/ids.ts';
import type { ClaimStatus, Importance } from '../../../app/record/records.ts';
import type { Hit } from '../../../app/search/find-hits.ts';
import type { MatrixView } from './matrix-view.ts';

/** What rows are narrowed to; see `MatrixFilter`. */
export interface MatrixNarrowing {
  readonly words: string;
  readonly statuses: readonly ClaimStatus[];
  /** Names; `''`: not stated. */
  readonly speakers: readonly string[];
  readonly importances: readonly Importance[];
  /** A tag expression over the tags of claims; empty: no matter. */
  readonly tags: string;
  readonly unchecked: boolean;
  readonly disputed: boolean;
}

const noMatrixNarrowing: MatrixNarrowing = {
  words: '',
  statuses: [],
  speakers: [],
  importances: [],
  tags: '',
  unchecked: false,
  disputed: false,
};

/** A cell, or a head: the row of the columns' heads has no claim, the claims' own column no column. */
export interface MatrixPlace {
  readonly claimId: ClaimId | null;
  readonly columnId: string | null;
}

/** A sentence that the search of a cell found. */
export interface MatrixFound {
  readonly articleId: ArticleId;
  readonly revisionId: RevisionId;
  /** The sentence: half-open, in the revision's canonical text. */
  readonly start: Hit['start'];
  readonly end: Hit['end'];
  readonly words: string;
  /** Stretches of `words`, the hits among them. */
  readonly parts: readonly { readonly text: string; readonly isHit: boolean }[];
  /** How many different words of the search stand in it: the most come first. */
  readonly score: number;
}

/** What a search of a cell's articles showed. */
export interface MatrixSearched {
  readonly query: string;
  readonly mode: SearchMode;
  readonly found: readonly MatrixFound[];
  /** There are more than are listed. */
  readonly more: number;
  /** The revisions that were searched, one an article. */
  readonly revisions: ReadonlyMap<ArticleId, RevisionId>;
  /** Articles whose text could not be read. */
  readonly unread: number;
}

/** What stands beside the matrix: a cell's passages or a search of its articles, and one of them to read. */
export interface MatrixSide extends MatrixPlace {
  readonly claimId: ClaimId;
  readonly columnId: string;
  readonly shows: 'passages' | 'search';
  /** A query of the project search, or one regular expression. */
  readonly query: string;
  readonly mode: SearchMode;
  /** `null`: nothing was searched yet, or the query was changed since. */
  readonly searched: MatrixSearched | null;
  readonly searching: boolean;
  /** Why nothing could be searched, and what to do. */
  readonly problem: string | null;
  /** Places in the list of what was found that are to be filed. */
  readonly chosen: ReadonlySet<number>;
}

/** The matrix of a window. It stays while other views are shown. */
export interface MatrixState extends MatrixNarrowing {
  readonly place: MatrixPlace;
  readonly side: MatrixSide | null;
  /** How the matrix is shown, where the project's setting can't be written. */
  readonly view: MatrixView | null;
}

export const initialMatrix: MatrixState = {
  ...noMatrixNarrowing,
  place: { claimId: null, columnId: null },
  side: null,
  view: null,
};
