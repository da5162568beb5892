import type { RevisionHash, TextOffset } from '../base/brand.ts';
import type { ArticleId, RevisionId } from '../record/ids.ts';

/** Words of the query language (`app/search/query.ts`), or one regular expression: slower, and reads every text. */
export type SearchMode = 'words' | 'pattern';

/** What is wrong with a query, and where in it: half-open, in UTF-16 code units. */
export interface QueryProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface SearchRequest {
  readonly query: string;
  readonly mode: SearchMode;
  readonly sort: 'rank' | 'published' | 'title';
  readonly offset: number;
  /** At most 200. */
  readonly limit: number;
}

/** A stretch of a snippet. */
export interface SnippetPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** An article that a search found, in its present revision. */
export interface FoundArticle {
  readonly articleId: ArticleId;
  readonly revisionId: RevisionId;
  readonly snippet: readonly SnippetPart[];
  /** The first hit in the text; `null` when only the metadata hold the words. */
  readonly first: { readonly start: TextOffset; readonly end: TextOffset } | null;
}

export interface SearchPage {
  readonly articles: readonly FoundArticle[];
  /** How many articles there are in all. */
  readonly total: number;
  /** Not `null`: nothing was searched. */
  readonly problem: QueryProblem | null;
}

export interface ConcordanceRequest {
  readonly query: string;
  readonly mode: SearchMode;
  /** By place in the corpus, by the words before the hit read backwards, by those after it, or by the hit itself. */
  readonly sort: 'article' | 'left' | 'right' | 'hit';
  readonly offset: number;
  /** At most 1,000. */
  readonly limit: number;
}

/** One hit in its context (keyword in context). The three strings are the canonical text around [start, end), whole. */
export interface ConcordanceLine {
  readonly articleId: ArticleId;
  readonly revisionId: RevisionId;
  readonly hash: RevisionHash;
  readonly start: TextOffset;
  readonly end: TextOffset;
  readonly left: string;
  readonly hit: string;
  readonly right: string;
}

export interface ConcordancePage {
  readonly lines: readonly ConcordanceLine[];
  readonly total: number;
  /** `false`: there are more hits than are counted and sorted. */
  readonly isComplete: boolean;
  readonly problem: QueryProblem | null;
}

/** Articles whose texts are near duplicates: copies of one agency text. */
export interface ArticleCluster {
  /** Lasts as long as the cluster's first member. */
  readonly id: string;
  /** Earliest published first. */
  readonly members: readonly ClusterMember[];
}

export interface ClusterMember {
  readonly articleId: ArticleId;
  /** How much of its wording and the first member's is the same, 0 to 1 (rule S of `SPEC.md`); 1 for the first. */
  readonly similarity: number;
}

/** How far the catalogue follows the project. */
export interface CatalogueState {
  readonly state: 'ready' | 'indexing' | 'rebuilding' | 'failed';
  /** Articles. */
  readonly indexed: number;
  readonly total: number;
  /** Grows whenever a search or the clusters may answer otherwise than before. */
  readonly version: number;
  /** Of `failed`: why and what to do. Of others: what was noticed ("The catalogue was damaged and is being rebuilt."). */
  readonly message?: string;
}
