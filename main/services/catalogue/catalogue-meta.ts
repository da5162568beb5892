import { type CatalogueDatabase, catalogueVersion, rowsOf } from './catalogue-database.ts';
import type { JournalEnd } from './catalogue-messages.ts';

/** Up to where the tables follow the journal; `null`: they are not a catalogue of this project and version. */
export function readEnd(database: CatalogueDatabase, projectId: string): JournalEnd | null {
  const statement = database.prepare<unknown[]>(
    'SELECT CAST(name AS BLOB), CAST(value AS BLOB) FROM meta',
  );
  const meta = new Map(rowsOf<[string, string | null]>(statement));
  const isOurs =
    meta.get('version') === String(catalogueVersion) && meta.get('project') === projectId;
  const sequence = meta.get('sequence');
  if (!isOurs || sequence == null) return null;
  return { sequence: Number(sequence), changeId: meta.get('change') ?? null };
}

/** Says whose the tables are, once they are complete. */
export function putOwner(database: CatalogueDatabase, projectId: string): void {
  put(database, 'version', String(catalogueVersion));
  put(database, 'project', projectId);
}

/** Says up to where the tables follow the journal. */
export function putEnd(database: CatalogueDatabase, { sequence, changeId }: JournalEnd): void {
  put(database, 'sequence', String(sequence));
  put(database, 'change', changeId);
}

function put(database: CatalogueDatabase, name: string, value: string | null): void {
  database
    .prepare<unknown[]>('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)')
    .run(name, value);
}
