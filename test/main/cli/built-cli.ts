import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import { repositoryRoot } from '../../../resources/tooling/paths.mjs';
import { buildTargets } from '../../../resources/tooling/vite-builds.mjs';
import { type CliRun, runCliScript } from './cli-project.ts';

const isOfCli = /cli\/variorum|(?:catalogue-\w+|corpus|exchange|ingest|snapshot|sync)-worker/;

/**
 * Builds the command line and its threads as they are shipped into a folder, and answers with the script to run. Quicker than
 * running the sources in each of many processes.
 */
async function builtCli(folder: string): Promise<string> {
  const out = join(folder, 'out', 'main');
  await mkdir(out, { recursive: true });
  for (const name of ['node_modules', 'package.json', 'resources']) {
    await symlink(join(repositoryRoot, name), join(folder, name));
  }
  const main = buildTargets().find(({ name }) => name === 'main');
  for (const config of main?.configs(out) ?? []) {
    // The others are the window's.
    if (!isOfCli.test(String(config.build?.ssr))) continue;
    const lean = { ...config.build, sourcemap: false, minify: false };
    await build({ ...config, build: lean });
  }
  return join(out, 'cli.js');
}

/** The command line as it is shipped, built for the tests of a file and taken away after them. */
export interface ShippedCli {
  (...words: readonly string[]): Promise<CliRun>;
  /** Known from the first test on. */
  readonly script: string;
}

/** To be called once, at the top of a file of tests. */
export function shippedCli(): ShippedCli {
  let script = '';
  let workshop = '';
  beforeAll(async () => {
    workshop = await mkdtemp(join(tmpdir(), 'variorum-cli-'));
    script = await builtCli(workshop);
  }, 180_000);
  afterAll(() => rm(workshop, { recursive: true, force: true }));
  const run = (...words: readonly string[]): Promise<CliRun> => runCliScript(script, words);
  return Object.defineProperty(run, 'script', { get: () => script }) as ShippedCli;
}
