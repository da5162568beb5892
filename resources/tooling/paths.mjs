import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository, without a trailing slash. */
export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(
  /[/\\]$/,
  '',
);

/**
 * Joins `parts` onto the repository root.
 * @param {...string} parts
 */
export function inRepository(...parts) {
  return join(repositoryRoot, ...parts);
}

/**
 * The folder for what is costly to fetch and must survive `npm ci`. Read from the environment at
 * each call, so that a test can point it elsewhere. The folder itself may not exist yet.
 */
export function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'variorum');
}
