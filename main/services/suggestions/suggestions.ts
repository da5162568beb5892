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
import type { JournalEntry } from '../../../app/record/change.ts';
import type { ArticleId } from '../../../app/record/ids.ts';

/**
 * What the program proposes of a project's articles. Derived: it follows the journal, and is found anew from texts and
 * records when what was kept is missing, damaged or of another project. All its work is done away from main's event loop.
 * What is asked throws `CodedError` `suggestions` when there is nothing that can be asked.
 */
export interface Suggestions {
  /** How far it is. A question, `whenIdle` or a while after opening brings it up; asking for its state does not. */
  readonly state: SuggestionsState;
  /** Calls back when the state changes. Returns what ends it. */
  onState(listener: (state: SuggestionsState) => void): () => void;
  /** Follows a journalled change. Returns at once; `whenIdle` tells when its articles are looked through. */
  apply(entry: JournalEntry): void;
  list(request: SuggestionsRequest): Promise<SuggestionsPage>;
  readCluster(key: string): Promise<ClusterSuggestion | null>;
  readParallels(articleId: ArticleId): Promise<readonly ParallelSuggestion[]>;
  readQuotations(articleId: ArticleId): Promise<readonly QuotationSuggestion[]>;
  findConflicts(groups: readonly FiledTogether[]): Promise<readonly ConflictSuggestion[]>;
  findSilences(questions: readonly SilenceQuestion[]): Promise<readonly SilenceSuggestion[]>;
  whenIdle(): Promise<void>;
  /** Never rejects. */
  close(): Promise<void>;
}
