import type { SuggestionsState } from '../../../app/host/suggestions.ts';
import type { Suggestions } from './suggestions.ts';

const nothing: SuggestionsState = { state: 'ready', done: 0, total: 0, version: 0, found: 0 };

/** Proposes nothing. */
export function noSuggestions(): Suggestions {
  return {
    state: nothing,
    onState: () => () => undefined,
    apply: () => undefined,
    list: async () => ({ suggestions: [], total: 0, totals: {} }),
    readCluster: async () => null,
    readParallels: async () => [],
    readQuotations: async () => [],
    findConflicts: async () => [],
    findSilences: async () => [],
    whenIdle: async () => undefined,
    close: async () => undefined,
  };
}
