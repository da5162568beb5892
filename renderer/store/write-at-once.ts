import type { OutboxRow, ProjectDatabase } from './database.ts';
import { kindsIn } from './write-diff.ts';

/**
 * `written`: on disk. `emptied`: the database is not the project's any more, and nothing was written. `closed`: it can't be
 * written in this way; Dexie opens one again that the browser closed, or says what is wrong.
 */
export type WriteOutcome = 'written' | 'emptied' | 'closed';

/**
 * Writes a change of few records with its outbox row in one strict transaction. Everything is asked for in this turn of the
 * thread, so that the disk works while the window draws: through Dexie each step would wait for a turn of its own, behind
 * the frame that shows the change. Rejects with what IndexedDB says.
 */
export function writeAtOnce(database: ProjectDatabase, row: OutboxRow): Promise<WriteOutcome> {
  const { diff } = row.change;
  const transaction = begin(database, [...kindsIn(diff), 'outbox', 'positions']);
  if (transaction === null) return Promise.resolve('closed');
  return new Promise((resolve, reject) => {
    let isEmptied = false;
    transaction.oncomplete = () => resolve('written');
    transaction.onabort = () => {
      if (isEmptied) resolve('emptied');
      else reject(transaction.error ?? new Error('The transaction was given up.'));
    };
    const position = transaction.objectStore('positions').getKey('journal');
    position.onsuccess = () => {
      if (position.result !== undefined) return;
      isEmptied = true;
      transaction.abort();
    };
    for (const record of diff.added) transaction.objectStore(record.kind).put(record);
    for (const [, after] of diff.updated) transaction.objectStore(after.kind).put(after);
    for (const { kind, id } of diff.removed) transaction.objectStore(kind).delete(id);
    transaction.objectStore('outbox').put(row);
  });
}

function begin(database: ProjectDatabase, tables: readonly string[]): IDBTransaction | null {
  try {
    return database.backendDB().transaction(tables, 'readwrite', { durability: 'strict' });
  } catch {
    return null;
  }
}
