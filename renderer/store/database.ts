import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Change } from '../../app/record/change.ts';
import type { ProjectId } from '../../app/record/ids.ts';
import type { ProjectRecord, RecordKind } from '../../app/record/records.ts';
import { recordKinds } from '../../app/record/records.ts';
import type { RevisionText } from '../../app/record/text.ts';

/**
 * A change that the journal has not acknowledged yet; `position` keeps the order in which changes were made. `outbox.ts`
 * reads and writes them: a large one stands in several rows.
 */
export interface OutboxRow {
  readonly position: number;
  readonly change: Change;
}

/** How far this database follows the journal without a gap. */
export interface JournalPosition {
  readonly key: 'journal';
  readonly sequence: number;
  /** The change at that sequence number: tells this journal from another one. `null` at 0. */
  readonly changeId: string | null;
  /** The changes at the last sequence numbers, newest last: tells an older copy of this journal from another one. */
  readonly recent?: readonly (readonly [sequence: number, changeId: string])[];
}

/** Kinds that the first version of the database had no tables for. */
const addedLater: ReadonlySet<RecordKind> = new Set([
  'speaker',
  'decision',
  'briefPart',
  'picture',
  'citationStyle',
]);

/** How many of the last changes are remembered. */
export const recentKept = 64;

/**
 * A project's records in IndexedDB: one table per kind, the outbox, the journal position and the texts of annotated
 * revisions. Durability is strict: Chromium's default may lose an acknowledged write with the power.
 */
export class ProjectDatabase extends Dexie {
  declare readonly outbox: EntityTable<OutboxRow, 'position'>;
  declare readonly positions: EntityTable<JournalPosition, 'key'>;
  declare readonly texts: EntityTable<RevisionText, 'hash'>;

  constructor(projectId: ProjectId) {
    super(databaseName(projectId), { chromeTransactionDurability: 'strict', cache: 'disabled' });
    const first = recordKinds.filter((kind) => !addedLater.has(kind));
    const kinds = Object.fromEntries(first.map((kind) => [kind, 'id']));
    this.version(1).stores({ ...kinds, outbox: 'position', positions: 'key', texts: 'hash' });
    // What belongs to the article that is shown first is read ahead of all others.
    this.version(2).stores({ annotation: 'id, articleId', revision: 'id, articleId' });
    this.version(3).stores({ speaker: 'id' });
    this.version(4).stores({ decision: 'id' });
    this.version(5).stores({ briefPart: 'id', picture: 'id', citationStyle: 'id' });
  }

  /** The table of a kind of record. */
  records(kind: RecordKind): Table<ProjectRecord, string> {
    return this.table(kind);
  }

  /** The tables of all kinds, for a transaction over everything. */
  recordTables(): Table<ProjectRecord, string>[] {
    return recordKinds.map((kind) => this.records(kind));
  }
}

/** The name never changes for a project: another name would look like lost data. */
export function databaseName(projectId: ProjectId): string {
  return `variorum-${projectId}`;
}
