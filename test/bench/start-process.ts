import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveElectron } from '../../resources/tooling/electron-runtime.mjs';
import { electronSwitches } from '../../resources/tooling/setup.mjs';

type Answer = { id?: number; result?: unknown; error?: { message: string } };
type Evaluated = { result?: { value?: unknown }; exceptionDetails?: { text: string } };

const patience = 60_000;

/**
 * Starts Electron on an application folder, over new user data unless some are given, lets `moment` look into its first
 * window from as early on as the window can be reached, and ends it again.
 *
 * Over the bare protocol and not through Playwright: that one takes some 300 ms to connect, more than
 * lies between a start that is fast and one that is not.
 * @param moment runs in the window and resolves to a time on the window's clock since 1970
 * @returns milliseconds from the start of the process to that time
 */
export async function measureStart(
  folder: string,
  args: readonly string[],
  moment: () => Promise<number>,
  keptUserData?: string,
): Promise<number> {
  const { executable } = await resolveElectron();
  const userData = keptUserData ?? (await mkdtemp(join(tmpdir(), 'variorum-start-')));
  const switches = [...electronSwitches(), '--remote-debugging-port=0'];
  const begun = Date.now();
  const child = spawn(executable, [...switches, folder, `--user-data-dir=${userData}`, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const port = await debuggingPort(child);
    const reached = await evaluateInWindow(port, `(${moment})()`);
    return Number(reached) - begun;
  } finally {
    await end(child);
    if (keptUserData === undefined) {
      await rm(userData, { recursive: true, force: true, maxRetries: 5 });
    }
  }
}

function debuggingPort(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stderr?.on('data', (chunk) => {
      printed += chunk;
      const port = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(printed)?.[1];
      if (port) resolve(port);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Electron ended with ${code}:\n${printed}`)));
  });
}

/** Tries again when the window loads another page meanwhile: it begins with an empty one. */
async function evaluateInWindow(port: string, expression: string): Promise<unknown> {
  const deadline = Date.now() + patience;
  let trouble = 'no window was opened';
  while (Date.now() < deadline) {
    try {
      const address = await windowAddress(port);
      if (address) return await evaluate(address, expression);
    } catch (error) {
      trouble = String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`The window did not get ready within ${patience / 1000} s: ${trouble}`);
}

async function windowAddress(port: string): Promise<string | undefined> {
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
  const targets = (await answer.json()) as {
    type: string;
    url: string;
    webSocketDebuggerUrl: string;
  }[];
  const window = targets.find(({ type, url }) => type === 'page' && !isEmptyPage(url));
  return window?.webSocketDebuggerUrl;
}

function isEmptyPage(url: string): boolean {
  return url === '' || url === 'about:blank';
}

function evaluate(address: string, expression: string): Promise<unknown> {
  const socket = new WebSocket(address);
  const answered = new Promise((resolve, reject) => {
    socket.onopen = () => {
      const params = { expression, awaitPromise: true, returnByValue: true };
      socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }));
    };
    socket.onmessage = ({ data }) => {
      const answer = JSON.parse(String(data)) as Answer;
      if (answer.id !== 1) return;
      const { result, exceptionDetails } = (answer.result ?? {}) as Evaluated;
      if (answer.error || exceptionDetails) {
        reject(new Error(answer.error?.message ?? exceptionDetails?.text));
      } else {
        resolve(result?.value);
      }
    };
    socket.onerror = () => reject(new Error('the connection to the window failed'));
    socket.onclose = () => reject(new Error('the window closed the connection'));
  });
  return answered.finally(() => socket.close());
}

/** As a session manager would end it, so that the application may save what it has to. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(impatience);
}
