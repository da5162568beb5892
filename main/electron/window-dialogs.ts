import { basename } from 'node:path';
import { type BrowserWindow, dialog, shell } from 'electron';
import type { WindowPort } from '../services/host/window-port.ts';
import { readableEndings } from '../services/parse/formats.ts';

type Dialogs = Pick<
  WindowPort,
  | 'askNewProjectFolder'
  | 'askProjectFolder'
  | 'askImportPaths'
  | 'askWatchFolder'
  | 'askOpenPath'
  | 'askSavePath'
  | 'askOpenExternal'
  | 'openExternal'
>;

const kinds: Readonly<Record<string, string>> = {
  html: 'Web page',
  md: 'Markdown',
  csv: 'Table (CSV)',
  qdc: 'Codebook (QDC)',
  svg: 'Drawing (SVG)',
};

const titles: Readonly<Record<string, string>> = {
  html: 'Export brief',
  md: 'Export brief',
  csv: 'Export table',
  qdc: 'Export codebook',
  svg: 'Export drawing',
};

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
                  extensions: [...readableEndings],
                },
                { name: 'All files', extensions: ['*'] },
              ]
            : [],
      });
      return answer.filePaths;
    },
    async askWatchFolder() {
      const answer = await dialog.showOpenDialog(window, {
        title: 'Watch a folder',
        message: 'Choose a folder whose files become articles, now and when they change',
        buttonLabel: 'Watch',
        properties: ['openDirectory'],
      });
      return answer.filePaths[0] ?? null;
    },
    async askOpenPath() {
      const answer = await dialog.showOpenDialog(window, {
        title: 'Import a codebook',
        buttonLabel: 'Import',
        properties: ['openFile'],
        filters: [
          { name: 'Codebooks (QDC, CSV)', extensions: ['qdc', 'qde', 'xml', 'csv', 'tsv', 'txt'] },
          { name: 'All files', extensions: ['*'] },
        ],
      });
      return answer.filePaths[0] ?? null;
    },
    async askSavePath(suggestedName) {
      const ending = basename(suggestedName).split('.').at(-1) ?? '';
      const answer = await dialog.showSaveDialog(window, {
        title: titles[ending] ?? 'Export',
        buttonLabel: 'Export',
        defaultPath: suggestedName,
        filters: [{ name: kinds[ending] ?? 'File', extensions: [ending] }],
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
