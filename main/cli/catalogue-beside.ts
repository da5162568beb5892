import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Catalogue } from '../services/catalogue/catalogue.ts';
import { hasSeal, sealPath } from '../services/catalogue/catalogue-seal.ts';
import { ThreadedCatalogue } from '../services/catalogue/threaded-catalogue.ts';
import type { CliContext } from './cli-context.ts';
import type { CommandWorld } from './command.ts';
import type { ReadProject } from './read-project.ts';
import { stopped } from './stopped.ts';

/**
 * Asks a catalogue of the state that was read, in a temporary folder, so that the project's own is not touched: a copy of it
 * that is brought up, or, while the window has it open, one that is built. Rejects with `cancelled` when somebody wants it to stop.
 */
export async function withCatalogue<Value>(
  { id, paths, end }: ReadProject,
  context: CliContext,
  { output, signal }: Pick<CommandWorld, 'output' | 'signal'>,
  ask: (catalogue: Catalogue) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'variorum-catalogue-'));
  const file = join(folder, basename(paths.catalogue));
  try {
    await copyWhole(paths.catalogue, file);
    const { texts, snapshots, journal } = paths;
    const catalogue = new ThreadedCatalogue({
      sources: { file, texts, snapshots, journal, projectId: id },
      threads: context.catalogueThreads,
      startTimer: context.startTimer,
      journalEnd: () => end,
      log: context.log,
    });
    try {
      return await stopped(signal, async () => {
        await whenUp(catalogue, (text) => output.progress(text));
        return ask(catalogue);
      });
    } finally {
      await catalogue.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Waits until a catalogue follows the project, saying how far it is. */
export async function whenUp(
  catalogue: Catalogue,
  progress: (text: string) => void,
): Promise<void> {
  const stop = catalogue.onState(({ state, indexed, total }) => {
    if (state !== 'ready') progress(`Making the catalogue: ${indexed} of ${total} articles`);
  });
  await catalogue.whenIdle();
  stop();
}

/** One that is open elsewhere has no seal; one that is opened while it is copied does not fit it, which is noticed. */
async function copyWhole(from: string, to: string): Promise<void> {
  if (!hasSeal(from)) return;
  try {
    await copyFile(from, to);
    await copyFile(sealPath(from), sealPath(to));
  } catch {
    await rm(to, { force: true });
  }
}
