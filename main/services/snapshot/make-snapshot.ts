import { rm } from 'node:fs/promises';
import type { JournalEntry } from '../../../app/record/change.ts';
import { projectRecordSchema } from '../../../app/schema/record-schemas.ts';
import { scanSegment } from '../journal/scan-segment.ts';
import { listSegments, segmentIndexOf } from '../journal/segment.ts';
import { applyJournalled } from './apply-changes.ts';
import { PackedRecords } from './packed-records.ts';
import type { SnapshotFile } from './snapshot-file.ts';
import { listSnapshots, readSnapshotFile, writeSnapshot } from './snapshot-file.ts';

/** What the snapshot worker is asked. */
export interface SnapshotRequest {
  readonly snapshots: string;
  readonly journal: string;
  /** The state after this entry is wanted. */
  readonly sequence: number;
  readonly createdAt: string;
}

const kept = 3;

/**
 * Makes a snapshot from the newest whole one before it and the journal since, and removes all but the last three.
 * Cost: the whole project, so it runs in a worker; its records are held packed. Throws what the system throws.
 */
export async function makeSnapshot(request: SnapshotRequest): Promise<SnapshotFile> {
  const records = new PackedRecords();
  let from = 0;
  let lastChangeId: string | null = null;
  let greatestChangeId: string | null = null;
  let articlesNumbered = 0;
  for (const path of await listSnapshots(request.snapshots)) {
    records.clear();
    const snapshot = await readSnapshotFile(path, (line) => {
      // A record that is none would be missing from here on: rather no snapshot, the journal has everything.
      const record = projectRecordSchema.parse(JSON.parse(line.toString('utf8')));
      records.set(record.id, record);
    });
    if (snapshot === null || snapshot.header.sequence > request.sequence) continue;
    ({ sequence: from, lastChangeId, greatestChangeId, articlesNumbered } = snapshot.header);
    break;
  }
  if (from === 0) records.clear();
  const take = (entry: JournalEntry) => {
    if (entry.sequence <= from || entry.sequence > request.sequence) return;
    const { id, diff } = entry.change;
    applyJournalled(records, diff);
    lastChangeId = id;
    if (greatestChangeId === null || id > greatestChangeId) greatestChangeId = id;
    for (const record of [...diff.added, ...diff.updated.map(([, after]) => after)]) {
      if (record.kind === 'article') articlesNumbered = Math.max(articlesNumbered, record.number);
    }
  };
  let ended: { readonly first: number; readonly bytes: number } | null = null;
  const segments = await listSegments(request.journal);
  for (const segment of segments.slice(Math.max(0, segmentIndexOf(segments, from + 1)))) {
    if (segment.first > request.sequence) break;
    const scan = await scanSegment(segment, take);
    // Whole to the last byte, and nothing behind what the snapshot holds.
    const ends = scan.lastSequence === request.sequence && scan.torn.length === 0 && !scan.unended;
    if (ends) ended = { first: segment.first, bytes: scan.end };
  }
  const { sequence, createdAt } = request;
  const snapshot = await writeSnapshot(
    request.snapshots,
    {
      sequence,
      lastChangeId,
      greatestChangeId,
      articlesNumbered,
      createdAt,
      ...(ended === null ? {} : { segment: ended }),
    },
    records,
  );
  const all = await listSnapshots(request.snapshots);
  await Promise.all(all.slice(kept).map((path) => rm(path, { force: true })));
  return snapshot;
}
