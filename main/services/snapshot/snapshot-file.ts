import { createHash } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { recordKinds } from '../../../app/record/records.ts';
import { idSchema, instantSchema } from '../../../app/schema/values.ts';
import { z } from '../../../app/schema/zod.ts';
import { errorCode } from '../files/error-code.ts';
import { readLines } from '../files/read-lines.ts';
import { writeAllAsync } from '../files/write-all-async.ts';
import { syncFolder } from '../files/write-file-atomically.ts';
import type { JournalBase } from '../journal/journal.ts';
import type { PackedRecords } from './packed-records.ts';

/**
 * The version of the records' form that this program writes. It reads every earlier one as it is: what 2 added to
 * articles, revisions, blocks and saved searches and 3 to annotations, tags and notes may be absent.
 */
export const schemaVersion = 6;

const partSize = 256 * 1024;

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
  /** CRC-32 of the header's line without this, which comes last in it. Absent before schema 5. */
  readonly crc?: string;
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
  crc: z.exactOptional(z.string()),
});

/** The first line with its checksum, since what follows is read by what it says. */
function headerLine(header: SnapshotHeader): string {
  const line = JSON.stringify(header);
  return `${line.slice(0, -1)},"crc":"${checksum(line)}"}\n`;
}

/** Throws if the line is no header or not what was written. */
function readHeader(bytes: Buffer): SnapshotHeader {
  const line = bytes.toString('utf8');
  const header = headerSchema.parse(JSON.parse(line));
  const start = line.lastIndexOf(',"crc":"');
  if (header.schema >= 5 && checksum(`${line.slice(0, start)}}`) !== header.crc) {
    throw new Error('The head of a snapshot is not what was written.');
  }
  return header;
}

function checksum(line: string): string {
  return crc32(line).toString(16).padStart(8, '0');
}

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
 * that a reader of articles alone may stop early; they are looked at twice, since the head says what follows, and never held
 * together. Throws what the system throws, or an Error when it reads back wrong.
 */
export async function writeSnapshot(
  folder: string,
  about: Omit<SnapshotHeader, 'schema' | 'count' | 'sha256' | 'crc'>,
  records: PackedRecords,
): Promise<SnapshotFile> {
  const ids = inOrderOfKinds(records);
  const hash = createHash('sha256');
  for (const line of linesOf(records, ids)) hash.update(line);
  const header: SnapshotHeader = {
    ...about,
    schema: schemaVersion,
    count: ids.length,
    sha256: hash.digest('hex'),
  };
  const path = join(folder, `${String(about.sequence).padStart(12, '0')}.jsonl`);
  const beside = `${path}.tmp`;
  const file = await open(beside, 'w', 0o644);
  try {
    await file.writeFile(headerLine(header));
    for (const part of parts(linesOf(records, ids))) await writeAllAsync(file, part);
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

function inOrderOfKinds(records: PackedRecords): readonly string[] {
  const ids = new Map<string, string[]>(recordKinds.map((kind) => [kind, []]));
  for (const id of records.keys()) ids.get(records.kindOf(id) ?? '')?.push(id);
  return [...ids.values()].flat();
}

const lineFeed = Buffer.from('\n');

/** Each record's line, in two pieces, to be read at once. */
function* linesOf(records: PackedRecords, ids: readonly string[]): Generator<Buffer> {
  for (const id of ids) {
    const json = records.jsonOf(id);
    if (json === null) throw new RangeError(`There is no record ${id}.`);
    yield json;
    yield lineFeed;
  }
}

/** Bytes in parts of a size that is quick to write. */
function* parts(lines: Iterable<Buffer>): Generator<Buffer> {
  let part: Buffer[] = [];
  let size = 0;
  for (const line of lines) {
    part.push(line);
    size += line.length;
    if (size < partSize) continue;
    yield Buffer.concat(part);
    part = [];
    size = 0;
  }
  yield Buffer.concat(part);
}

/**
 * What the first line of the newest snapshot that has one says; `null`: there is none. Whether the rest is whole nobody
 * knows by that. Cost: one line.
 */
export async function readNewestHeader(folder: string): Promise<SnapshotHeader | null> {
  for (const path of await listSnapshots(folder)) {
    try {
      for await (const line of readLines(path)) {
        return readHeader(line.bytes);
      }
    } catch {
      // The one before it is looked at; `readSnapshotFile` tells of the damage.
    }
  }
  return null;
}

/**
 * Reads a snapshot through and says whether it is whole; `null` when it is damaged or of another schema. `visit` gets
 * each record's line before that is known, to be read at once: what it gathers counts only if the answer is not `null`.
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
    for await (const line of readLines(path, 0, Number.POSITIVE_INFINITY, true)) {
      if (!line.ended) return null;
      if (header === null) {
        header = readHeader(line.bytes);
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
