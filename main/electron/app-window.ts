import { join } from 'node:path';
import { BrowserWindow, dialog, nativeTheme } from 'electron';
import windowStateKeeper from 'electron-window-state';
import type { HostEventName, HostEvents } from '../../app/host/host-api.ts';
import { CodedError } from '../services/coded-error.ts';
import type { HostContext } from '../services/host/host-context.ts';
import { WindowHost } from '../services/host/window-host.ts';
import { channels } from './channels.ts';
import { CloseProtocol } from './close-protocol.ts';
import { showUndoTitles, type UndoTitles } from './menu.ts';
import { pageAddress, pageOrigin } from './page-address.ts';
import { windowDialogs } from './window-dialogs.ts';

const answerLimit = 5_000;
const crashesPerMinute = 3;

/** What a window needs from the application. */
export interface AppWindowOptions {
  readonly context: HostContext;
  readonly preload: string;
  /** Whether somebody is there to answer questions; not when the system ends the session. */
  isAttended(): boolean;
  /** The analyst chose to stay. */
  onStay(): void;
  /** The window and its project are closed. */
  onClosed(window: AppWindow): void;
}

/** A window of the application with the host of its page. */
export class AppWindow {
  readonly window: BrowserWindow;
  readonly host: WindowHost;
  readonly #options: AppWindowOptions;
  readonly #closing: CloseProtocol;
  readonly #crashes: number[] = [];
  #notePageReady: () => void = () => undefined;
  #pageReady: Promise<void>;
  #isPageReady = false;
  #mayClose = false;
  #undoTitles: UndoTitles = { undo: null, redo: null };
  #noteClosed: () => void = () => undefined;
  /** Resolves once window and project are closed. */
  readonly closed: Promise<void>;

