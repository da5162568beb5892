import { randomBytes } from 'node:crypto';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import type { Result } from '../../../app/base/result.ts';
import { failure, success } from '../../../app/base/result.ts';
import { z } from '../../../app/schema/zod.ts';
import { errorCode } from '../files/error-code.ts';
import { isProcessAlive, processStart } from './process-identity.ts';

/** Who holds a project, as the lock file says it. */
const holderSchema = z.object({
  pid: z.int().min(1),
  host: z.string(),
  /** See `processStart`. */
  processStart: z.string().nullable(),
  /** Inode number of the folder that the lock was made in: a copied folder has another. */
  folder: z.string(),
  since: z.string(),
  /** Tells this lock from any other. */
  token: z.string(),
});
type Holder = z.output<typeof holderSchema>;

/** A held lock. */
export interface ProjectLock {
  /** A sentence when a lock was taken over from a process that is gone. */
  readonly notice: string | null;
  /** Lets go; does nothing if the lock is not ours any more. */
  release(): Promise<void>;
}

/**
 * Takes the one writer's lock of a project. A lock whose process is gone, whose number another process has by now, or
 * that came with a copied folder, is taken over. Fails with `locked`, naming who holds it. Throws what the system throws.
 */
export async function takeLock(path: string, now: string): Promise<Result<ProjectLock, 'locked'>> {
  const mine: Holder = {
    pid: process.pid,
    host: hostname(),
    processStart: processStart(process.pid),
    folder: await folderIdentity(path),
    since: now,
    token: randomBytes(16).toString('hex'),
  };
  let notice: string | null = null;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await writeNew(path, mine)) {
      return success({ notice, release: () => release(path, mine) });
    }
    const content = await read(path);
    if (content === null) continue;
    const holder = parse(content);
    if (holder === null && (await isFresh(path, now))) break;
    if (holder !== null && isHeld(holder, mine)) {
      return failure('locked', lockedSentence(holder, path));
    }
    if (await removeStale(path, content, now)) notice = takenOverSentence(holder, mine);
  }
  return failure(
    'locked',
    'Another Variorum is opening this project at this moment. Try again when it is closed there.',
  );
}

/** Whether somebody holds the lock of a project now: one that was left by a process that is gone counts for nothing. Changes nothing. */
export async function isLockHeld(path: string): Promise<boolean> {
  const content = await read(path);
  if (content === null) return false;
  const holder = parse(content);
  // One without content is being taken, or was damaged: rather held.
  if (holder === null) return true;
  const here = { host: hostname(), folder: await folderIdentity(path) };
  return isHeld(holder, here);
}

/** Whether a lock without content is so young that its process may be just about to fill it. */
async function isFresh(path: string, now: string): Promise<boolean> {
  const about = await stat(path).catch(() => null);
  return about !== null && Math.abs(Date.parse(now) - about.mtimeMs) < 5_000;
}

function takenOverSentence(holder: Holder | null, mine: Holder): string {
  if (holder === null) return 'The lock file of this project was damaged and was replaced.';
  if (holder.folder !== mine.folder) {
    return 'This folder is a copy, made while the project was open elsewhere. It is a project of its own now; what was done there after the copying is not in it.';
  }
  return `Variorum did not close this project properly the last time (process ${holder.pid}, since ${holder.since}). Its lock was taken over; everything that was shown as saved is here.`;
}

function isHeld(holder: Holder, mine: Pick<Holder, 'host' | 'folder'>): boolean {
  if (holder.folder !== mine.folder) return false;
  // Whether a process of another computer lives can't be told from here.
  if (holder.host !== mine.host) return true;
  if (!isProcessAlive(holder.pid)) return false;
  const start = processStart(holder.pid);
  return start === null || holder.processStart === null || start === holder.processStart;
}

function lockedSentence(holder: Holder, path: string): string {
  if (holder.host !== hostname()) {
    return `This project is open on the computer “${holder.host}” (process ${holder.pid}, since ${holder.since}). Close it there. If it is surely not open there, delete the file ${path}.`;
  }
  if (holder.pid === process.pid) return 'This project is open in another window.';
  return `This project is open in another Variorum (process ${holder.pid}, since ${holder.since}). Close it there first.`;
}

async function writeNew(path: string, holder: Holder): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o644);
    try {
      await file.writeFile(`${JSON.stringify(holder)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes a stale lock. Only who holds the guard beside it may, and looks at it again first: otherwise the lock that
 * another process has just taken in its place would be removed. `false`: it was another by then, or the guard is held.
 */
async function removeStale(path: string, expected: string, now: string): Promise<boolean> {
  const guard = `${path}.takeover`;
  try {
    await (await open(guard, 'wx')).close();
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    // Left by a process that died in this very moment.
    if (!(await isFresh(guard, now))) await rm(guard, { force: true });
    return false;
  }
  try {
    if ((await read(path)) !== expected) return false;
    await rm(path, { force: true });
    return true;
  } finally {
    await rm(guard, { force: true });
  }
}

async function release(path: string, mine: Holder): Promise<void> {
  const content = await read(path).catch(() => null);
  if (content !== null && parse(content)?.token === mine.token) await rm(path, { force: true });
}

async function read(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function parse(content: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(content));
  } catch {
    return null;
  }
}

async function folderIdentity(path: string): Promise<string> {
  return String((await stat(dirname(path), { bigint: true })).ino);
}
