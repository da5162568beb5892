import type { HostApi, ProjectInfo } from '../../app/host/host-api.ts';
import type { ProjectRecord } from '../../app/record/records.ts';
import { partsOf } from '../../app/record/slice-diff.ts';
import type { JournalPosition, ProjectDatabase } from './database.ts';
import { readJournalledState } from './read-journal.ts';
import { writeDiff } from './write-diff.ts';

/**
 * How many records are written in one transaction. Chromium keeps an undo log of each until it is committed, and reads over
 * all that is left of it whenever the database is opened (`LevelDBScopes`, content/browser/indexed_db): one transaction of
 * 134,000 records took three times as long as small ones, and every start after it 0.2 s longer.
 */
const recordsTogether = 1_000;

/**
 * Makes the database anew from the journal; what its outbox holds is given up. Answers with how far it follows the journal
 * then. Interrupted, it leaves a database without a position, which the next start takes for an empty one. Cost: the whole
 * project.
 */
export async function rebuildDatabase(
  database: ProjectDatabase,
  host: HostApi,
  project: ProjectInfo,
): Promise<JournalPosition> {
  const state = await readJournalledState(host, project);
  const position: JournalPosition = { key: 'journal', ...state.position };
  await database.transaction('rw', database.tables, () =>
    Promise.all(
      [database.positions, database.outbox, ...database.recordTables()].map((table) =>
        table.clear(),
      ),
    ),
  );
  for (const records of partsOf([...state.records.values()], recordsTogether)) {
    await writePart(database, records);
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
