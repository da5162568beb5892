// The least that an application on Electron can be: one empty window. What it costs to open is the
// floor under every start time that start.ts measures.
import { app, BrowserWindow } from 'electron';

app.on('window-all-closed', () => app.quit());
// Not awaited at the top level: Electron is ready only after this module has been evaluated.
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1400,
    height: 900,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  return window.loadURL('data:text/html,<!doctype html><title>Empty</title>');
});
