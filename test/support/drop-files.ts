import type { Page } from '@playwright/test';

/** Drops real files on the middle of a window, as the system does. */
export async function dropFiles(window: Page, files: readonly string[]): Promise<void> {
  const client = await window.context().newCDPSession(window);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  const place = await window.evaluate(() => ({ x: innerWidth / 2, y: innerHeight / 2 }));
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await client.send('Input.dispatchDragEvent', { type, ...place, data });
  }
  await client.detach();
}
