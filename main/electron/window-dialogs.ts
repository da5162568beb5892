import { basename } from 'node:path';
import { type BrowserWindow, dialog, shell } from 'electron';
import { exchangeFormat, exchangeFormats } from '../../app/exchange/formats.ts';
import type { ChosenKind } from '../../app/host/chosen-file.ts';
import type { WindowPort } from '../services/host/window-port.ts';
import { readableEndings } from '../services/parse/formats.ts';

type Dialogs = Pick<
  WindowPort,
  | 'askNewProjectFolder'
  | 'askProjectFolder'
  | 'askImportPaths'
  | 'askWatchFolder'
  | 'askOpenPath'
  | 'askExchangePath'
  | 'askSavePath'
  | 'askOpenExternal'
  | 'openExternal'
>;

const kinds: Readonly<Record<string, string>> = {
  docx: 'Word document',
  pdf: 'PDF',
  txt: 'Plain text',
  html: 'Web page',
  md: 'Markdown',
  csv: 'Table (CSV)',
  qdc: 'Codebook (QDC)',
  svg: 'Drawing (SVG)',
};

const titles: Readonly<Record<string, string>> = {
  docx: 'Export brief',
  pdf: 'Export brief',
  txt: 'Export brief',
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
    async askOpenPath(kind) {
      const { title, buttonLabel, filter } = openDialogs[kind];
      const answer = await dialog.showOpenDialog(window, {
        title,
        buttonLabel,
        properties: ['openFile'],
        filters: [filter, { name: 'All files', extensions: ['*'] }],
      });
      return answer.filePaths[0] ?? null;
    },
    async askExchangePath({ format, what }) {
      const about = format === null ? null : exchangeFormat(format);
      const endings =
        about?.importExtensions ?? exchangeFormats.flatMap((one) => one.importExtensions);
      const answer = await dialog.showOpenDialog(window, {
        title: about === null ? 'Import from another program' : `Import ${about.title}`,
        buttonLabel: 'Import',
        properties: what === 'file' ? ['openFile'] : ['openDirectory'],
        filters:
          what === 'file'
            ? [
                {
                  name: about?.title ?? 'Files of other programs',
                  extensions: [...new Set(endings)],
                },
                { name: 'All files', extensions: ['*'] },
              ]
            : [],
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

const openDialogs: Readonly<
  Record<ChosenKind, { title: string; buttonLabel: string; filter: Electron.FileFilter }>
> = {
  codebook: {
    title: 'Import a codebook',
    buttonLabel: 'Import',
    filter: {
      name: 'Codebooks (QDC, CSV)',
      extensions: ['qdc', 'qde', 'xml', 'csv', 'tsv', 'txt'],
    },
  },
  'citation-style': {
    title: 'Add a citation style',
    buttonLabel: 'Add',
    filter: { name: 'Citation styles (CSL)', extensions: ['csl', 'xml'] },
  },
};
