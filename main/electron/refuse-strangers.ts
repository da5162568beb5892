import { app } from 'electron';
import type { Log } from './log.ts';

/** Keeps every page where it is: no navigation, no new windows, no embedded pages. */
export function refuseStrangers(log: Log): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      log(`A new window was refused: ${url.slice(0, 200)}`);
      return { action: 'deny' };
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', (event) => {
      log(`A navigation was refused: ${event.url.slice(0, 200)}`);
      event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
  });
}
