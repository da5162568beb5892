import { spawn } from 'node:child_process';
import { SetupError } from './setup-error.mjs';
import { hasDisplay } from './system-libraries.mjs';

// Inherited by the programs that this process starts, as DISPLAY is: the test runners' workers ask too.
const virtualMark = 'VARIORUM_VIRTUAL_DISPLAY';

/** Whether the display was made by provideDisplay, here or in a process above this one. */
export function displayIsVirtual() {
  return process.env[virtualMark] !== undefined && process.env[virtualMark] === process.env.DISPLAY;
}

/**
 * Gives the programs that this process starts a display. Where there is none (Linux without DISPLAY
 * and WAYLAND_DISPLAY) it starts Xvfb on a free number and sets `process.env.DISPLAY`; Xvfb ends
 * with the returned function and at the latest with this process.
 * @param {(line: string) => void} say
 * @returns {Promise<() => void>}
 */
export async function provideDisplay(say) {
  if (hasDisplay()) return () => {};
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'];
  // Its own process group: a Ctrl-C is meant for the window first, which must still find a display
  // to close itself properly.
  const server = spawn('Xvfb', args, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const stop = () => void server.kill('SIGTERM');
  process.once('exit', stop);
  const number = await displayNumber(server);
  server.unref();
  process.env.DISPLAY = `:${number}`;
  process.env[virtualMark] = process.env.DISPLAY;
  say(`No display here: using a virtual one (Xvfb :${number}), so no window will be visible.`);
  return () => {
    process.off('exit', stop);
    delete process.env.DISPLAY;
    delete process.env[virtualMark];
    stop();
  };
}

/**
 * Xvfb writes the number that it chose to the file descriptor named by -displayfd, once it accepts
 * connections.
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    const answer = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
    let errors = '';
    let number = '';
    server.stderr?.on('data', (chunk) => (errors += chunk));
    answer.on('data', (chunk) => {
      number += chunk;
      if (!number.endsWith('\n')) return;
      // Streams left open would keep this process alive as long as the server.
      answer.destroy();
      server.stderr?.destroy();
      resolve(number.trim());
    });
    const fail = (/** @type {string} */ reason) =>
      reject(
        new SetupError(
          `The virtual display (Xvfb) did not start: ${reason}`,
          'Start one yourself and set DISPLAY, or run this on a desktop.',
        ),
      );
    server.once('error', (error) => fail(error.message));
    server.once('exit', (code) => fail(errors.trim() || `it ended with ${code}`));
  });
}
