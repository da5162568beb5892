import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';

// Debian's names of what Electron links to or loads while it runs. Fonts are among them because a
// window without any font for a script shows boxes.
const libraries = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libnotify4',
  'libatspi2.0-0',
  'libdrm2',
  'libsecret-1-0',
  'dbus',
  'fonts-liberation',
  'fonts-noto-cjk',
];
const displayPackages = ['xvfb', 'xauth'];

/**
 * Makes sure that `executable` finds its shared libraries and, where there is no display, that a
 * virtual one can be started. Linux only; elsewhere Electron brings all it needs. As root it
 * installs what is missing; otherwise it fails with the command that does.
 * @param {string} executable
 * @param {(line: string) => void} say
 */
export async function ensureSystemLibraries(executable, say) {
  if (process.platform !== 'linux') return;
  const obstacles = [...(await unresolvedLibraries(executable))];
  if (!hasDisplay() && !isOnPath('Xvfb')) obstacles.push('Xvfb (a virtual display)');
  if (obstacles.length === 0) return;

  const failed = `Electron cannot run here yet: ${obstacles.join(', ')} missing.`;
  if (!isOnPath('apt-get')) {
    throw new SetupError(failed, 'Install them with the package manager of this system.');
  }
  if (process.getuid?.() !== 0) {
    const wanted = [...libraries, ...(hasDisplay() ? [] : displayPackages)];
    const command = `sudo apt-get update && sudo apt-get install -y ${(await currentNames(wanted)).join(' ')}`;
    throw new SetupError(failed, `Install them with\n\n  ${command}\n\nand start again.`);
  }
  await installAsRoot(say);
  const still = await unresolvedLibraries(executable);
  if (still.length > 0) {
    throw new SetupError(
      `Electron still misses ${still.join(', ')} after apt-get installed its packages.`,
      `\`ldd ${executable}\` shows which files; find their packages with \`apt-file search\`.`,
    );
  }
}

/** Whether programs started from here can open a window. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** @param {string} executable */
async function unresolvedLibraries(executable) {
  const { output } = await runCommand('ldd', [executable], { capture: true });
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
}

/** @param {(line: string) => void} say */
async function installAsRoot(say) {
  say('Installing the system libraries that Electron needs (apt-get)...');
  await aptGet(['update']);
  const names = await currentNames([...libraries, ...displayPackages]);
  await aptGet(['install', '-y', '--no-install-recommends', ...names]);
}

/**
 * Debian 13 and Ubuntu 24.04 renamed the libraries whose time type grew: libgtk-3-0t64 and so on.
 * @param {readonly string[]} names
 */
async function currentNames(names) {
  const candidates = names.map((name) => `${name}t64`);
  const { output } = await runCommand('apt-cache', ['policy', ...candidates], { capture: true });
  const known = new Set(
    [...output.matchAll(/^(\S+):\n.*\n\s+Candidate: (?!\(none\))/gm)].map((match) => match[1]),
  );
  return names.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
}

/** @param {readonly string[]} args */
async function aptGet(args) {
  const { code, output } = await runCommand('apt-get', ['-q', ...args], {
    capture: true,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (code === 0) return;
  throw new SetupError(
    `\`apt-get ${args.join(' ')}\` failed:\n${output.trim().split('\n').slice(-8).join('\n')}`,
    'Repair that, then start again.',
  );
}

/** @param {string} program */
function isOnPath(program) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => folder !== '' && existsSync(join(folder, program)));
}
