import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { inRepository, repositoryRoot } from './paths.mjs';

// Content that no build reads, in folders that builds do read.
const ignored = new Set(['resources/tooling', 'resources/sample']);
const buildInputs = [
  'package-lock.json',
  'resources/tooling/vite-builds.mjs',
  'resources/tooling/build.mjs',
];

/**
 * A hash over the names and contents of all files under `folders` (relative to the repository; an
 * absent one counts as empty) and of what decides how they are built. Contents rather than times,
 * as a checkout or a copy changes times only. Reads a few hundred small files: tens of milliseconds.
 * @param {readonly string[]} folders
 * @returns {Promise<string>}
 */
export async function sourceHash(folders) {
  const nested = await Promise.all(folders.map((folder) => filesUnder(inRepository(folder))));
  const paths = [...nested.flat(), ...buildInputs.map((path) => inRepository(path))].sort();
  const contents = await Promise.all(paths.map((path) => readFile(path)));
  const hash = createHash('sha256');
  paths.forEach((path, index) => {
    hash.update(`${relative(repositoryRoot, path)}\0`);
    hash.update(contents[index] ?? '');
  });
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
async function filesUnder(folder) {
  if (ignored.has(relative(repositoryRoot, folder).replaceAll('\\', '/'))) return [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const nested = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : entry.isFile() ? [path] : [];
    }),
  );
  return nested.flat();
}
