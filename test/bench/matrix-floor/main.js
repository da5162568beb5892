// A window for what the matrix is measured against: the page that the environment names.
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

app.on('window-all-closed', () => app.quit());
// Not awaited at the top level: Electron is ready only after this module has been evaluated.
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1400,
    height: 900,
    webPreferences: { sandbox: true, contextIsolation: true, spellcheck: false },
  });
  return window.loadFile(join(process.env.MATRIX_FLOOR_PAGE ?? '', 'index.html'));
});
