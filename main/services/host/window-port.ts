import type { ChosenKind } from '../../../app/host/chosen-file.ts';
import type { ImportRequest } from '../../../app/host/exchange.ts';
import type { HostEventName, HostEvents } from '../../../app/host/host-api.ts';

/** What the services ask of the window that they work for. Electron's part of it is in `main/electron`. */
export interface WindowPort {
  /** Tells the page something unasked. Does nothing when the page is gone. */
  emit<Name extends HostEventName>(name: Name, payload: HostEvents[Name]): void;
  /** Resolves once the page hears what it is told: one that is still being loaded doesn't. */
  whenPageReady(): Promise<void>;
  /** Where to make a project; `null`: cancelled. */
  askNewProjectFolder(): Promise<string | null>;
  /** Which folder to open; `null`: cancelled. */
  askProjectFolder(): Promise<string | null>;
  /** What to import; empty: cancelled. */
  askImportPaths(what: 'files' | 'folder'): Promise<readonly string[]>;
  /** Which folder to watch; `null`: cancelled. */
  askWatchFolder(): Promise<string | null>;
  /** Which file of a kind to read; `null`: cancelled. */
  askOpenPath(kind: ChosenKind): Promise<string | null>;
  /** Which file or folder of another program to import; `null`: cancelled. */
  askExchangePath(request: ImportRequest): Promise<string | null>;
  /** Where to write a file of this name; `null`: cancelled. */
  askSavePath(suggestedName: string): Promise<string | null>;
  /** Whether to open an address in the analyst's own browser. */
  askOpenExternal(url: string): Promise<boolean>;
  openExternal(url: string): Promise<void>;
  /** Names in the native menu what undo and redo would do; `null`: nothing. */
  showUndo(titles: { readonly undo: string | null; readonly redo: string | null }): void;
  /** The page's answer to `closeRequested`. */
  answerClose(close: boolean): void;
  /** The window's project is another now, or none. */
  projectChanged(): void;
}
