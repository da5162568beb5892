import { createHash } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProjectRecord } from '../../../app/record/records.ts';
import { recordKinds } from '../../../app/record/records.ts';
import { idSchema, instantSchema } from '../../../app/schema/values.ts';
import { z } from '../../../app/schema/zod.ts';
import { errorCode } from '../files/error-code.ts';
import { readLines } from '../files/read-lines.ts';
import { syncFolder } from '../files/write-file-atomically.ts';
import type { JournalBase } from '../journal/journal.ts';

/**
 * The version of the records' form that this program writes. It reads every earlier one as it is: what 2 added to
 * articles, revisions, blocks and saved searches and 3 to annotations, tags and notes may be absent.
 */
export const schemaVersion = 4;

/** First line of a snapshot. */
export interface SnapshotHeader extends JournalBase {
  readonly schema: number;
  readonly createdAt: string;
  /** The highest article number ever given up to there, also of articles that are gone. */
  readonly articlesNumbered: number;
  /** The journal's segment that ends with that entry, and how long its file is. Absent before schema 3. */
  readonly segment?: { readonly first: number; readonly bytes: number };
  /** How many records follow, one a line. */
  readonly count: number;
  /** SHA-256 of all that follows the header's line. */
  readonly sha256: string;
}

const headerSchema: z.ZodType<SnapshotHeader> = z.strictObject({
  schema: z.int().min(1).max(schemaVersion),
  createdAt: instantSchema,
  sequence: z.int().min(0),
  lastChangeId: idSchema().nullable(),
  greatestChangeId: idSchema().nullable(),
  articlesNumbered: z.int().min(0),
  segment: z.exactOptional(z.strictObject({ first: z.int().min(1), bytes: z.int().min(0) })),
  count: z.int().min(0),
  sha256: z.string(),
});

/** A snapshot that was read from its first to its last byte and is whole. */
export interface SnapshotFile {
  readonly path: string;
  readonly header: SnapshotHeader;
  /** Where the first record starts, in bytes. */
  readonly bodyStart: number;
}

/** The snapshot files of a folder, newest first; none when the folder is missing. */
export async function listSnapshots(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    const ours = names.filter((name) => /^\d{12}\.jsonl$/.test(name));
    return ours
      .sort()
      .reverse()
      .map((name) => join(folder, name));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Writes a snapshot beside, syncs it, gives it its name and reads it back. Records go in the order of `recordKinds`, so
 * that a reader of articles alone may stop early. Throws what the system throws, or an Error when it reads back wrong.
 */
export async function writeSnapshot(
  folder: string,
  about: Omit<SnapshotHeader, 'schema' | 'count' | 'sha256'>,
  records: Iterable<ProjectRecord>,
): Promise<SnapshotFile> {
  const rank = new Map<string, number>(recordKinds.map((kind, index) => [kind, index]));
  const ordered = [...records].sort(
    (one, other) => (rank.get(one.kind) ?? 0) - (rank.get(other.kind) ?? 0),
  );
  const hash = createHash('sha256');
  const lines = ordered.map((record) => `${JSON.stringify(record)}\n`);
  for (const line of lines) hash.update(line);
  const header: SnapshotHeader = {
    ...about,
    schema: schemaVersion,
    count: lines.length,
    sha256: hash.digest('hex'),
  };
  const path = join(folder, `${String(about.sequence).padStart(12, '0')}.jsonl`);
  const beside = `${path}.tmp`;
  const file = await open(beside, 'w', 0o644);
  try {
    await file.writeFile(parts([`${JSON.stringify(header)}\n`], lines));
    await file.sync();
  } finally {
    await file.close();
  }
  // Read back before it takes the name of an older one, which may be whole where this is not.
  const written = await readSnapshotFile(beside);
  if (written === null) {
    await rm(beside, { force: true });
    throw new Error(`The snapshot ${path} does not read back as it was written.`);
  }
  await rename(beside, path);
  await syncFolder(folder);
  return { ...written, path };
}

/** Lines in parts of a size that is quick to write. */
function* parts(...groups: (readonly string[])[]): Generator<string> {
  let part: string[] = [];
  for (const lines of groups) {
    for (const line of lines) {
      part.push(line);
      if (part.length < 1000) continue;
      yield part.join('');
      part = [];
    }
  }
  yield part.join('');
}

/**
 * What the first line of the newest snapshot that has one says; `null`: there is none. Whether the rest is whole nobody
 * knows by that. Cost: one line.
 */
export async function readNewestHeader(folder: string): Promise<SnapshotHeader | null> {
  for (const path of await listSnapshots(folder)) {
    try {
      for await (const line of readLines(path)) {
        return headerSchema.parse(JSON.parse(line.bytes.toString('utf8')));
      }
    } catch {
      // The one before it is looked at; `readSnapshotFile` tells of the damage.
    }
  }
  return null;
}

/**
 * Reads a snapshot through and says whether it is whole; `null` when it is damaged or of another schema. `visit` gets
 * each record's line before that is known: what it gathers counts only if the answer is not `null`.
 */
export async function readSnapshotFile(
  path: string,
  visit?: (line: Buffer) => void,
): Promise<SnapshotFile | null> {
  let header: SnapshotHeader | null = null;
  let bodyStart = 0;
  let count = 0;
  const hash = createHash('sha256');
  try {
    for await (const line of readLines(path)) {
      if (!line.ended) return null;
      if (header === null) {
        header = headerSchema.parse(JSON.parse(line.bytes.toString('utf8')));
        bodyStart = line.bytes.length + 1;
        continue;
      }
      hash.update(line.bytes).update('\n');
      count += 1;
      visit?.(line.bytes);
    }
  } catch {
    return null;
  }
  if (header === null || header.count !== count || header.sha256 !== hash.digest('hex'))
    return null;
  return { path, header, bodyStart };
}
