import { basename } from 'node:path';
import { type BrowserWindow, dialog, shell } from 'electron';
import type { WindowPort } from '../services/host/window-port.ts';

type Dialogs = Pick<
  WindowPort,
  | 'askNewProjectFolder'
  | 'askProjectFolder'
  | 'askImportPaths'
  | 'askSavePath'
  | 'askOpenExternal'
  | 'openExternal'
>;

/** The native questions of a window. */
export function windowDialogs(window: BrowserWindow): Dialogs {
  return {
    async askNewProjectFolder() {
      const answer = await dialog.showSaveDialog(window, {
        title: 'New project',
        buttonLabel: 'Make project',
        nameFieldLabel: 'Name of the project’s folder',
        defaultPath: 'New project',
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
    async askProjectFolder() {
      const answer = await dialog.showOpenDialog(window, {
        title: 'Open project',
        message: 'Choose the folder of a project',
        properties: ['openDirectory'],
      });
      return answer.filePaths[0] ?? null;
    },
    async askImportPaths(what) {
      const answer = await dialog.showOpenDialog(window, {
        title: what === 'files' ? 'Import files' : 'Import a folder',
        buttonLabel: 'Import',
        properties:
          what === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory', 'multiSelections'],
        filters:
          what === 'files'
            ? [
                {
                  name: 'Articles',
                  extensions: ['txt', 'text', 'md', 'markdown', 'html', 'htm'],
                },
                { name: 'All files', extensions: ['*'] },
              ]
            : [],
      });
      return answer.filePaths;
    },
    async askSavePath(suggestedName) {
      const ending = basename(suggestedName).split('.').at(-1) ?? '';
      const answer = await dialog.showSaveDialog(window, {
        title: 'Export brief',
        buttonLabel: 'Export',
        defaultPath: suggestedName,
        filters: [{ name: ending === 'html' ? 'Web page' : 'Markdown', extensions: [ending] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
    async askOpenExternal(url) {
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        message: 'Open this address in your browser?',
        detail: url.length > 500 ? `${url.slice(0, 500)}…` : url,
        buttons: ['Open', 'Cancel'],
        defaultId: 1,
        cancelId: 1,
      });
      return response === 0;
    },
    openExternal: (url) => shell.openExternal(url),
  };
}
