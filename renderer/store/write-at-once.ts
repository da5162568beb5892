import type { OutboxRow, ProjectDatabase } from './database.ts';
import { kindsIn } from './write-diff.ts';

/**
 * Writes a change of few records with its outbox row in one strict transaction. Everything is asked for in this turn of the
 * thread, so that the disk works while the window draws: through Dexie each step would wait for a turn of its own, behind
 * the frame that shows the change (12 ms of 41 by `bench -- reader`). Resolves when it is on disk, with whether the
 * database is still the project's; if not, nothing was written. Rejects with what IndexedDB says.
 */
export function writeAtOnce(database: ProjectDatabase, row: OutboxRow): Promise<boolean> {
  const { diff } = row.change;
  return new Promise((resolve, reject) => {
    const transaction = database
      .backendDB()
      .transaction([...kindsIn(diff), 'outbox', 'positions'], 'readwrite', {
        durability: 'strict',
      });
    let isPresent = true;
    transaction.oncomplete = () => resolve(true);
    transaction.onabort = () => {
      if (isPresent) reject(transaction.error ?? new Error('The transaction was given up.'));
      else resolve(false);
    };
    const present = transaction.objectStore('positions').getKey('journal');
    present.onsuccess = () => {
      if (present.result !== undefined) return;
      isPresent = false;
      transaction.abort();
    };
    for (const record of diff.added) transaction.objectStore(record.kind).put(record);
    for (const [, after] of diff.updated) transaction.objectStore(after.kind).put(after);
    for (const { kind, id } of diff.removed) transaction.objectStore(kind).delete(id);
    transaction.objectStore('outbox').put(row);
  });
}
