import { readFile, writeFile } from 'node:fs/promises';

/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {string} [resolved]
 * @property {string} [integrity]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 *
 * @typedef {{packages: Record<string, LockEntry>}} Lockfile
 */

const operatingSystems =
  /(?:^|[-/])(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)(?:-|$)/;
const processors = /-(arm64|arm|ia32|loong64|mips64el|ppc64|riscv64|s390x|wasm32|x64)(?:-|$)/;

/**
 * What makes `lockfile` unfit to commit, one sentence each; empty when it is fit.
 *
 * - A registry address pins every reader to the registry of whoever wrote the file.
 * - An optional package without an entry makes `npm ci` refuse the whole file ("Missing: ... from
 *   lock file"). npm writes such a file whenever its registry does not serve the builds of every
 *   platform, as partial mirrors do not.
 * @param {Lockfile} lockfile
 */
export function lockfileFaults(lockfile) {
  const addressed = Object.entries(lockfile.packages)
    .filter(([, entry]) => entry.resolved?.startsWith('http'))
    .map(([path]) => `${path} names a registry address ("resolved")`);
  const missing = missingOptionalPackages(lockfile).map(
    ({ name, parent }) => `${name}, an optional package of ${parent}, has no entry`,
  );
  return [...addressed, ...missing];
}

/**
 * Adds the entries that npm left out, in place, and drops registry addresses. An added entry has
 * no integrity, as nothing could be fetched to compute it from.
 * @param {Lockfile} lockfile
 * @returns {number} how many entries were changed or added
 */
export function repairLockfile(lockfile) {
  let changes = 0;
  for (const entry of Object.values(lockfile.packages)) {
    if (!entry.resolved?.startsWith('http')) continue;
    delete entry.resolved;
    changes += 1;
  }
  for (const { name, version, parent } of missingOptionalPackages(lockfile)) {
    lockfile.packages[`node_modules/${name}`] = {
      version,
      ...platformOf(name),
      ...(lockfile.packages[parent]?.dev ? { dev: true } : {}),
      optional: true,
    };
    changes += 1;
  }
  lockfile.packages = Object.fromEntries(
    Object.entries(lockfile.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
  );
  return changes;
}

/** @param {Lockfile} lockfile */
function missingOptionalPackages(lockfile) {
  return Object.entries(lockfile.packages).flatMap(([parent, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(
        ([name]) =>
          !(`node_modules/${name}` in lockfile.packages) &&
          !(`${parent}/node_modules/${name}` in lockfile.packages),
      )
      .map(([name, version]) => ({ name, version, parent })),
  );
}

/**
 * Platform packages carry their platform in their name, and npm skips an entry whose platform is
 * not its own without asking the registry for it.
 * @param {string} name
 */
function platformOf(name) {
  const os = operatingSystems.exec(name)?.[1];
  const cpu = processors.exec(name)?.[1];
  if (!os || !cpu) throw new Error(`Cannot tell the platform of ${name} from its name`);
  const libc = os !== 'linux' ? undefined : /musl/.test(name) ? 'musl' : 'glibc';
  return { cpu: [cpu], ...(libc ? { libc: [libc] } : {}), os: [os] };
}

/**
 * @param {string} path
 * @returns {Promise<Lockfile>}
 */
export async function readLockfile(path) {
  return JSON.parse(await readFile(path, 'utf8'));
}

/**
 * @param {string} path
 * @param {Lockfile} lockfile
 */
export async function writeLockfile(path, lockfile) {
  await writeFile(path, `${JSON.stringify(lockfile, null, 2)}\n`);
}
