import { realpath } from 'node:fs/promises';
import { app, BrowserWindow, type WebContents } from 'electron';
import type { HostContext } from '../services/host/host-context.ts';
import { sampleFolder } from '../services/host/sample-project.ts';
import { isProjectFolder } from '../services/project/project-file.ts';
import { projectPaths } from '../services/project/project-paths.ts';
import { AppWindow } from './app-window.ts';
import type { CommandLine } from './command-line.ts';

/** The windows of the running program, and how it begins and ends. */
export class Application {
  readonly #context: HostContext;
  readonly #preload: string;
  readonly #windows = new Map<number, AppWindow>();
  /** Starts one after the other, or two would choose the same window. */
  #beginning: Promise<unknown> = Promise.resolve();
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
    const beginning = this.#beginning.then(() => this.#begin(commandLine));
    this.#beginning = beginning.catch(() => undefined);
    const window = await beginning;
    if (commandLine.imports.length === 0) return;
    await window.pageReady;
    try {
      window.host.importPaths(commandLine.imports);
    } catch (error) {
      window.tell(error);
    }
  }

  /** Shows a window with what is asked for. */
  async #begin(commandLine: CommandLine): Promise<AppWindow> {
    // A second start may come while the last window's project is still being closed.
    const closing = [...this.#windows.values()].filter((window) => window.isClosing);
    const folder = await this.#folderOf(commandLine);
    const window = this.#windowFor(folder);
    await Promise.all(closing.map(({ closed }) => closed));
    if (folder !== null && window.host.project?.paths.root !== folder) {
      const opening =
        commandLine.project === null
          ? window.host.openSampleProject()
          : window.host.openOrCreateAt(folder);
      // The page loads meanwhile and waits for the project where it asks for it. A page that is there already has to
      // learn which project it shows, so it is loaded anew.
      window.host.expect(opening);
      const loading = window.load();
      await opening.catch((error: unknown) => window.tell(error));
      await loading;
    } else if (window.isLoaded) window.focus();
    else await window.load();
    return window;
  }

  /** Takes what was dropped on a window: a project is opened as from the command line, anything else imported. */
  async takeDrop(window: AppWindow, paths: readonly string[]): Promise<void> {
    const [first] = paths;
    if (first !== undefined && paths.length === 1 && (await isProjectFolder(projectPaths(first)))) {
      await this.run({ project: first, sample: false, imports: [], userData: null });
      return;
    }
    try {
      window.host.importPaths(paths);
    } catch (error) {
      window.tell(error);
    }
  }

  /** Quits without questions: the session ends, nobody may be there to answer. */
  quitUnattended(): void {
    this.#isAttended = false;
    app.quit();
  }

  /** The folder that is asked for, links followed; `null` when none is. It need not exist. */
  async #folderOf({ project, sample }: CommandLine): Promise<string | null> {
    const folder = project ?? (sample ? await sampleFolder(this.#context) : null);
    return folder === null ? null : realpath(folder).catch(() => folder);
  }

  /** For a folder: the window that shows it, or an empty one. Otherwise the present one. A new one if there is none. */
  #windowFor(folder: string | null): AppWindow {
    const windows = [...this.#windows.values()].filter((window) => !window.isClosing);
    const same = windows.find(({ host }) => host.project?.paths.root === folder);
    const empty = windows.find(({ host }) => host.project === null);
    const focused = windows.find(({ window }) => window === BrowserWindow.getFocusedWindow());
    const present = folder === null ? (focused ?? windows[0]) : (same ?? empty);
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
