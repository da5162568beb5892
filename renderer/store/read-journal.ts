import type { HostApi, ProjectInfo } from '../../app/host/host-api.ts';
import type { JournalEntry } from '../../app/record/change.ts';
import type { ProjectRecord } from '../../app/record/records.ts';
import { type JournalPosition, recentKept } from './database.ts';

/** All entries after a sequence number, page by page. */
export async function* entriesAfter(
  host: HostApi,
  after: number,
): AsyncGenerator<readonly JournalEntry[]> {
  let last = after;
  for (;;) {
    const page = await host.readChanges({ after: last });
    if (page.entries.length > 0) yield page.entries;
    const final = page.entries.at(-1);
    if (!page.more || final === undefined) return;
    last = final.sequence;
  }
}

/** The journal's state: the newest snapshot with the entries after it. */
export interface JournalledState {
  readonly records: Map<string, ProjectRecord>;
  readonly position: Omit<JournalPosition, 'key'>;
}

/**
 * Reads everything that main holds. `onRecords` is told how many records have come, when more are to come. Cost: the whole
 * project.
 */
export async function readJournalledState(
  host: HostApi,
  project: ProjectInfo,
  onRecords: (count: number) => void = () => undefined,
): Promise<JournalledState> {
  const records = new Map<string, ProjectRecord>();
  let sequence = 0;
  for (let offset: number | null = 0; offset !== null; ) {
    const page: Awaited<ReturnType<HostApi['readSnapshot']>> = await host.readSnapshot({ offset });
    for (const record of page.records) records.set(record.id, record);
    sequence = page.sequence;
    offset = page.nextOffset;
    if (offset !== null) onRecords(records.size);
  }
  // The entries before the snapshot's end are read again for their ids: they tell an older copy of this journal.
  let recent: (readonly [number, string])[] = [];
  for await (const entries of entriesAfter(host, Math.max(0, sequence - recentKept))) {
    for (const entry of entries) {
      recent.push([entry.sequence, entry.change.id]);
      if (entry.sequence <= sequence) continue;
      sequence = entry.sequence;
      for (const record of entry.change.diff.removed) records.delete(record.id);
      for (const record of entry.change.diff.added) records.set(record.id, record);
      for (const [, after] of entry.change.diff.updated) records.set(after.id, after);
    }
    recent = recent.slice(-recentKept);
  }
  const last = recent.at(-1);
  // The last entry may be unreadable while the snapshot has its state: main knows its id all the same.
  const changeId =
    sequence === project.lastSequence
      ? project.lastChangeId
      : last !== undefined && last[0] === sequence
        ? last[1]
        : null;
  return { records, position: { sequence, changeId, recent } };
}
