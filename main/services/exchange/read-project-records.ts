import type { RecordSource } from '../../../app/record/record-source.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import { projectRecordSchema } from '../../../app/schema/record-schemas.ts';
import { scanSegment } from '../journal/scan-segment.ts';
import { listSegments, segmentIndexOf } from '../journal/segment.ts';
import { applyJournalled, type RecordTable } from '../snapshot/apply-changes.ts';
import { PackedRecords } from '../snapshot/packed-records.ts';
import { listSnapshots, readSnapshotFile } from '../snapshot/snapshot-file.ts';
import { PackedSource } from './packed-source.ts';

/** Whose records are wanted, as they were after an entry of the journal. */
export interface RecordsRequest {
  readonly snapshots: string;
  readonly journal: string;
  readonly sequence: number;
}

/**
 * Every record of a project by its id: the newest whole snapshot up to an entry, and the journal since. What is damaged is
 * passed over, as at opening. Cost: the whole project, so it runs in a worker. Throws what the system throws.
 */
export async function readProjectRecords(
  request: RecordsRequest,
): Promise<ReadonlyMap<string, ProjectRecord>> {
  const records = new Map<string, ProjectRecord>();
  await fillRecords(request, records);
  return records;
}

/**
 * The same as a source that holds most of them packed, for what looks at each once: exports, imports. Cost: the project
 * read once, and some tenth of its records' size in memory.
 */
export async function packedProjectRecords(request: RecordsRequest): Promise<RecordSource> {
  const records = new PackedRecords();
  await fillRecords(request, records);
  return new PackedSource(records);
}

async function fillRecords(request: RecordsRequest, records: RecordTable): Promise<void> {
  let base = 0;
  for (const path of await listSnapshots(request.snapshots)) {
    records.clear();
    const snapshot = await readSnapshotFile(path, (line) => {
      const record = projectRecordSchema.safeParse(JSON.parse(line.toString('utf8')));
      if (record.success) records.set(record.data.id, record.data);
    });
    if (snapshot === null || snapshot.header.sequence > request.sequence) continue;
    base = snapshot.header.sequence;
    break;
  }
  if (base === 0) records.clear();
  const segments = await listSegments(request.journal);
  for (const segment of segments.slice(Math.max(0, segmentIndexOf(segments, base + 1)))) {
    if (segment.first > request.sequence) break;
    await scanSegment(segment, ({ sequence, change }) => {
      if (sequence > base && sequence <= request.sequence) applyJournalled(records, change.diff);
    });
  }
}
