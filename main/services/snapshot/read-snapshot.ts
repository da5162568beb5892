import type { SnapshotPage } from '../../../app/host/host-api.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import { projectRecordSchema } from '../../../app/schema/record-schemas.ts';
import { CodedError } from '../coded-error.ts';
import { readLines } from '../files/read-lines.ts';
import type { SnapshotFile } from './snapshot-file.ts';

const recordsPerPage = 1_000;

/**
 * A page of a snapshot. Offsets count bytes after the header; a reader takes them from the page before. Fails with
 * `damaged` when the file changed under the reader. Cost: the page.
 */
export async function readSnapshotPage(
  snapshot: SnapshotFile,
  offset: number,
): Promise<SnapshotPage> {
  const { sequence } = snapshot.header;
  const records: ProjectRecord[] = [];
  try {
    for await (const line of readLines(snapshot.path, snapshot.bodyStart + offset)) {
      if (records.length === recordsPerPage) {
        return { sequence, records, nextOffset: line.offset - snapshot.bodyStart };
      }
      const value: unknown = JSON.parse(line.bytes.toString('utf8'));
      records.push(projectRecordSchema.parse(value));
    }
  } catch {
    throw new CodedError(
      'damaged',
      'The newest snapshot of the project could not be read. Close the project and open it again.',
    );
  }
  return { sequence, records, nextOffset: null };
}
