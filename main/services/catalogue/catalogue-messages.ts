import type {
  ArticleCluster,
  CatalogueState,
  ConcordancePage,
  ConcordanceRequest,
  SearchPage,
  SearchRequest,
} from '../../../app/host/search.ts';
import type { ArticleRecord, RevisionRecord, TagRecord } from '../../../app/record/records.ts';
import type { FollowedEntry } from './read-history.ts';

/** Where a catalogue is, and what it is made of. */
export interface CatalogueSources {
  /** The database file. */
  readonly file: string;
  readonly texts: string;
  readonly snapshots: string;
  readonly journal: string;
  readonly projectId: string;
}

/** The kinds of records that the catalogue is made of. */
export type CataloguedRecord = ArticleRecord | RevisionRecord | TagRecord;

/** What a journalled change means to the catalogue. */
export type CatalogueEntry = FollowedEntry<CataloguedRecord>;

/** Up to where the journal reaches; the last change's id tells one history from another. */
export interface JournalEnd {
  readonly sequence: number;
  readonly changeId: string | null;
}

/** Why a catalogue is built anew: its contents can't be trusted, or are of something else. */
export type RebuildReason = 'damaged' | 'strange';

/** What the thread that writes the catalogue is asked. */
export type WriterRequest =
  /**
   * Opens the catalogue, or builds it where there is none, and follows the journal's files up to an entry. With a reason
   * it is thrown away first and built anew.
   */
  | {
      readonly kind: 'open';
      readonly sources: CatalogueSources;
      readonly end: JournalEnd;
      readonly anew: RebuildReason | null;
    }
  | { readonly kind: 'apply'; readonly entry: CatalogueEntry }
  | { readonly kind: 'close' };

/** What that thread tells. */
export type WriterAnswer =
  | { readonly kind: 'state'; readonly state: CatalogueState; readonly sequence: number }
  /**
   * The database has to be built anew, by another thread: until this one ends it holds the file open, which some systems
   * let nobody remove then.
   */
  | { readonly kind: 'unusable'; readonly reason: RebuildReason }
  /** There is a database that can be read. */
  | { readonly kind: 'opened' }
  | { readonly kind: 'closed' };

/** A question to the thread that reads the catalogue. */
export type ReaderQuestion =
  | { readonly kind: 'search'; readonly request: SearchRequest }
  | { readonly kind: 'concordance'; readonly request: ConcordanceRequest }
  | { readonly kind: 'clusters' }
  /** The one that is under way is wanted no more. Gets no answer itself. */
  | { readonly kind: 'cancel'; readonly what: 'search' | 'concordance' };

export interface ReaderRequest {
  readonly id: number;
  readonly file: string;
  readonly question: ReaderQuestion;
}

export type ReaderValue = SearchPage | ConcordancePage | readonly ArticleCluster[];

/** What became of a question. `damaged`: the database can't be read. */
export type ReaderAnswer =
  /** Still at work on it: the thread does not hang. */
  | { readonly id: number; readonly kind: 'working' }
  | { readonly id: number; readonly kind: 'value'; readonly value: ReaderValue }
  | { readonly id: number; readonly kind: 'superseded' }
  | { readonly id: number; readonly kind: 'damaged'; readonly message: string }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };
