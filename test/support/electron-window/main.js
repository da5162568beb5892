// The Electron side of electron-provider.ts: one window per test session, told what to do over the
// channel that Node opens for a child process. No preload, no Node: a test sees what the renderer
// of the application sees, less the bridge.
import { app, BrowserWindow } from 'electron';

/** @type {Map<string, BrowserWindow>} */
const windows = new Map();

const commands = { open, resize, send };

process.on(
  'message',
  async (/** @type {{id: number, name: keyof commands, args: any}} */ message) => {
    try {
      process.send?.({ id: message.id, value: await commands[message.name](message.args) });
    } catch (error) {
      process.send?.({ id: message.id, error: String(error) });
    }
  },
);
process.on('disconnect', () => app.exit());
app.on('window-all-closed', () => {});

/** @param {{session: string, url: string}} args */
async function open({ session, url }) {
  await app.whenReady();
  const window = new BrowserWindow({
    width: 1400,
    height: 1000,
    webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false },
  });
  windows.set(session, window);
  const { debugger: protocol } = window.webContents;
  protocol.attach('1.3');
  protocol.on('message', (_event, method, params) => {
    process.send?.({ session, event: method, params });
  });
  // A window that has shown nothing yet does not answer its debugger.
  await window.loadURL('about:blank');
  // Without it `document.hasFocus()` depends on the window manager, and on none there is none.
  await protocol.sendCommand('Emulation.setFocusEmulationEnabled', { enabled: true });
  window.webContents.on('render-process-gone', (_event, details) => {
    console.error(`The test window is gone: ${details.reason}`);
    app.exit(1);
  });
  // Vite lays the message of a file that cannot be imported over the page, where it would take the
  // first click of the tests in the next file. Vitest overrides Vite's own switch for it.
  window.webContents.on('dom-ready', () => {
    window.webContents.insertCSS('vite-error-overlay { display: none !important }');
  });
  await window.loadURL(url);
}

/** @param {{session: string, width: number, height: number}} args */
function resize({ session, width, height }) {
  windows.get(session)?.setContentSize(width, height);
}

/** @param {{session: string, method: string, params?: object}} args */
function send({ session, method, params }) {
  return windows.get(session)?.webContents.debugger.sendCommand(method, params);
}
