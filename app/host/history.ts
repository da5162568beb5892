import type { Instant } from '../base/brand.ts';
import type { ChangeId } from '../record/ids.ts';
import type { ProjectRecord, RecordKind } from '../record/records.ts';

/** Which entries of the journal are wanted. What is `null`, empty or `false` leaves nothing out. */
export interface HistoryFilter {
  /** Words that the name of the change holds, all of them, upper and lower case alike. */
  readonly words: string;
  readonly author: string | null;
  /** Touches a record of this kind. */
  readonly kind: RecordKind | null;
  /** Touches this record. */
  readonly recordId: string | null;
  /** Made at this time or after it. */
  readonly from: Instant | null;
  /** Made before this time. */
  readonly until: Instant | null;
  /** Leaves out what the program did by itself. */
  readonly hideUnattended: boolean;
  /** Leaves out what jobs made: imports. */
  readonly hideJobs: boolean;
}

/** A page of the history, newest first. */
export interface HistoryRequest {
  readonly filter: HistoryFilter;
  /** Entries after this one are left out, so that places stay the same while others are added. */
  readonly upTo: number;
  /** How many of the entries found are passed by. */
  readonly offset: number;
  /** At most 200. */
  readonly limit: number;
  /** Whether the rest of the journal is to be read as well, so that `total` comes to be known. */
  readonly all: boolean;
}

/** How many records of a kind a change added, updated and removed. */
export interface TouchedKind {
  readonly kind: RecordKind;
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
}

/** An entry of the journal without its records. */
export interface HistoryEntry {
  readonly sequence: number;
  readonly changeId: ChangeId;
  readonly name: string;
  readonly author: string;
  readonly at: Instant;
  /** Made by the program without being asked. */
  readonly unattended: boolean;
  /** The job that made it; `null`: none. */
  readonly jobId: string | null;
  /** The change that it takes back, as a step of undo; `null`: none. */
  readonly undoes: ChangeId | null;
  /** The undoing that it takes back, as a step of redo; `null`: none. */
  readonly redoes: ChangeId | null;
  readonly touched: readonly TouchedKind[];
}

export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  /** How many entries were found so far. */
  readonly total: number;
  /** Whether all of the journal was looked through. If not, older entries are still being read: ask again. */
  readonly complete: boolean;
  /** Everybody who made a change, as far as that is known by now. */
  readonly authors: readonly string[];
}

/** What a change made of a record. `before` is `null` for an added one, `after` for a removed one; never both. */
export interface RecordChange {
  readonly before: ProjectRecord | null;
  readonly after: ProjectRecord | null;
}

/** A part of what an entry changed. */
export interface EntryPage {
  readonly entry: HistoryEntry;
  readonly records: readonly RecordChange[];
  /** How many records the entry changes. */
  readonly total: number;
}

/** A record that was changed after some entry, as it was at that entry. */
export interface EarlierState {
  readonly id: string;
  /** `null`: it was not there. */
  readonly record: ProjectRecord | null;
  /** The highest count of states that it reached since. */
  readonly rev: number;
}

/** A part of what was changed after some entry. */
export interface EarlierStatePage {
  readonly states: readonly EarlierState[];
  /** Where the next page starts, or `null` after the last. */
  readonly nextOffset: number | null;
  /** How many entries after that one could not be read: what only they changed is not among the states. */
  readonly unreadable: number;
}
