import { tagAdvice } from '../../../app/search/tag-advice.ts';
import type { SearchState } from './search-state.ts';

/** What is to be said of a search that found nothing, beside how to widen it; `null`: nothing. */
export function searchAdvice({ mode, query }: SearchState): string | null {
  return mode === 'words' ? tagAdvice(query) : null;
}
