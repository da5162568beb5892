import type {
  ArticleCluster,
  CatalogueState,
  ConcordancePage,
  ConcordanceRequest,
  SearchPage,
  SearchRequest,
} from '../../../app/host/search.ts';
import type { JournalEntry } from '../../../app/record/change.ts';

/**
 * The index over a project's articles that search, concordance and clusters are answered from. Derived: it follows the
 * journal, and is built anew from texts and records when it is missing, damaged or of another project. All its work is
 * done away from main's event loop.
 */
export interface Catalogue {
  /** How far it is. A search, `whenIdle` or a while after opening brings it up; asking for its state does not. */
  readonly state: CatalogueState;
  /** Calls back when the state changes. Returns what ends it. */
  onState(listener: (state: CatalogueState) => void): () => void;
  /** Follows a journalled change. Returns at once; `whenIdle` tells when it is indexed. */
  apply(entry: JournalEntry): void;
  /** Throws `CodedError` `catalogue` when there is none that can be asked. */
  search(request: SearchRequest): Promise<SearchPage>;
  /** Throws `CodedError` `superseded` when a later request took its place. */
  readConcordance(request: ConcordanceRequest): Promise<ConcordancePage>;
  listClusters(): Promise<readonly ArticleCluster[]>;
  whenIdle(): Promise<void>;
  /** Never rejects. */
  close(): Promise<void>;
}