  constructor(options: AppWindowOptions) {
    this.#options = options;
    this.closed = new Promise((resolve) => {
      this.#noteClosed = resolve;
    });
    this.#pageReady = this.#nextPage();
    const state = windowStateKeeper({ defaultWidth: 1440, defaultHeight: 920 });
    this.window = new BrowserWindow({
      x: state.x,
      y: state.y,
      width: state.width,
      height: state.height,
      minWidth: 720,
      minHeight: 480,
      show: false,
      title: 'Variorum',
      // The paper of the light and the dark theme, so that nothing flashes before the page is drawn.
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#1c1b18' : '#fbfaf6',
      webPreferences: {
        preload: options.preload,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        navigateOnDragDrop: false,
        disableDialogs: true,
      },
    });
    state.manage(this.window);
    this.#closing = new CloseProtocol({
      canAnswer: () => this.#isPageReady && !this.window.isDestroyed(),
      askPage: () => this.emit('closeRequested', {}),
      askAnalyst: () => this.#askToCloseAnyway(),
      startTimer: (callback) => {
        const timer = setTimeout(callback, answerLimit);
        return () => clearTimeout(timer);
      },
      close: () => void this.#close(),
      stay: options.onStay,
    });
    this.host = new WindowHost(options.context, {
      ...windowDialogs(this.window),
      emit: (name, payload) => this.emit(name, payload),
      answerClose: (close) => this.#closing.answer(close),
      projectChanged: () => this.#showTitle(),
      whenPageReady: () => this.#pageReady,
      showUndo: (titles) => {
        this.#undoTitles = titles;
        this.#showUndo();
      },
    });
    this.#listen();
  }

  /** Whether it is on its way out: hidden, but its project may not be let go of yet. */
  get isClosing(): boolean {
    return this.#mayClose;
  }

  /** Whether a page is there. */
  get isLoaded(): boolean {
    return this.window.webContents.getURL() !== '';
  }

  /** Loads the page, or loads it anew. A failed load is told to the log and leaves an empty window that can be closed. */
  async load(): Promise<void> {
    await this.window.loadURL(pageAddress).catch((error: unknown) => {
      this.#options.context.log('The page could not be loaded.', error);
    });
  }

  /** Whether a call comes from this window's own page and not from a frame or another page in it. */
  isSender(event: Electron.IpcMainInvokeEvent | Electron.IpcMainEvent): boolean {
    const { webContents } = this.window;
    if (event.sender !== webContents || event.senderFrame === null) return false;
    return event.senderFrame === webContents.mainFrame && event.senderFrame.origin === pageOrigin;
  }

  /** Resolves once the present page has asked what window it is in: from then on it hears events. */
  get pageReady(): Promise<void> {
    return this.#pageReady;
  }

  /** The page has asked what window it is in. */
  notePageReady(): void {
    this.#isPageReady = true;
    this.#notePageReady();
  }

  /** Tells the page something unasked. Does nothing when there is no page. */
  emit<Name extends HostEventName>(name: Name, payload: HostEvents[Name]): void {
    if (this.window.isDestroyed() || this.window.webContents.isDestroyed()) return;
    // An import tells of thousands of articles: see `HostBridge`.
    const told = name === 'entry' ? JSON.stringify(payload) : payload;
    this.window.webContents.send(channels.event, name, told);
  }

  /** Tells the analyst why something that was asked for outside the page could not be done. */
  tell(error: unknown): void {
    const isExpected = error instanceof CodedError;
    if (!isExpected) this.#options.context.log('A start, a drop or an import failed.', error);
    const message = isExpected
      ? error.message
      : 'The program met a fault of its own. What it was is in its log.';
    if (!this.window.isDestroyed()) {
      void dialog.showMessageBox(this.window, { type: 'error', message });
    }
  }

  /** Brings the window to the front. */
  focus(): void {
    if (this.window.isMinimized()) this.window.restore();
    this.window.focus();
  }

  #listen(): void {
    const { window } = this;
    const { log } = this.#options.context;
    window.once('ready-to-show', () => window.show());
    window.on('focus', () => {
      this.host.noteFocus();
      this.#showUndo();
    });
    window.on('close', (event) => {
      if (this.#mayClose) return;
      event.preventDefault();
      this.#closing.request(this.#options.isAttended());
    });
    window.once('closed', () => {
      // Also when the window was destroyed from elsewhere.
      void this.host.dispose().then(() => {
        this.#noteClosed();
        this.#options.onClosed(this);
      });
    });
    // The title says which project this is, whatever the page's own title is.
    window.on('page-title-updated', (event) => event.preventDefault());
    window.webContents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) this.#notePageGone();
    });
    window.webContents.on('render-process-gone', (_event, details) => {
      this.#notePageGone();
      if (details.reason === 'clean-exit' || this.#mayClose) return;
      log(`The page's process ended: ${details.reason} (${details.exitCode}).`);
      this.#closing.pageGone();
      this.#reloadAfterCrash();
    });
  }

  /** Nothing is heard until the next page has asked. Does nothing where none did. */
  #notePageGone(): void {
    if (!this.#isPageReady) return;
    this.#isPageReady = false;
    this.#pageReady = this.#nextPage();
  }

  #nextPage(): Promise<void> {
    return new Promise((resolve) => {
      this.#notePageReady = resolve;
    });
  }

  #reloadAfterCrash(): void {
    const now = Date.now();
    const recent = this.#crashes.filter((time) => now - time < 60_000);
    this.#crashes.splice(0, this.#crashes.length, ...recent, now);
    // A page that ends at once each time would be loaded for ever.
    if (recent.length >= crashesPerMinute) {
      dialog.showErrorBox(
        'Variorum',
        'This window stopped several times in a minute and is not opened again. Close it and start Variorum anew; everything that was shown as saved is in the project folder.',
      );
      return;
    }
    this.host.project?.addNotice(
      'This window stopped and was opened again. Everything that was shown as saved is here.',
    );
    void this.load();
  }

  async #askToCloseAnyway(): Promise<boolean> {
    const { response } = await dialog.showMessageBox(this.window, {
      type: 'warning',
      message: 'Variorum has not answered. Close anyway?',
      detail:
        'What the status line did not call saved is not in the journal yet. As far as it could be written on this computer, it is sent to the journal when the project is opened here again.',
      buttons: ['Wait', 'Close anyway'],
      defaultId: 0,
      cancelId: 0,
    });
    return response === 1;
  }

  /** The window goes at once; the program stays until the project is let go of. */
  async #close(): Promise<void> {
    this.#mayClose = true;
    this.window.hide();
    try {
      await this.host.dispose();
    } finally {
      if (!this.window.isDestroyed()) this.window.close();
    }
  }

  /** The menu is the focused window's. */
  #showUndo(): void {
    if (!this.window.isDestroyed() && this.window.isFocused()) showUndoTitles(this.#undoTitles);
  }

  #showTitle(): void {
    if (this.window.isDestroyed()) return;
    const project = this.host.project;
    this.window.setTitle(project === null ? 'Variorum' : `${project.info.name} – Variorum`);
  }
}

/** Where the preload script of a built main is. */
export function preloadPath(mainFolder: string): string {
  return join(mainFolder, '../preload/preload.cjs');
}
