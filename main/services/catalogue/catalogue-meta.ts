import { type CatalogueDatabase, rowsOf } from './catalogue-database.ts';
import type { JournalEnd } from './catalogue-messages.ts';

/** Whose tables are, and which. */
export interface MetaOwner {
  readonly version: number;
  readonly projectId: string;
}

/** Up to where the tables follow the journal; `null`: they are not of this project and version. */
export function readEnd(database: CatalogueDatabase, owner: MetaOwner): JournalEnd | null {
  const statement = database.prepare<unknown[]>(
    'SELECT CAST(name AS BLOB), CAST(value AS BLOB) FROM meta',
  );
  const meta = new Map(rowsOf<[string, string | null]>(statement));
  const isOurs =
    meta.get('version') === String(owner.version) && meta.get('project') === owner.projectId;
  const sequence = meta.get('sequence');
  if (!isOurs || sequence == null) return null;
  return { sequence: Number(sequence), changeId: meta.get('change') ?? null };
}

/** Says whose the tables are, once they are complete. */
export function putOwner(database: CatalogueDatabase, owner: MetaOwner): void {
  put(database, 'version', String(owner.version));
  put(database, 'project', owner.projectId);
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
