import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { CodedError } from '../services/coded-error.ts';
import { errorCode } from '../services/files/error-code.ts';
import type { ProjectPaths } from '../services/project/project-paths.ts';
import { UsageError } from './usage-error.ts';

/**
 * The folder that a command's first word names, without links in its way: however it is named, it is the same project.
 * Throws `UsageError`, or `CodedError` `not-a-project` where there is nothing.
 */
export async function projectFolder(words: readonly string[], folder: string): Promise<string> {
  const named = namedFolder(words, folder);
  try {
    return await realpath(named);
  } catch (error) {
    throw new CodedError(
      'not-a-project',
      errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR'
        ? `There is no folder ${named}. Name the folder of a project; \`variorum import FOLDER FILE... --create\` makes one.`
        : `The folder ${named} could not be read (${errorCode(error) ?? 'unknown reason'}). Check its permissions.`,
    );
  }
}

/** The same for a folder that may be missing. Throws `UsageError`. */
export function namedFolder(words: readonly string[], folder: string): string {
  const [first] = words;
  if (first === undefined || first === '') {
    throw new UsageError('Which project? Name its folder.');
  }
  return resolve(folder, first);
}

/** Whether a path is a folder or lies in it. Both without links. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}

/** What of a path is there without links, the rest behind it as it is: where a new file will really be. */
export async function realPlace(path: string): Promise<string> {
  const parent = resolve(path, '..');
  try {
    return await realpath(path);
  } catch {
    if (parent === path) return path;
    return resolve(await realPlace(parent), relative(parent, path));
  }
}

/** Throws `CodedError` `in-project` where writing a file would replace what the project itself keeps. */
export async function refuseInside(path: string, paths: ProjectPaths): Promise<void> {
  const place = await realPlace(path);
  for (const kept of [paths.hidden, paths.articles]) {
    if (!isWithin(place, await realPlace(kept))) continue;
    throw new CodedError(
      'in-project',
      `${path} lies where the project keeps its own files. Choose another place.`,
    );
  }
}
