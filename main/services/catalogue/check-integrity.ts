import { type CatalogueDatabase, rowsOf } from './catalogue-database.ts';

/** Throws as for a damaged file when pages, tables or the index are not what they should be. */
export function checkIntegrity(database: CatalogueDatabase): void {
  quickCheck(database);
  database.exec("INSERT INTO words (words, rank) VALUES ('integrity-check', 0)");
}

/** The same of any database: pages and tables. */
export function quickCheck(database: CatalogueDatabase): void {
  const statement = database.prepare<unknown[]>(
    'SELECT CAST(quick_check AS BLOB) FROM pragma_quick_check(1)',
  );
  const [[verdict] = []] = rowsOf<[string]>(statement);
  if (verdict !== 'ok') throw damage(`The check found: ${verdict}`);
}

/** An error that `isDamage` knows. */
export function damage(message: string): Error {
  return Object.assign(new Error(message), { code: 'SQLITE_CORRUPT' });
}
