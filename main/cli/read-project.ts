import { basename } from 'node:path';
import { recordSourceOf } from '../../app/brief/record-source-of.ts';
import type { ProjectId } from '../../app/record/ids.ts';
import type { RecordSource } from '../../app/record/record-source.ts';
import type { JournalEnd } from '../services/catalogue/catalogue-messages.ts';
import { CodedError } from '../services/coded-error.ts';
import { pendingSentence, readPending } from '../services/exchange/pending-import.ts';
import { readProjectRecords } from '../services/exchange/read-project-records.ts';
import { scanSegment } from '../services/journal/scan-segment.ts';
import { listSegments, segmentIndexOf } from '../services/journal/segment.ts';
import { type ProjectFile, readProjectFile } from '../services/project/project-file.ts';
import { type ProjectPaths, projectPaths } from '../services/project/project-paths.ts';
import { readNewestHeader, schemaVersion } from '../services/snapshot/snapshot-file.ts';
import { TextStore } from '../services/text/text-store.ts';
import type { CliOutput } from './cli-output.ts';

/** What a command reads of a project: all of one state. */
export interface ReadProject {
  readonly id: ProjectId;
  readonly name: string;
  readonly paths: ProjectPaths;
  readonly records: RecordSource;
  readonly texts: TextStore;
  /** The last entry that is in the records. */
  readonly end: JournalEnd;
}

/**
 * Reads a project as it is on disk at this moment, open elsewhere or not: takes no lock and changes no file (rule J33). Throws
 * `CodedError` `not-a-project`, `damaged`, `newer`.
 */
export async function readProject(folder: string, output: CliOutput): Promise<ReadProject> {
  const paths = projectPaths(folder);
  const { id } = await refuseNewer(folder);
  const { end, damaged } = await journalEnd(paths);
  if (damaged > 0) {
    output.note(
      `${damaged} lines of the journal are damaged and were passed over. \`variorum verify\` says which.`,
    );
  }
  const pending = await readPending(paths.exchange);
  if (pending !== null) output.note(pendingSentence(pending.name));
  const records = await readProjectRecords({ ...paths, sequence: end.sequence });
  return {
    ...{ id, paths, name: basename(folder), end },
    records: recordSourceOf(records.values()),
    texts: new TextStore(paths.texts),
  };
}

/** Reads what a folder says of itself. Throws `CodedError` `not-a-project`, `damaged`, `missing`, and `newer`. */
export async function refuseNewer(folder: string): Promise<ProjectFile> {
  const file = await readProjectFile(projectPaths(folder));
  if (file.schema <= schemaVersion) return file;
  throw new CodedError(
    'newer',
    `A newer Variorum made this project (schema ${file.schema}; this program knows ${schemaVersion}). Update Variorum.`,
  );
}

/** Where the journal ends, and how many lines since the newest snapshot can't be read. Cost: the journal since then. */
async function journalEnd({ snapshots, journal }: ProjectPaths): Promise<{
  readonly end: JournalEnd;
  readonly damaged: number;
}> {
  const header = await readNewestHeader(snapshots);
  let end: JournalEnd = { sequence: header?.sequence ?? 0, changeId: header?.lastChangeId ?? null };
  let damaged = 0;
  const segments = await listSegments(journal);
  const from = Math.max(0, segmentIndexOf(segments, end.sequence + 1));
  for (const segment of segments.slice(from)) {
    const scan = await scanSegment(segment, ({ sequence, change }) => {
      if (sequence > end.sequence) end = { sequence, changeId: change.id };
    });
    damaged += scan.damagedLines.length + scan.strangeLines.length;
  }
  return { end, damaged };
}
