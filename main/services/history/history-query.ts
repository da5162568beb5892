import type {
  EarlierStatePage,
  EntryPage,
  HistoryPage,
  HistoryRequest,
} from '../../../app/host/history.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';

/** What the thread that reads the history is asked. */
export type HistoryQuestion =
  | ({ readonly kind: 'page' } & HistoryRequest)
  | { readonly kind: 'entry'; readonly sequence: number; readonly offset: number }
  | { readonly kind: 'last-states'; readonly ids: readonly string[] }
  | {
      readonly kind: 'earlier-states';
      readonly sequence: number;
      readonly upTo: number;
      readonly offset: number;
    };

/** A question with where the journal is by now. */
export interface HistoryQuery {
  readonly folder: string;
  /** Entries after this one may not be whole on disk yet and are not read. */
  readonly lastSequence: number;
  readonly question: HistoryQuestion;
}

export type HistoryAnswer =
  | { readonly kind: 'page'; readonly page: HistoryPage }
  | { readonly kind: 'entry'; readonly page: EntryPage }
  | { readonly kind: 'last-states'; readonly records: readonly ProjectRecord[] }
  | { readonly kind: 'earlier-states'; readonly page: EarlierStatePage }
  /** There is no such entry, or it can't be read. */
  | { readonly kind: 'missing' };

/** Where a journal's history is read: a thread of its own, as whole segments are parsed. */
export interface HistoryThread {
  /** Rejects when the journal can't be read. */
  ask(query: HistoryQuery): Promise<HistoryAnswer>;
  close(): Promise<void>;
}
