import { join } from 'node:path';
import { cliContext } from '../../../main/cli/cli-context.ts';
import { runCli } from '../../../main/cli/run-cli.ts';
import { repositoryRoot } from '../../../resources/tooling/paths.mjs';
import type { CliRun } from './cli-project.ts';

/** What a run finds around it; absent: no terminal, nothing to read, nobody who stops it. */
export interface CliSurroundings {
  readonly folder?: string;
  readonly input?: string;
  readonly isTerminal?: boolean;
  readonly signal?: AbortSignal;
}

/** Runs a command line in this process, its threads from the sources: quicker than a process where that is not the point. */
export async function cliHere(
  words: readonly string[],
  { folder = '/', input = '', isTerminal = false, signal }: CliSurroundings = {},
): Promise<CliRun> {
  const [out, error] = [stream(isTerminal), stream(isTerminal)];
  const code = await runCli(words, {
    ...{ out, error, folder, version: '0.0.0' },
    input: (async function* () {
      yield Buffer.from(input);
    })(),
    signal: signal ?? new AbortController().signal,
    clock: () => performance.now(),
    async context(author) {
      return cliContext(
        {
          folder: join(repositoryRoot, 'main', 'workers'),
          resources: join(repositoryRoot, 'resources'),
          ...{ ending: '.ts', printer: null },
        },
        author,
        () => undefined,
      );
    },
  });
  return { code, out: out.written(), error: error.written() };
}

function stream(isTTY: boolean) {
  const chunks: Buffer[] = [];
  return {
    isTTY,
    write(chunk: string | Uint8Array, callback?: (error?: Error | null) => void): boolean {
      chunks.push(Buffer.from(chunk));
      callback?.();
      return true;
    },
    written: () => Buffer.concat(chunks).toString('utf8'),
  };
}
