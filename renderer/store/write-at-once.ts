import type { OutboxRow, ProjectDatabase } from './database.ts';
import { kindsIn } from './write-diff.ts';

/**
 * `written`: on disk. `emptied`: the database is not the project's any more, and nothing was written. `closed`: it can't be
 * written in this way; Dexie opens one again that the browser closed, or says what is wrong.
 */
export type WriteOutcome = 'written' | 'emptied' | 'closed';

/**
 * Writes a change of few records with its outbox row in one strict transaction. Everything is asked for in this turn of the
 * thread, the end of the transaction included, so that the disk works while the window draws: through Dexie each step would
 * wait for a turn of its own, behind the frame that shows the change, and so would an end that waits for the requests to be
 * answered. Rejects with what IndexedDB says.
 */
export function writeAtOnce(database: ProjectDatabase, row: OutboxRow): Promise<WriteOutcome> {
  const { diff } = row.change;
  const transaction = begin(database, [...kindsIn(diff), 'outbox', 'positions']);
  if (transaction === null) return Promise.resolve('closed');
  return new Promise((resolve, reject) => {
    const position = transaction.objectStore('positions').getKey('journal');
    transaction.oncomplete = () => {
      if (position.result !== undefined) resolve('written');
      else takeBack(database, row).then(() => resolve('emptied'), reject);
    };
    transaction.onabort = () =>
      reject(transaction.error ?? new Error('The transaction was given up.'));
    for (const record of diff.added) transaction.objectStore(record.kind).put(record);
    for (const [, after] of diff.updated) transaction.objectStore(after.kind).put(after);
    for (const { kind, id } of diff.removed) transaction.objectStore(kind).delete(id);
    transaction.objectStore('outbox').put(row);
    transaction.commit();
  });
}

/**
 * Takes out again what was written into a database that turned out to be emptied: the next start is to find it so, and says
 * then that it was rebuilt. One that comes before reads the whole journal and has the change from the outbox.
 */
function takeBack(database: ProjectDatabase, { change, position }: OutboxRow): Promise<void> {
  const { added, updated } = change.diff;
  const transaction = begin(database, [...kindsIn(change.diff), 'outbox']);
  // Closed meanwhile: nobody writes into it any more.
  if (transaction === null) return Promise.resolve();
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () =>
      reject(transaction.error ?? new Error('The transaction was given up.'));
    for (const { kind, id } of added) transaction.objectStore(kind).delete(id);
    for (const [, { kind, id }] of updated) transaction.objectStore(kind).delete(id);
    transaction.objectStore('outbox').delete(position);
  });
}

function begin(database: ProjectDatabase, tables: readonly string[]): IDBTransaction | null {
  try {
    return database.backendDB().transaction(tables, 'readwrite', { durability: 'strict' });
  } catch {
    return null;
  }
}
