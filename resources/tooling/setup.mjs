import { displayIsVirtual, provideDisplay } from './display.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { requireNodeVersion } from './node-version.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

/**
 * Everything that must be there before Electron can open a window: the right Node, an Electron, its
 * system libraries, a display. Says what it does only where it has something to do.
 * @param {(line: string) => void} [say]
 */
export async function setUp(say = (line) => console.log(line)) {
  requireNodeVersion();
  const electron = await resolveElectron(say);
  await ensureSystemLibraries(electron.executable, say);
  const releaseDisplay = await provideDisplay(say);
  return { electron, releaseDisplay };
}

/**
 * Switches that Electron needs on this machine whatever it runs.
 *
 * - As root on Linux the Chromium sandbox refuses to start; for every other user it stays on.
 * - On a virtual display there is no GPU: Chromium would try, fail, and fall back 70 ms later.
 * - Chromium's own log complains about every absent desktop service. What the application logs is
 *   not touched by this.
 */
export function electronSwitches() {
  return [
    ...(runsAsRoot() ? ['--no-sandbox'] : []),
    ...(displayIsVirtual() ? ['--disable-gpu'] : []),
    '--log-level=3',
  ];
}

/** Whether this process is root on Linux, where Chromium has no sandbox. */
export function runsAsRoot() {
  return process.platform === 'linux' && process.getuid?.() === 0;
}
