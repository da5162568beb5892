import { ipcMain } from 'electron';
import { dispatch } from '../rpc/dispatch.ts';
import type { Application } from './application.ts';
import { channels } from './channels.ts';
import type { Log } from './log.ts';

/** Answers the calls of the windows' pages and takes what is dropped on them. */
export function listenToWindows(application: Application, log: Log): void {
  ipcMain.handle(channels.call, async (event, method: unknown, argument: unknown) => {
    const window = application.windowOf(event.sender);
    if (window === null) return { ok: false, error: { code: 'refused', message: '' } };
    const senderAllowed = window.isSender(event);
    const answer = await dispatch(window.host, { senderAllowed, method, argument }, log);
    if (senderAllowed && method === 'getWindow') window.notePageReady();
    return answer;
  });
  ipcMain.on(channels.drop, (event, paths: unknown) => {
    const window = application.windowOf(event.sender);
    if (!window?.isSender(event) || !isListOfPaths(paths)) return;
    void application.takeDrop(window, paths);
  });
}

function isListOfPaths(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((path) => typeof path === 'string' && path !== '');
}
