import type { HostApi } from '../../app/host/host-api.ts';
import type { JournalEntry } from '../../app/record/change.ts';
import type { ProjectRecord } from '../../app/record/records.ts';

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
  readonly sequence: number;
  readonly changeId: string | null;
}

/** Reads everything that main holds. Cost: the whole project. */
export async function readJournalledState(host: HostApi): Promise<JournalledState> {
  const records = new Map<string, ProjectRecord>();
  let sequence = 0;
  let changeId: string | null = null;
  for (let offset: number | null = 0; offset !== null; ) {
    const page: Awaited<ReturnType<HostApi['readSnapshot']>> = await host.readSnapshot({ offset });
    for (const record of page.records) records.set(record.id, record);
    sequence = page.sequence;
    offset = page.nextOffset;
  }
  // One entry before the end of the snapshot is read again when nothing follows it, for its change id.
  const from = Math.max(0, sequence - 1);
  for await (const entries of entriesAfter(host, from)) {
    for (const entry of entries) {
      changeId = entry.change.id;
      if (entry.sequence <= sequence) continue;
      sequence = entry.sequence;
      for (const record of entry.change.diff.removed) records.delete(record.id);
      for (const record of entry.change.diff.added) records.set(record.id, record);
      for (const [, after] of entry.change.diff.updated) records.set(after.id, after);
    }
  }
  return { records, sequence, changeId };
}
