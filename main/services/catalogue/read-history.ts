import type { JournalEntry } from '../../../app/record/change.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import { scanSegment } from '../journal/scan-segment.ts';
import { listSegments, segmentIndexOf } from '../journal/segment.ts';
import { listSnapshots, readSnapshotFile } from '../snapshot/snapshot-file.ts';
import type { CataloguedRecord, CatalogueSources, JournalEnd } from './catalogue-messages.ts';

/** What an entry of the journal means to whoever follows records of some kinds only. */
export interface FollowedEntry<Followed extends ProjectRecord> {
  readonly sequence: number;
  readonly changeId: string;
  /** Added, or as they are now. */
  readonly put: readonly Followed[];
  readonly removed: readonly Followed[];
}

/** The kinds that somebody follows. */
export type FollowedKinds<Followed extends ProjectRecord> = readonly Followed['kind'][];

/** The kinds of records that the catalogue is made of. */
export const cataloguedKinds: FollowedKinds<CataloguedRecord> = ['article', 'revision', 'tag'];

/** What an entry of the journal means to a follower of these kinds. */
export function followedEntry<Followed extends ProjectRecord>(
  { sequence, change }: JournalEntry,
  kinds: FollowedKinds<Followed>,
): FollowedEntry<Followed> {
  const { added, updated, removed } = change.diff;
  const isFollowed = (record: ProjectRecord): record is Followed => kinds.includes(record.kind);
  return {
    sequence,
    changeId: change.id,
    put: [...added, ...updated.map(([, after]) => after)].filter(isFollowed),
    removed: removed.filter(isFollowed),
  };
}

/**
 * Tells every entry of the journal after `after` and up to `end`, in order. Answers `false` when the entry `after` is not
 * in the journal: then it is of another history. Entries that are damaged are left out. Throws what the system throws.
 */
export async function followJournal<Followed extends ProjectRecord>(
  folder: string,
  after: JournalEnd,
  end: JournalEnd,
  kinds: FollowedKinds<Followed>,
  visit: (entry: FollowedEntry<Followed>) => void,
): Promise<boolean> {
  if (after.sequence === end.sequence) return after.changeId === end.changeId;
  if (after.sequence > end.sequence) return false;
  const segments = await listSegments(folder);
  const entries: FollowedEntry<Followed>[] = [];
  let isKnown = after.sequence === 0;
  for (const segment of segments.slice(Math.max(0, segmentIndexOf(segments, after.sequence)))) {
    await scanSegment(segment, (entry) => {
      if (entry.sequence === after.sequence) isKnown = entry.change.id === after.changeId;
      if (entry.sequence > after.sequence && entry.sequence <= end.sequence) {
        entries.push(followedEntry(entry, kinds));
      }
    });
  }
  if (!isKnown) return false;
  for (const entry of entries) visit(entry);
  return true;
}

/**
 * Every record of some kinds, as after the entry `end`: from the newest whole snapshot and the journal
 * since. Throws what the system throws. Cost: reading both.
 */
export async function readRecords<Followed extends ProjectRecord>(
  { snapshots, journal }: Pick<CatalogueSources, 'snapshots' | 'journal'>,
  end: JournalEnd,
  kinds: FollowedKinds<Followed>,
): Promise<Followed[]> {
  const records = new Map<string, Followed>();
  const marks = kinds.map((kind) => `"kind":"${kind}"`);
  let from = 0;
  for (const path of await listSnapshots(snapshots)) {
    records.clear();
    const snapshot = await readSnapshotFile(path, (line) => {
      // Most lines are of other kinds; looking is quicker than reading them.
      if (!marks.some((mark) => line.includes(mark))) return;
      // Whole lines of our own: their bytes are proven by the snapshot's hash, their form when they were written.
      const record = JSON.parse(line.toString('utf8')) as ProjectRecord;
      if (kinds.includes(record.kind)) records.set(record.id, record as Followed);
    });
    if (snapshot === null || snapshot.header.sequence > end.sequence) continue;
    from = snapshot.header.sequence;
    break;
  }
  if (from === 0) records.clear();
  const segments = await listSegments(journal);
  for (const segment of segments.slice(Math.max(0, segmentIndexOf(segments, from + 1)))) {
    await scanSegment(segment, (entry) => {
      if (entry.sequence <= from || entry.sequence > end.sequence) return;
      const { put, removed } = followedEntry(entry, kinds);
      for (const record of removed) records.delete(record.id);
      for (const record of put) records.set(record.id, record);
    });
  }
  return [...records.values()];
}
