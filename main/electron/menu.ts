import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';

/** Sends a command to the page of a window. */
export type SendCommand = (window: BrowserWindow, id: string) => void;

/** What undo and redo would do, by name; `null`: nothing. */
export interface UndoTitles {
  readonly undo: string | null;
  readonly redo: string | null;
}

const noTitles: UndoTitles = { undo: null, redo: null };

// Electron has one menu for the whole program, and no label of it can be changed: it is made anew.
let present: { readonly send: SendCommand; readonly titles: UndoTitles } | null = null;

/** Names in the menu what undo and redo would do in the focused window. Does nothing before `setMenu`. */
export function showUndoTitles(titles: UndoTitles): void {
  if (present === null) return;
  const { undo, redo } = present.titles;
  if (titles.undo !== undo || titles.redo !== redo) setMenu(present.send, titles);
}

/** `&` would make the letter behind it the item's key. */
function undoLabel(verb: string, name: string | null): string {
  return name === null ? `&${verb}` : `&${verb} ${name.replaceAll('&', '&&')}`;
}

/**
 * Sets the native menu. Its items send commands to the page of the focused window, which knows whether they apply; keys
 * are shown, but left to the page, which handles them itself.
 */
export function setMenu(send: SendCommand, titles: UndoTitles = noTitles): void {
  present = { send, titles };
  const command = (
    label: string,
    id: string,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: (_item, window) => {
      if (window instanceof BrowserWindow) send(window, id);
    },
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    separator,
    command('&Reading Settings…', 'view.reading-settings'),
    command('&Larger Text', 'view.larger-text', 'CmdOrCtrl+Alt+='),
    command('&Smaller Text', 'view.smaller-text', 'CmdOrCtrl+Alt+-'),
    separator,
    { role: 'togglefullscreen' },
  ];
  if (!app.isPackaged) view.push(separator, { role: 'toggleDevTools' });
  const template: MenuItemConstructorOptions[] = [
    {
      label: '&File',
      submenu: [
        command('&New Project…', 'project.new'),
        command('&Open Project…', 'project.open'),
        separator,
        command('&Import Files…', 'import.files', 'CmdOrCtrl+O'),
        command('Import &Folder…', 'import.folder', 'CmdOrCtrl+Shift+O'),
        command('Import from Another &Program…', 'exchange.import', 'CmdOrCtrl+Alt+R'),
        command('&Export to Another Program…', 'exchange.export', 'CmdOrCtrl+Alt+E'),
        separator,
        command('&Export Brief…', 'brief.export', 'CmdOrCtrl+Shift+E'),
        command('Export Brief as &Markdown…', 'brief.export-markdown', 'CmdOrCtrl+Shift+M'),
        command('Export Brief as &HTML…', 'brief.export-html', 'CmdOrCtrl+Shift+H'),
        separator,
        { role: 'close' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        command(undoLabel('Undo', titles.undo), 'edit.undo', 'CmdOrCtrl+Z'),
        command(undoLabel('Redo', titles.redo), 'edit.redo', 'CmdOrCtrl+Shift+Z'),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        separator,
        command('&Find in Article…', 'article.find', 'CmdOrCtrl+F'),
        command('&Search Project…', 'search.open', 'CmdOrCtrl+Shift+F'),
      ],
    },
    { label: '&View', submenu: view },
    { label: '&Help', submenu: [command('&Keys', 'help.keys', '?')] },
  ];
  if (process.platform === 'darwin') template.unshift({ role: 'appMenu' });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
