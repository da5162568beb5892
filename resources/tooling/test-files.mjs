import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inRepository } from './paths.mjs';

const testName = /\.(?:test|spec)\.[cm]?[jt]sx?$/;
const notOurs = new Set(['.git', 'dist', 'node_modules', 'out']);

/**
 * Every file in the repository whose name says that it holds tests, wherever it lies, by its path.
 * What the runners collected is compared with this list, so that no test can be left out by a
 * pattern that does not match, and the run still be green.
 * @returns {Promise<string[]>}
 */
export async function testFilesOnDisk(folder = '') {
  const entries = await readdir(inRepository(folder), { withFileTypes: true });
  const nested = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name).replaceAll('\\', '/');
      if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : testFilesOnDisk(path);
      return testName.test(entry.name) ? [path] : [];
    }),
  );
  return nested.flat().sort();
}

/**
 * What is missing in `collected` (number of tests by file): files on disk that no runner took, and
 * suites that are empty.
 * @param {readonly string[]} onDisk
 * @param {ReadonlyMap<string, number>} collected
 */
export function collectionFaults(onDisk, collected) {
  const uncollected = onDisk
    .filter((path) => !collected.has(path))
    .map((path) => `${path} was collected by no runner`);
  const suites = [
    { name: 'unit tests in Node', of: (/** @type {string} */ path) => !inWindow(path) },
    {
      name: 'unit tests in a window',
      of: (/** @type {string} */ path) => inFolder(path, 'renderer'),
    },
    { name: 'end-to-end tests', of: (/** @type {string} */ path) => inFolder(path, 'e2e') },
  ];
  const empty = suites
    .filter(({ of }) => ![...collected].some(([path, count]) => count > 0 && of(path)))
    .map(({ name }) => `There are no ${name}`);
  return [...uncollected, ...empty];
}

/** @param {string} path */
function inWindow(path) {
  return inFolder(path, 'renderer') || inFolder(path, 'e2e');
}

/**
 * @param {string} path
 * @param {string} folder
 */
function inFolder(path, folder) {
  return path.startsWith(`test/${folder}/`);
}
