import Dexie from 'dexie';
import type { Maker } from '../../app/base/maker.ts';
import type { HostApi, ProjectInfo } from '../../app/host/host-api.ts';
import type { HostListener } from '../../app/host/host-listener.ts';
import type { ProjectId } from '../../app/record/ids.ts';
import { databaseName, ProjectDatabase } from './database.ts';
import { readOutbox } from './outbox.ts';
import { ProjectStore } from './project-store.ts';
import type { TellRebuild } from './rebuild-database.ts';
import { reconcile } from './reconcile.ts';
import { RecordIndex } from './record-index.ts';
import { RecordLoader } from './record-loader.ts';
import { TextStore } from './text-store.ts';

/** An open store with what the analyst has to be told about its opening. */
export interface OpenedStore {
  readonly store: ProjectStore;
  readonly notices: readonly string[];
}

/** Waits between tries to open a database that will not open, in milliseconds. */
const waits = [200, 1_000, 3_000];

/**
 * Opens the database, with patience: "backing store" errors pass. One that will not open at all is deleted, to be
 * rebuilt, and that is said; but not for want of space, when it may hold the only copy of what the journal lacks.
 */
async function openDatabase(id: ProjectId, notices: string[]): Promise<ProjectDatabase> {
  for (let attempt = 0; ; attempt += 1) {
    const database = new ProjectDatabase(id);
    try {
      await database.open();
      return database;
    } catch (error) {
      database.close();
      const reason = error instanceof Error ? error.message : String(error);
      if (/quota|space|full/i.test(reason)) {
        throw new Error(
          `The database of this project can't be opened: ${reason} Free some space on the disk, then open the project again. Nothing was deleted.`,
        );
      }
      const wait = waits[attempt];
      if (wait === undefined) {
        await Dexie.delete(databaseName(id));
        notices.push(
          `The database of this project could not be opened (${reason}) and was made anew from the journal. Changes that were never shown as saved are not in it.`,
        );
        const fresh = new ProjectDatabase(id);
        await fresh.open();
        return fresh;
      }
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/**
 * Opens a project's store: the database is brought to the journal's state (or the journal to the database's), then
 * the records are read into memory: what the first picture needs before this answers, the rest in the background
 * (`whenComplete` of the store). `tell` hears how far a large database is that has to be made first.
 */
export async function openStore(
  host: HostApi,
  onHostEvent: HostListener,
  project: ProjectInfo,
  maker: Maker,
  tell: TellRebuild = () => undefined,
): Promise<OpenedStore> {
  const notices = [...(project.readOnly === null ? [] : [project.readOnly]), ...project.notices];
  const database = await openDatabase(project.id, notices);
  const reconciled = await reconcile(database, host, project, maker, tell);
  notices.push(...reconciled.notices);
  const records = new RecordIndex();
  const loader = new RecordLoader(database, records);
  await loader.loadFirst();
  const store = new ProjectStore({
    project,
    host,
    onHostEvent,
    maker,
    database,
    texts: new TextStore(host, database),
    records,
    loader,
    outbox: await readOutbox(database),
    position: reconciled.position,
  });
  await store.catchUp();
  return { store, notices };
}
