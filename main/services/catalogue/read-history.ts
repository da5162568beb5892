import type { JournalEntry } from '../../../app/record/change.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import { scanSegment } from '../journal/scan-segment.ts';
import { listSegments, segmentIndexOf } from '../journal/segment.ts';
import { listSnapshots, readSnapshotFile } from '../snapshot/snapshot-file.ts';
import type {
  CataloguedRecord,
  CatalogueEntry,
  CatalogueSources,
  JournalEnd,
} from './catalogue-messages.ts';

/** What an entry of the journal means to the catalogue. */
export function catalogueEntry({ sequence, change }: JournalEntry): CatalogueEntry {
  const { added, updated, removed } = change.diff;
  return {
    sequence,
    changeId: change.id,
    put: [...added, ...updated.map(([, after]) => after)].filter(isCatalogued),
    removed: removed.filter(isCatalogued),
  };
}

function isCatalogued(record: ProjectRecord): record is CataloguedRecord {
  return record.kind === 'article' || record.kind === 'revision' || record.kind === 'tag';
}

/**
 * Tells every entry of the journal after `after` and up to `end`, in order. Answers `false` when the entry `after` is not
 * in the journal: then it is of another history. Entries that are damaged are left out. Throws what the system throws.
 */
export async function followJournal(
  folder: string,
  after: JournalEnd,
  end: JournalEnd,
  visit: (entry: CatalogueEntry) => void,
): Promise<boolean> {
  if (after.sequence === end.sequence) return after.changeId === end.changeId;
  if (after.sequence > end.sequence) return false;
  const segments = await listSegments(folder);
  const entries: CatalogueEntry[] = [];
  let isKnown = after.sequence === 0;
  for (const segment of segments.slice(Math.max(0, segmentIndexOf(segments, after.sequence)))) {
    await scanSegment(segment, (entry) => {
      if (entry.sequence === after.sequence) isKnown = entry.change.id === after.changeId;
      if (entry.sequence > after.sequence && entry.sequence <= end.sequence) {
        entries.push(catalogueEntry(entry));
      }
    });
  }
  if (!isKnown) return false;
  for (const entry of entries) visit(entry);
  return true;
}

/**
 * Every record that the catalogue is made of, as after the entry `end`: from the newest whole snapshot and the journal
 * since. Throws what the system throws. Cost: reading both.
 */
export async function readRecords(
  { snapshots, journal }: CatalogueSources,
  end: JournalEnd,
): Promise<CataloguedRecord[]> {
  const records = new Map<string, CataloguedRecord>();
  let from = 0;
  for (const path of await listSnapshots(snapshots)) {
    records.clear();
    const snapshot = await readSnapshotFile(path, (line) => {
      // Most lines are of other kinds; looking is quicker than reading them.
      if (!mayBeCatalogued(line)) return;
      // Whole lines of our own: their bytes are proven by the snapshot's hash, their form when they were written.
      const record = JSON.parse(line.toString('utf8')) as ProjectRecord;
      if (isCatalogued(record)) records.set(record.id, record);
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
      const { put, removed } = catalogueEntry(entry);
      for (const record of removed) records.delete(record.id);
      for (const record of put) records.set(record.id, record);
    });
  }
  return [...records.values()];
}

function mayBeCatalogued(line: Buffer): boolean {
  return (
    line.includes('"kind":"article"') ||
    line.includes('"kind":"revision"') ||
    line.includes('"kind":"tag"')
  );
}
