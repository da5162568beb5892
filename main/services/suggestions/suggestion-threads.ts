import type { CatalogueThread } from '../catalogue/catalogue-thread.ts';
import type {
  FinderAnswer,
  FinderRequest,
  SuggestionReaderAnswer,
  SuggestionReaderRequest,
} from './suggestion-messages.ts';

/** Starts the threads in which suggestions are found and read. */
export interface SuggestionThreads {
  startFinder(): CatalogueThread<FinderRequest, FinderAnswer>;
  startReader(): CatalogueThread<SuggestionReaderRequest, SuggestionReaderAnswer>;
}
