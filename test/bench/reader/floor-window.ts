import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { type LaunchedVariorum, launchVariorum } from '../../support/launch.ts';

const floorApplication = fileURLToPath(new URL('../reader-floor', import.meta.url));

/** Starts the same Electron with the page that the reader is measured against, built into `folder`. The caller closes it. */
export async function launchFloor(folder: string): Promise<LaunchedVariorum> {
  const page = join(folder, 'page');
  await build({
    configFile: false,
    envDir: false,
    mode: 'production',
    logLevel: 'warn',
    root: floorApplication,
    base: './',
    build: { outDir: page, emptyOutDir: true, target: 'chrome130', modulePreload: false },
  });
  const launched = await launchVariorum({
    application: floorApplication,
    env: { READER_FLOOR_PAGE: page },
  });
  await launched.window.waitForFunction(() => 'floor' in window);
  await launched.window.evaluate(() => document.fonts.load('1rem "Literata Variable"'));
  return launched;
}
