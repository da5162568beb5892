import { spawn } from 'node:child_process';

/**
 * @typedef {object} CommandResult
 * @property {number} code exit code; 128 + signal number when a signal ended it, as a shell says it
 * @property {string} output stdout and stderr in order of arrival; empty unless captured
 * @property {boolean} timedOut
 *
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] the whole environment, not additions
 * @property {boolean} [capture] collect the output instead of passing it through
 * @property {boolean} [ownGroup] put it into its own process group, so that a Ctrl-C reaches it once,
 *   through this process, and not a second time from the terminal; it then cannot read the terminal
 * @property {number} [timeLimit] milliseconds, after which the command is killed; with `ownGroup` all
 *   that it started is killed too
 */

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

// npm passes a signal on that the terminal has sent to all already. Electron closes properly at the
// first one and dies at the second, so the echo must not get through.
const echoWindow = 1_000;

/**
 * Runs a program to its end. SIGINT and SIGTERM that reach this process meanwhile are passed on, so
 * that the program decides how to end and its exit code is what comes back. Rejects only when the
 * program cannot be started at all.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<CommandResult>}
 */
export function runCommand(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      detached: options.ownGroup ?? false,
      stdio: options.capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    let timedOut = false;
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));

    const timer = options.timeLimit
      ? setTimeout(() => {
          timedOut = true;
          if (options.ownGroup && child.pid) process.kill(-child.pid, 'SIGKILL');
          else child.kill('SIGKILL');
        }, options.timeLimit)
      : undefined;
    let lastSignal = Number.NEGATIVE_INFINITY;
    const passOn = (/** @type {NodeJS.Signals} */ signal) => {
      const now = performance.now();
      if (now - lastSignal > echoWindow) child.kill(signal);
      lastSignal = now;
    };
    process.on('SIGINT', passOn);
    process.on('SIGTERM', passOn);
    const release = () => {
      clearTimeout(timer);
      process.off('SIGINT', passOn);
      process.off('SIGTERM', passOn);
    };

    child.on('error', (error) => {
      release();
      reject(error);
    });
    child.on('close', (code, signal) => {
      release();
      resolve({ code: code ?? signalExitCode(signal), output, timedOut });
    });
  });
}

/** @param {NodeJS.Signals | null} signal */
function signalExitCode(signal) {
  return 128 + (signalNumbers[/** @type {keyof typeof signalNumbers} */ (signal)] ?? 0);
}
