import { cp, mkdir, readdir, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { CodedError } from '../coded-error.ts';
import { errorCode, writeFailureSentence } from '../files/error-code.ts';
import { readLines } from '../files/read-lines.ts';
import { decodeLine, lineSequence } from '../journal/journal-line.ts';
import { listSegments } from '../journal/segment.ts';
import { listSnapshots, readSnapshotFile } from '../snapshot/snapshot-file.ts';
import type { ProjectPaths } from './project-paths.ts';

/**
 * Copies a project as it was after an entry into a folder that is missing or empty: texts, originals and templates as they are, of the
 * journal the lines up to there, of the snapshots the whole ones before. What is derived, locks and jobs stay behind. It is a
 * project of its own: its first opening gives it an id. Throws `CodedError` `not-empty`, `no-folder`, `disk`; then the folder
 * is left as it was.
 */
export async function copyProject(
  from: ProjectPaths,
  to: ProjectPaths,
  sequence: number,
): Promise<void> {
  const isThere = await wantEmpty(to.root);
  const templates = join(from.root, 'templates');
  try {
    await mkdir(to.hidden, { recursive: true });
    for (const folder of [from.articles, from.texts, templates]) {
      const target = join(to.root, relative(from.root, folder));
      await copyIfThere(folder, target);
    }
    await mkdir(to.journal, { recursive: true });
    for (const segment of await listSegments(from.journal)) {
      if (segment.first > sequence) break;
      await copyLines(segment.path, join(to.journal, basename(segment.path)), sequence);
    }
    await mkdir(to.snapshots, { recursive: true });
    for (const path of await listSnapshots(from.snapshots)) {
      if (Number.parseInt(basename(path), 10) > sequence) continue;
      // Of a damaged one nothing is known; the journal has everything.
      if ((await readSnapshotFile(path)) === null) continue;
      await cp(path, join(to.snapshots, basename(path)));
    }
    // Last: a folder without it is no project.
    await cp(from.file, to.file);
  } catch (error) {
    for (const name of [to.hidden, to.articles, join(to.root, 'templates')]) {
      await rm(name, { recursive: true, force: true });
    }
    if (!isThere) await rmdir(to.root).catch(() => undefined);
    throw new CodedError('disk', writeFailureSentence(error));
  }
}

/** An unpacked copy may lack folders that were empty. */
async function copyIfThere(from: string, to: string): Promise<void> {
  const isThere = await stat(from).then(
    () => true,
    (error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw error;
      return false;
    },
  );
  if (isThere) await cp(from, to, { recursive: true, preserveTimestamps: true });
}

async function copyLines(from: string, to: string, sequence: number): Promise<void> {
  const lines: Buffer[] = [];
  for await (const line of readLines(from)) {
    // Damaged lines go along: what is proven of the copy is what is proven of the project.
    if ((lineSequence(line.bytes) ?? 0) > sequence) break;
    // The last line may lack its end, and be whole or torn.
    if (line.ended || decodeLine(line.bytes).kind !== 'damaged') {
      lines.push(line.bytes, Buffer.from('\n'));
    }
  }
  await writeFile(to, Buffer.concat(lines));
}

/** Answers whether the folder is there. Throws `CodedError` where it holds anything, or is none. */
async function wantEmpty(folder: string): Promise<boolean> {
  try {
    const names = await readdir(folder);
    if (names.length === 0) return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw new CodedError(
      'no-folder',
      errorCode(error) === 'ENOTDIR'
        ? `${folder} is a file, or lies below one. Name a folder that is not there yet.`
        : `The folder ${folder} can’t be looked into (${errorCode(error) ?? 'unknown reason'}). Name another one.`,
    );
  }
  throw new CodedError(
    'not-empty',
    `The folder ${folder} has files in it. Name one that is not there yet, or is empty.`,
  );
}
