import { mkdir } from 'node:fs/promises';

/**
 * Makes the project's `articles` folder again where somebody took it away by mistake, but not the project around it. Never
 * rejects: what stands in the way is told when something is to be written.
 */
export async function ensureArticlesFolder(folder: string): Promise<void> {
  await mkdir(folder).catch(() => undefined);
}
