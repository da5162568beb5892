import type { Diff } from '../../../app/record/diff.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';

/** What holds records by id: a `Map`, or what packs them. */
export interface RecordTable {
  set(id: string, record: ProjectRecord): unknown;
  delete(id: string): boolean;
  clear(): void;
}

/**
 * Applies a journalled diff to records in place. Unlike `applyDiff` it takes what does not fit as far as it goes: an
 * entry before may have been damaged, and the later state of a record is then still the best there is.
 */
export function applyJournalled(records: RecordTable, diff: Diff): void {
  for (const record of diff.removed) records.delete(record.id);
  for (const record of diff.added) records.set(record.id, record);
  for (const [, after] of diff.updated) records.set(after.id, after);
}
