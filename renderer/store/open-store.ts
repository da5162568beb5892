import Dexie from 'dexie';
import type { Maker } from '../../app/base/maker.ts';
import type { HostApi, ProjectInfo } from '../../app/host/host-api.ts';
import type { HostListener } from '../../app/host/host-listener.ts';
import { databaseName, ProjectDatabase } from './database.ts';
import { ProjectStore } from './project-store.ts';
import { readRecords, reconcile } from './reconcile.ts';
import { RecordIndex } from './record-index.ts';
import { TextStore } from './text-store.ts';

/** An open store with what the analyst has to be told about its opening. */
export interface OpenedStore {
  readonly store: ProjectStore;
  readonly notices: readonly string[];
}

/**
 * Opens a project's store: the database is brought to the journal's state (or the journal to the database's), then
 * every record is read into memory. A database that can't be opened is deleted and rebuilt from the journal, which
 * holds everything that was ever called saved.
 */
export async function openStore(
  host: HostApi,
  onHostEvent: HostListener,
  project: ProjectInfo,
  maker: Maker,
): Promise<OpenedStore> {
  const notices = [...(project.readOnly === null ? [] : [project.readOnly]), ...project.notices];
  let database = new ProjectDatabase(project.id);
  try {
    await database.open();
  } catch (error) {
    database.close();
    await Dexie.delete(databaseName(project.id));
    database = new ProjectDatabase(project.id);
    await database.open();
    const reason = error instanceof Error ? error.message : String(error);
    notices.push(`The database of this project could not be opened (${reason}) and was made anew.`);
  }
  const reconciled = await reconcile(database, host, project, maker);
  notices.push(...reconciled.notices);
  const records = new RecordIndex();
  records.load(await readRecords(database));
  const store = new ProjectStore({
    project,
    host,
    onHostEvent,
    maker,
    database,
    texts: new TextStore(host, database),
    records,
    outbox: await database.outbox.orderBy('position').toArray(),
    position: reconciled.position,
  });
  await store.catchUp();
  return { store, notices };
}
