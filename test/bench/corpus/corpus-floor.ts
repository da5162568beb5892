// Run by itself in a plain Node: `node corpus-floor.ts FOLDER DATABASE`. The least that an import has to do: every file
// read and hashed, its text put in a full-text index. Prints the seconds it took, and those of a
// processor.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

const perTransaction = 500;
const [folder = '', path = ''] = process.argv.slice(2);

const begun = performance.now();
const before = process.cpuUsage();
const database = new Database(path);
database.exec('pragma journal_mode = wal; pragma synchronous = normal');
database.exec(
  "create virtual table texts using fts5(hash, body, tokenize = 'unicode61 remove_diacritics 2')",
);
const insert = database.prepare('insert into texts (hash, body) values (?, ?)');
let count = 0;
database.exec('begin');
for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!name.isFile()) continue;
  const bytes = readFileSync(join(name.parentPath, name.name));
  insert.run(createHash('sha256').update(bytes).digest('hex'), bytes.toString('utf8'));
  count += 1;
  if (count % perTransaction === 0) database.exec('commit; begin');
}
database.exec('commit');
database.close();
const { user, system } = process.cpuUsage(before);
console.log((performance.now() - begun) / 1000, (user + system) / 1e6);
