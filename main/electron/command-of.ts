import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { commandNames } from '../cli/cli-help.ts';

const ownOptions: ReadonlySet<string> = new Set(['--project', '--import', '--user-data-dir']);

/**
 * The words of a command of the command line (`export …`, `--help`), if the program was started with one; `null`: it is to
 * open its window. Switches of Chromium's may stand in front.
 *
 * @param words those behind the program, in development behind the application's folder
 */
export function commandOf(words: readonly string[]): readonly string[] | null {
  const first = words.findIndex((word) => !word.startsWith('-'));
  const name = words[first];
  // A folder may be called `export`.
  if (ownOptions.has(words[first - 1] ?? '')) return null;
  if (commandNames.some((one) => one === name)) return words.slice(first);
  return words.includes('--help') ? ['--help'] : null;
}

/**
 * Runs a command as plain Node, in a process of its own that has neither window nor display, and answers with its exit code
 * when it has ended. Blocks, as this process has nothing else to do.
 */
export function runCommandAsNode(words: readonly string[], mainFolder: string): number {
  const { status } = spawnSync(process.execPath, [join(mainFolder, 'cli.js'), ...words], {
    stdio: 'inherit',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  return status ?? 1;
}
