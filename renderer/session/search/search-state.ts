import type {
  ConcordanceLine,
  FoundArticle,
  QueryProblem,
  SearchMode,
} from '../../../app/host/search.ts';

/** How results are shown. */
export type ResultView = 'articles' | 'concordance';
export type ArticleSort = 'rank' | 'published' | 'title';
export type LineSort = 'article' | 'left' | 'right' | 'hit';

/** What the project search is asked. */
export interface SearchSettings {
  readonly query: string;
  readonly mode: SearchMode;
  readonly view: ResultView;
  readonly articleSort: ArticleSort;
  readonly lineSort: LineSort;
}

/** Results of which some pages are there. */
export interface FoundList<Item> {
  readonly total: number;
  /** Whether `total` counts all there are. */
  readonly isComplete: boolean;
  /** By number; each page but the last is full. */
  readonly pages: ReadonlyMap<number, readonly Item[]>;
  readonly pageSize: number;
}

/** The project search of a window. It stays while other views are shown. */
export interface SearchState extends SearchSettings {
  /** An answer is awaited that will replace what is shown. */
  readonly searching: boolean;
  /** `null`: nothing was found out yet. */
  readonly articles: FoundList<FoundArticle> | null;
  readonly lines: FoundList<ConcordanceLine> | null;
  readonly problem: QueryProblem | null;
  /** Why main could not answer. */
  readonly failure: string | null;
  /** The row that keys act on, in either list. */
  readonly cursor: number;
  /** Where a selection with Shift began. */
  readonly anchor: number;
  /** Lines that are selected, by `lineKey`. */
  readonly selected: ReadonlyMap<string, ConcordanceLine>;
}

/** Rows a page has: main answers with at most 200 articles, 1,000 lines. */
export const pageSizes = { articles: 100, concordance: 500 } as const;

export const initialSearch: SearchState = {
  query: '',
  mode: 'words',
  view: 'articles',
  articleSort: 'rank',
  lineSort: 'article',
  searching: false,
  articles: null,
  lines: null,
  problem: null,
  failure: null,
  cursor: 0,
  anchor: 0,
  selected: new Map(),
};

/** The row at an index; `undefined`: its page is not there. */
export function rowAt<Item>(found: FoundList<Item>, index: number): Item | undefined {
  return found.pages.get(Math.floor(index / found.pageSize))?.[index % found.pageSize];
}

/** Tells a line from all others. */
export function lineKey({ revisionId, start, end }: ConcordanceLine): string {
  return `${revisionId}:${start}:${end}`;
}
