import { createHash } from 'node:crypto';
import { access, constants, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Instant } from '../../../app/base/brand.ts';
import type { Maker } from '../../../app/base/maker.ts';
import type { ProjectId } from '../../../app/record/ids.ts';
import { idSchema, instantSchema } from '../../../app/schema/values.ts';
import { z } from '../../../app/schema/zod.ts';
import { CodedError } from '../coded-error.ts';
import { errorCode, writeFailureSentence } from '../files/error-code.ts';
import { syncFolder, writeFileAtomically } from '../files/write-file-atomically.ts';
import { schemaVersion } from '../snapshot/snapshot-file.ts';
import type { ProjectPaths } from './project-paths.ts';

/** What `.variorum/project.json` says. */
export interface ProjectFile {
  readonly id: ProjectId;
  readonly schema: number;
  readonly createdAt: Instant;
  /** The number that the file system gave the folder: a copy has another one. Absent until the first opening. */
  readonly folder?: string | undefined;
}

// Not strict: a newer program may say more, and its folder is opened for reading.
const projectFileSchema: z.ZodType<ProjectFile> = z.object({
  id: idSchema<ProjectId>(),
  schema: z.int().min(1),
  createdAt: instantSchema,
  folder: z.string().optional(),
});

/**
 * Makes a project of a folder that is missing or empty. Its file comes last: a folder without it is no project, however
 * far the making got. Throws `CodedError`: `not-empty`, `disk`.
 */
export async function makeProjectFolder(paths: ProjectPaths, maker: Maker): Promise<void> {
  try {
    await mkdir(paths.root, { recursive: true });
    const names = await readdir(paths.root);
    // What an earlier attempt left that did not come to its end.
    const strangers = names.filter((name) => name !== '.variorum' && name !== 'articles');
    if (strangers.length > 0 || (await isFilled(paths))) {
      throw new CodedError(
        'not-empty',
        `The folder “${basename(paths.root)}” has files in it, so no project was made there. Choose an empty folder or a new name, and import the files from where they are.`,
      );
    }
    for (const folder of [paths.articles, paths.journal, paths.texts, paths.snapshots]) {
      await mkdir(folder, { recursive: true });
    }
    await syncFolder(paths.hidden);
    await syncFolder(paths.root);
    const file: ProjectFile = { id: maker.id(), schema: schemaVersion, createdAt: maker.now() };
    await writeFileAtomically(paths.file, `${JSON.stringify(file, null, 2)}\n`);
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw new CodedError('disk', writeFailureSentence(error));
  }
}

/** Whether `articles` or the journal hold anything: then the folder is somebody's. */
async function isFilled(paths: ProjectPaths): Promise<boolean> {
  for (const folder of [paths.articles, paths.journal]) {
    const names = await readdir(folder).catch(() => []);
    if (names.length > 0) return true;
  }
  return false;
}

/** Whether a folder is a project, whole or damaged. */
export async function isProjectFolder(paths: ProjectPaths): Promise<boolean> {
  return access(paths.file).then(
    () => true,
    () => false,
  );
}

/** Reads what a folder says of itself. Throws `CodedError`: `not-a-project`, `damaged`, `missing`. */
export async function readProjectFile(paths: ProjectPaths): Promise<ProjectFile> {
  const name = basename(paths.root);
  let content: string;
  try {
    content = await readFile(paths.file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') {
      throw new CodedError(
        'not-a-project',
        `The folder “${name}” is not a Variorum project. Open a folder that Variorum made, or make a new project and import the folder's files.`,
      );
    }
    throw new CodedError(
      'missing',
      `The folder “${name}” could not be read (${errorCode(error) ?? 'unknown reason'}). Check its permissions, then open it again.`,
    );
  }
  try {
    return projectFileSchema.parse(JSON.parse(content));
  } catch {
    throw new CodedError(
      'damaged',
      `The project's file .variorum/project.json in “${name}” is damaged. Restore it from a copy of the folder; the journal beside it was not touched.`,
    );
  }
}

/**
 * Makes sure that the id in the file is this folder's own. A copy carries the id of its original; with it, it would
 * share the original's database in the window, and an old backup would be "brought up" with all that happened since. So
 * a folder whose number is not the one in its file gets a new id, and its database is built from its journal. A folder
 * moved to another disk counts as a copy too: it is built anew from its journal, and what was never shown as saved stays
 * behind in the former database. Wants the lock.
 */
export async function ownProjectFile(
  paths: ProjectPaths,
  file: ProjectFile,
  maker: Maker,
): Promise<ProjectFile> {
  const folder = String((await stat(paths.hidden, { bigint: true })).ino);
  const isOurs = file.folder === folder || file.folder === undefined;
  if (file.folder === folder && file.schema === schemaVersion) return file;
  const own: ProjectFile = {
    ...file,
    // An older program would take what this one writes for damage; now it will open the folder for reading only.
    schema: schemaVersion,
    id: isOurs ? file.id : maker.id<ProjectId>(),
    folder,
  };
  await writeFileAtomically(paths.file, `${JSON.stringify(own, null, 2)}\n`);
  return own;
}

/**
 * The file of a folder that may only be read, with an id of this very folder's own: it can't be written down, so it is
 * made from id and folder number, the same each time. Reading it never touches the database of a project that may be
 * written and has the same id.
 */
export async function readOnlyProjectFile(
  paths: ProjectPaths,
  file: ProjectFile,
): Promise<ProjectFile> {
  const { ino } = await stat(paths.hidden, { bigint: true });
  const digest = createHash('sha256').update(`${file.id} ${ino} read-only`).digest('hex');
  const id = digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
  return { ...file, id: id as ProjectId };
}

/** Why a project may only be read, in a sentence; `null` when it may be written. */
export async function readOnlyReason(
  paths: ProjectPaths,
  file: ProjectFile,
): Promise<string | null> {
  if (file.schema > schemaVersion) {
    return `A newer Variorum made this project (schema ${file.schema}; this program knows ${schemaVersion}). It is open for reading only. Update Variorum to work on it.`;
  }
  try {
    await access(paths.hidden, constants.W_OK);
    await access(paths.journal, constants.W_OK).catch((error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw error;
    });
    return null;
  } catch {
    return 'The project folder may not be written to, so it is open for reading only. Change its permissions or copy it to a place of your own to work on it.';
  }
}
