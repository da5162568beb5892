import type { HostApi, ProjectInfo } from '../../app/host/host-api.ts';
import type { ProjectRecord } from '../../app/record/records.ts';
import { partsOf } from '../../app/record/slice-diff.ts';
import type { JournalPosition, ProjectDatabase } from './database.ts';
import { readJournalledState } from './read-journal.ts';
import { writeDiff } from './write-diff.ts';

/**
 * How many records are written in one transaction. Chromium keeps an undo log of each until it is committed, and reads over
 * all that is left of it whenever the database is opened (`LevelDBScopes`, content/browser/indexed_db): one transaction of
 * 155,000 records took three times as long as small ones, and every start after it 0.2 s longer.
 */
const recordsTogether = 1_000;

/** How far the making of a large database is, in records. */
export interface RebuildProgress {
  readonly done: number;
  /** `null` while they are being read from the journal. */
  readonly total: number | null;
}

/** Takes up how far it is. Not called for a project whose records come at once. */
export type TellRebuild = (progress: RebuildProgress) => void;

/**
 * Makes the database anew from the journal; what its outbox holds is given up. Answers with how far it follows the journal
 * then. Interrupted, it leaves a database without a position, which the next start takes for an empty one. Cost: the whole
 * project.
 */
export async function rebuildDatabase(
  database: ProjectDatabase,
  host: HostApi,
  project: ProjectInfo,
  tell: TellRebuild,
): Promise<JournalPosition> {
  const state = await readJournalledState(host, project, (done) => tell({ done, total: null }));
  const position: JournalPosition = { key: 'journal', ...state.position };
  await database.transaction('rw', database.tables, () =>
    Promise.all(
      [database.positions, database.outbox, ...database.recordTables()].map((table) =>
        table.clear(),
      ),
    ),
  );
  const total = state.records.size;
  let done = 0;
  for (const records of partsOf([...state.records.values()], recordsTogether)) {
    if (total > recordsTogether) tell({ done, total });
    await writePart(database, records);
    done += records.length;
  }
  await database.positions.put(position);
  return position;
}

async function writePart(
  database: ProjectDatabase,
  records: readonly ProjectRecord[],
): Promise<void> {
  const kinds = new Set(records.map(({ kind }) => kind));
  const tables = [...kinds].map((kind) => database.records(kind));
  await database.transaction('rw', tables, () =>
    writeDiff(database, { added: records, updated: [], removed: [] }),
  );
}
