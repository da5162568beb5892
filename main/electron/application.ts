import { app, BrowserWindow, type WebContents } from 'electron';
import type { HostContext } from '../services/host/host-context.ts';
import { AppWindow } from './app-window.ts';
import type { CommandLine } from './command-line.ts';

/** The windows of the running program, and how it begins and ends. */
export class Application {
  readonly #context: HostContext;
  readonly #preload: string;
  readonly #windows = new Map<number, AppWindow>();
  #isAttended = true;
  #isQuitting = false;

  constructor(context: HostContext, preload: string) {
    this.#context = context;
    this.#preload = preload;
    app.on('before-quit', () => {
      this.#isQuitting = true;
    });
    app.on('window-all-closed', () => {
      // Windows are closed after their projects, but a destroyed one may still be letting go of its own.
      if (this.#windows.size === 0) this.#lastWindowClosed();
    });
  }

  /** The window that a page belongs to; `null` for a stranger. */
  windowOf(contents: WebContents): AppWindow | null {
    return this.#windows.get(contents.id) ?? null;
  }

  /** Does what a command line asks for, in a new window unless one is there for it. Never rejects. */
  async run(commandLine: CommandLine): Promise<void> {
    const window = this.#windowFor(commandLine);
    try {
      if (commandLine.project !== null) await window.host.openOrCreateAt(commandLine.project);
      else if (commandLine.sample) await window.host.openSampleProject();
    } catch (error) {
      window.tell(error);
    }
    if (!window.window.webContents.getURL()) await window.load();
    else window.focus();
    if (commandLine.imports.length === 0) return;
    await window.pageReady;
    try {
      window.host.importPaths(commandLine.imports);
    } catch (error) {
      window.tell(error);
    }
  }

  /** Quits without questions: the session ends, nobody may be there to answer. */
  quitUnattended(): void {
    this.#isAttended = false;
    app.quit();
  }

  /** An empty window takes the project; otherwise the project that is open already; otherwise a new one. */
  #windowFor({ project, sample }: CommandLine): AppWindow {
    const windows = [...this.#windows.values()];
    const same = windows.find(
      ({ host }) => project !== null && host.project?.paths.root === project,
    );
    const empty = windows.find(({ host }) => host.project === null);
    const focused = windows.find(({ window }) => window === BrowserWindow.getFocusedWindow());
    const wantsProject = project !== null || sample;
    const present = wantsProject ? (same ?? empty) : (focused ?? windows[0]);
    return present ?? this.#addWindow();
  }

  #addWindow(): AppWindow {
    const window = new AppWindow({
      context: this.#context,
      preload: this.#preload,
      isAttended: () => this.#isAttended,
      onStay: () => {
        this.#isQuitting = false;
        this.#isAttended = true;
      },
      onClosed: () => {
        this.#windows.delete(id);
        if (this.#windows.size === 0) this.#lastWindowClosed();
      },
    });
    const { id } = window.window.webContents;
    this.#windows.set(id, window);
    return window;
  }

  #lastWindowClosed(): void {
    if (process.platform !== 'darwin' || this.#isQuitting) app.quit();
  }
}
