import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineBrowserProvider } from '@vitest/browser';
import type { BrowserProvider, BrowserProviderOption, CDPSession, TestProject } from 'vitest/node';
import { resolveElectron } from '../../resources/tooling/electron-runtime.mjs';
import { electronSwitches } from '../../resources/tooling/setup.mjs';

type Listener = (params: unknown) => void;
type Reply = { id: number; value?: unknown; error?: string };
type ProtocolEvent = { session: string; event: string; params: unknown };

const windowApplication = fileURLToPath(new URL('electron-window', import.meta.url));

/**
 * A Vitest browser provider that shows the tests in a window of our own Electron, so that they run
 * in the very engine that the application runs in. Each run begins with an empty profile: no
 * database is left from an earlier one.
 *
 * Tests reach the engine's protocol through `cdp()` of `vitest/browser`, for instance to press
 * keys as a person does (`Input.dispatchKeyEvent`); the simulated `userEvent` is not supported.
 */
export function electron(): BrowserProviderOption {
  return defineBrowserProvider({
    name: 'electron',
    supportedBrowser: ['chromium'],
    providerFactory: (project) => new ElectronProvider(project),
  });
}

class ElectronProvider implements BrowserProvider {
  readonly name = 'electron';
  readonly supportsParallelism = false;
  readonly #listeners = new Map<string, Map<string, Set<Listener>>>();
  readonly #pending = new Map<number, (reply: Reply) => void>();
  #process: ChildProcess | undefined;
  #profile = '';
  #lastId = 0;

  constructor(project: TestProject) {
    type Size = { width: number; height: number };
    project.browser?.registerCommand(
      '__vitest_viewport' as never,
      ((context: { sessionId: string }, size: Size) =>
        this.#command('resize', { session: context.sessionId, ...size })) as never,
    );
  }

  getCommandsContext(): Record<string, unknown> {
    return {};
  }

  async openPage(session: string, url: string): Promise<void> {
    this.#process ??= await this.#start();
    await this.#command('open', { session, url });
  }

  async getCDPSession(session: string): Promise<CDPSession> {
    const listeners = this.#listeners.get(session) ?? new Map<string, Set<Listener>>();
    this.#listeners.set(session, listeners);
    const on = (event: string, listener: Listener) => {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    };
    const off = (event: string, listener: Listener) => {
      listeners.get(event)?.delete(listener);
    };
    const once = (event: string, listener: Listener) => {
      const first: Listener = (params) => {
        off(event, first);
        listener(params);
      };
      on(event, first);
    };
    const send = (method: string, params?: object) =>
      this.#command('send', { session, method, params });
    return { send, on, once, off } as unknown as CDPSession;
  }

  async close(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null && child.signalCode === null) {
      child.disconnect();
      const impatience = setTimeout(() => child.kill('SIGKILL'), 3_000);
      await ended;
      clearTimeout(impatience);
    }
    await rm(this.#profile, { recursive: true, force: true });
  }

  async #start(): Promise<ChildProcess> {
    const { executable } = await resolveElectron();
    this.#profile = await mkdtemp(join(tmpdir(), 'variorum-window-'));
    const args = [...electronSwitches(), windowApplication, `--user-data-dir=${this.#profile}`];
    const child = spawn(executable, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.on('message', (message: Reply | ProtocolEvent) => this.#receive(message));
    child.on('exit', (code) => {
      for (const [id, settle] of this.#pending) {
        settle({ id, error: `Electron ended with ${code} before it answered` });
      }
    });
    process.once('exit', () => child.kill());
    return child;
  }

  #receive(message: Reply | ProtocolEvent): void {
    if ('id' in message) {
      this.#pending.get(message.id)?.(message);
      return;
    }
    const listeners = this.#listeners.get(message.session)?.get(message.event) ?? [];
    for (const listener of [...listeners]) listener(message.params);
  }

  #command(name: 'open' | 'resize' | 'send', args: object): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, ({ value, error }) => {
        this.#pending.delete(id);
        if (error === undefined) resolve(value);
        else reject(new Error(error));
      });
      this.#process?.send({ id, name, args });
    });
  }
}
