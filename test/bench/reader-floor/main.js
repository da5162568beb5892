// A window for what the reader is measured against: the page that the environment names, and a file that lines can be
// appended to, as the journal is: written and synced.
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain } from 'electron';

app.on('window-all-closed', () => app.quit());
// Not awaited at the top level: Electron is ready only after this module has been evaluated.
app.whenReady().then(async () => {
  const file = await open(join(app.getPath('userData'), 'lines'), 'a');
  ipcMain.handle('append', async (_event, line) => {
    await file.write(`${line}\n`);
    await file.datasync();
  });
  const window = new BrowserWindow({
    width: 1400,
    height: 900,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      spellcheck: false,
      preload: join(import.meta.dirname, 'preload.cjs'),
    },
  });
  return window.loadFile(join(process.env.READER_FLOOR_PAGE ?? '', 'index.html'));
});
