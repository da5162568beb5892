import { join } from 'node:path';
import { app, session } from 'electron';
import { registerPageScheme, servePages } from './app-protocol.ts';
import { preloadPath } from './app-window.ts';
import { Application } from './application.ts';
import { readCommandLine } from './command-line.ts';
import { commandOf, runCommandAsNode } from './command-of.ts';
import { createHostContext } from './host-context.ts';
import { listenToWindows } from './ipc-transport.ts';
import { openLog } from './log.ts';
import { setMenu } from './menu.ts';
import { lockSession, switchNetworkOff } from './network-lock.ts';
import { pageToPrint, printAlone } from './print-alone.ts';
import { refuseStrangers } from './refuse-strangers.ts';

// The composition root: puts the parts together and knows nothing else.
const mainFolder = import.meta.dirname;
const words = process.argv.slice(1);
const command = commandOf(app.isPackaged ? words : words.slice(1));
if (command !== null) process.exit(runCommandAsNode(command, mainFolder));
const commandLine = readCommandLine(words, process.cwd());
if (commandLine.userData !== null) app.setPath('userData', commandLine.userData);

/** What a second start hands to the first. */
interface SecondStart {
  readonly words: readonly string[];
  readonly folder: string;
}

const handedOver: SecondStart = { words, folder: process.cwd() };
const page = pageToPrint(words);
if (page !== null) printAlone(page);
else if (app.requestSingleInstanceLock({ ...handedOver })) start();
else app.exit(0);

function start(): void {
  registerPageScheme();
  switchNetworkOff();
  const log = openLog();
  process.on('uncaughtException', (error) => log('A fault in main.', error));
  process.on('unhandledRejection', (error) => log('A fault in main.', error));
  refuseStrangers(log);
  void app.whenReady().then(() => {
    lockSession(session.defaultSession, log);
    servePages(join(mainFolder, '../renderer'));
    const application = new Application(
      createHostContext(mainFolder, log),
      preloadPath(mainFolder),
    );
    listenToWindows(application, log);
    setMenu((window, id) => application.windowOf(window.webContents)?.emit('command', { id }));
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.on(signal, () => application.quitUnattended());
    }
    app.on('second-instance', (_event, _argv, _folder, start) => {
      const { words, folder } = start as SecondStart;
      void application.run(readCommandLine(words, folder));
    });
    app.on('activate', () => {
      void application.run(readCommandLine([], process.cwd()));
    });
    return application.run(commandLine);
  });
}
