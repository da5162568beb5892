import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { CodedError } from '../services/coded-error.ts';
import { fileFailureSentence } from '../services/files/error-code.ts';
import { writeFileAtomically } from '../services/files/write-file-atomically.ts';
import type { ProjectPaths } from '../services/project/project-paths.ts';
import type { CliOutput } from './cli-output.ts';
import { refuseInside } from './project-folder.ts';
import { UsageError } from './usage-error.ts';

/** Where a file goes: to a path, or to standard output. */
export interface ExportTarget {
  /** `null`: standard output. Absolute. */
  readonly path: string | null;
  readonly output: CliOutput;
  /** What no file may be put into. */
  readonly project: ProjectPaths;
}

/** What a target is made of. */
interface WantedTarget {
  /** What stands behind `--output`: a file, `-` or nothing for standard output. */
  readonly option: string | null;
  /** From which relative paths are meant. */
  readonly folder: string;
  readonly output: CliOutput;
  readonly project: ProjectPaths;
}

export function exportTarget({ option, folder, output, project }: WantedTarget): ExportTarget {
  if (option === '') throw new UsageError('Where to? The name of the file is empty.');
  const path = option === null || option === '-' ? null : resolve(folder, option);
  return { path, output, project };
}

/** Throws `CodedError` `disk`, `in-project` where a file can't be put, before it is made. */
export async function wantPlace({ path, project }: ExportTarget): Promise<void> {
  if (path === null) return;
  await refuseInside(path, project);
  try {
    const { code } = await placeFailure(path);
    if (code !== null) throw Object.assign(new Error(code), { code });
  } catch (error) {
    throw new CodedError('disk', fileFailureSentence(error));
  }
}

async function placeFailure(path: string): Promise<{ readonly code: string | null }> {
  if (!(await stat(dirname(path))).isDirectory()) return { code: 'ENOTDIR' };
  const there = await stat(path).catch(() => null);
  return { code: there?.isDirectory() === true ? 'EISDIR' : null };
}

/** Bytes that nobody can read are not poured over a terminal. Throws `UsageError`. */
export function wantNoTerminal({ path, output }: ExportTarget, isBinary: boolean): void {
  if (path !== null || !isBinary || !output.isTerminal) return;
  throw new UsageError('This format is no text to read here. Name a file with --output.');
}

/** Writes a whole file. What stood there before is replaced, or stays if that fails. Throws `CodedError` `disk`. */
export async function writeWhole(
  { path, output }: ExportTarget,
  content: string | Uint8Array,
): Promise<void> {
  if (path === null) await output.bytes(content);
  else {
    await writeFileAtomically(path, content).catch((error: unknown) => {
      throw new CodedError('disk', fileFailureSentence(error));
    });
  }
}

/** Lets a file be written by its path, and passes it on if it is for standard output. */
export async function writeByPath<Value>(
  { path, output }: ExportTarget,
  write: (path: string) => Promise<Value>,
): Promise<Value> {
  if (path !== null) return write(path);
  const folder = await mkdtemp(join(tmpdir(), 'variorum-export-'));
  try {
    const file = join(folder, 'export');
    const value = await write(file);
    for await (const chunk of createReadStream(file)) await output.bytes(chunk as Uint8Array);
    return value;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
