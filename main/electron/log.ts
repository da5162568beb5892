import { join } from 'node:path';
import { app } from 'electron';
import electronLog from 'electron-log/node';

/** Writes a line to the log. Errors are written with their stack, which goes nowhere else. */
export type Log = (message: string, error?: unknown) => void;

/** Opens the log file `logs/main.log` in the user's folder. Nothing is sent anywhere. */
export function openLog(): Log {
  electronLog.transports.file.resolvePathFn = () =>
    join(app.getPath('userData'), 'logs', 'main.log');
  electronLog.transports.file.maxSize = 2 << 20;
  electronLog.transports.console.level = app.isPackaged ? false : 'info';
  return (message, error) => {
    if (error === undefined) electronLog.info(message);
    else electronLog.error(message, error);
  };
}
