import { access, readFile, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { ArticleId } from '../../../app/record/ids.ts';
import { idSchema } from '../../../app/schema/values.ts';
import { z } from '../../../app/schema/zod.ts';
import { errorCode } from '../files/error-code.ts';
import { syncFiles } from '../files/sync-files.ts';
import { syncFolder, writeFileAtomically } from '../files/write-file-atomically.ts';
import type { ImportStep } from './exchange-tasks.ts';

const fileName = 'pending.json';

/** An import that has been made and is on its way into the journal: what is needed to bring it to its end. */
export interface PendingImport {
  readonly jobId: string;
  /** The name of its changes. */
  readonly name: string;
  /** The entry of the journal that it was planned upon. */
  readonly sequence: number;
  readonly steps: readonly ImportStep[];
  /** Types of links that read the same from both ends. Absent in plans of earlier programs. */
  readonly symmetric?: readonly string[];
  /** What the copies of originals in the project are called. */
  readonly originals: ReadonlyMap<ArticleId, string>;
}

const schema = z.strictObject({
  jobId: z.string(),
  name: z.string(),
  sequence: z.int().min(0),
  steps: z.array(z.strictObject({ kind: z.enum(['added', 'updated']), path: z.string() })),
  symmetric: z.exactOptional(z.array(z.string())),
  originals: z.array(z.tuple([idSchema<ArticleId>(), z.string()])),
});

/**
 * Keeps on disk what an import is about to journal: from here on it comes whole, whatever ends the program. Its steps are
 * synced first. Throws what the system throws.
 *
 * @param folder the project's folder for exchange; steps lie in it
 */
export async function keepPending(folder: string, pending: PendingImport): Promise<void> {
  const paths = pending.steps.map(({ path }) => path);
  await syncFiles(paths);
  for (const parent of new Set(paths.map(dirname))) await syncFolder(parent);
  // The project may stand elsewhere by the time that it is read.
  const steps = pending.steps.map(({ kind, path }) => ({ kind, path: relative(folder, path) }));
  const json = JSON.stringify({ ...pending, steps, originals: [...pending.originals] });
  await writeFileAtomically(join(folder, fileName), json);
}

/**
 * Takes the folder away with all in it, what is to be done first: if that is ended in the middle, nothing is left to be done.
 * Throws what the system throws.
 */
export async function dropPending(folder: string): Promise<void> {
  await rm(join(folder, fileName), { force: true });
  await rm(folder, { recursive: true, force: true });
}

/** What a run that was ended in the middle left to be done; `null`: nothing, or it can't be read, or lacks its steps. */
export async function readPending(folder: string): Promise<PendingImport | null> {
  try {
    const json = await readFile(join(folder, fileName), 'utf8');
    const { originals, steps, ...pending } = schema.parse(JSON.parse(json));
    const placed = steps.map(({ kind, path }) => ({ kind, path: join(folder, path) }));
    for (const { path } of placed) await access(path);
    return { ...pending, steps: placed, originals: new Map(originals) };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

/** What whoever only reads a project is told of an import in it that is not whole. */
export function pendingSentence(name: string): string {
  return `${name} is in the project in part: it was interrupted, or is being saved at this moment. The rest comes when the project is opened in the window or written to.`;
}
