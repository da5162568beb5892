import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { resolveElectron } from '../../resources/tooling/electron-runtime.mjs';
import { repositoryRoot } from '../../resources/tooling/paths.mjs';
import { electronSwitches, runsAsRoot } from '../../resources/tooling/setup.mjs';

// For what hangs: beside other work a start or an end takes many times as long as alone.
const launchLimit = 60_000;
const closeLimit = 60_000;

export type LaunchOptions = {
  /** Kept when given, so that a test can start the application twice over the same data. */
  readonly userDataDir?: string;
  /** What follows the application on its command line, for instance `['--project', folder]`. */
  readonly args?: readonly string[];
  /** Added to the environment of the test; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The folder with the package.json to run; the repository unless a test brings its own. */
  readonly application?: string;
};

export type LaunchedVariorum = {
  readonly app: ElectronApplication;
  /** The first window, with its document parsed. */
  readonly window: Page;
  readonly userDataDir: string;
  /**
   * Quits as a person would, so that the application saves what it has to; after a minute it is killed
   * and the promise rejects. Removes the user data unless the caller named them. May be repeated.
   */
  close(): Promise<void>;
};

/**
 * Starts the built application in a real Electron, over user data of its own. The caller must
 * `close()` it. What the application prints is part of the error when it shows no window.
 */
export async function launchVariorum(options: LaunchOptions = {}): Promise<LaunchedVariorum> {
  const { executable } = await resolveElectron();
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'variorum-data-')));
  const disposable = options.userDataDir === undefined ? userDataDir : undefined;
  const launching = _electron.launch({
    timeout: launchLimit,
    executablePath: executable,
    // Playwright would switch the sandbox off on every Linux; only root needs that.
    chromiumSandbox: !runsAsRoot(),
    args: [
      ...electronSwitches(),
      options.application ?? repositoryRoot,
      `--user-data-dir=${userDataDir}`,
      ...(options.args ?? []),
    ],
    env: childEnvironment(options.env ?? {}),
  });
  const app = await launching.catch(async (error) => {
    await discard(disposable);
    throw error;
  });
  const output = collectOutput(app);
  // Asked for now: Playwright can't tell it any more once the application has ended by itself.
  const close = closeOnce(app, app.process(), disposable);
  try {
    const window = await app.firstWindow({ timeout: launchLimit });
    await window.waitForLoadState('domcontentloaded');
    return { app, window, userDataDir, close };
  } catch (error) {
    await close().catch(() => {});
    throw new Error(`The application showed no window. It printed:\n${output()}`, { cause: error });
  }
}

function childEnvironment(changes: Readonly<Record<string, string | undefined>>) {
  // Set by some editors' terminals; it would make Electron a plain Node.
  const merged = { ...process.env, ELECTRON_RUN_AS_NODE: undefined, ...changes };
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(merged)) {
    if (value !== undefined) result[name] = value;
  }
  return result;
}

function collectOutput(app: ElectronApplication): () => string {
  const chunks: string[] = [];
  const { stdout, stderr } = app.process();
  stdout?.on('data', (chunk) => chunks.push(String(chunk)));
  stderr?.on('data', (chunk) => chunks.push(String(chunk)));
  return () => chunks.join('') || '(nothing)';
}

function closeOnce(
  app: ElectronApplication,
  child: ChildProcess,
  disposable: string | undefined,
): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => {
    closing ??= closeApplication(app, child).finally(() => discard(disposable));
    return closing;
  };
}

async function discard(folder: string | undefined): Promise<void> {
  if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function closeApplication(app: ElectronApplication, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  let timer: NodeJS.Timeout | undefined;
  const impatience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error('The application did not quit within a minute and was killed.'));
    }, closeLimit);
  });
  try {
    await Promise.race([app.close(), impatience]);
  } finally {
    clearTimeout(timer);
  }
}
