import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isGone } from './cli-output.ts';
import { exitCodes } from './exit-codes.ts';
import type { PrintingProgram } from './page-printer.ts';
import { runCli } from './run-cli.ts';

// The command line's own root. It runs on Node, or on Electron as Node (ELECTRON_RUN_AS_NODE): never with a window.
const here = import.meta.dirname;
const isSource = import.meta.filename.endsWith('.ts');
const resources = join(here, '../../resources');
const printer = printingProgram();
const scripts = isSource
  ? ({ folder: join(here, '../workers'), ending: '.ts', resources, printer } as const)
  : ({ folder: join(here, 'workers'), ending: '.js', resources, printer } as const);

// Whoever reads what we say may stop in the middle (`variorum export … | head`). What was begun is brought to its end all
// the same: an import may be writing.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!isGone(error)) throw error;
  });
}

// Once is a request, twice is the system's own way.
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => stop.abort());
}

const code = await runCli(process.argv.slice(2), {
  out: process.stdout,
  error: process.stderr,
  get input() {
    return process.stdin;
  },
  folder: process.cwd(),
  signal: stop.signal,
  version: version(),
  clock: () => performance.now(),
  async context(author) {
    const { cliContext } = await import('./cli-context.ts');
    return cliContext(scripts, author, (message, error) => {
      if (process.env.VARIORUM_DEBUG) process.stderr.write(`${message} ${String(error ?? '')}\n`);
    });
  },
}).catch((error: unknown) => {
  // A bug. It must not end with 1, which means something else.
  process.stderr.write(
    `A fault in Variorum; please report it.\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return exitCodes.failed;
});

// Threads that wait for more work would keep the program alive; what was said has to be out first.
for (const stream of [process.stdout, process.stderr]) {
  await new Promise<void>((resolve) => stream.write('', () => resolve()));
}
process.exit(code);

/** Electron as Node is the program itself; plain Node is told where an Electron is, if there is one. */
function printingProgram(): PrintingProgram | null {
  const application = join(here, '../..');
  if (process.versions.electron !== undefined) {
    // A packaged program runs no other application.
    const args = application.endsWith('.asar') ? [] : [application];
    return { executable: process.execPath, args };
  }
  const executable = process.env.VARIORUM_ELECTRON ?? '';
  return executable === '' ? null : { executable, args: [application] };
}

function version(): string {
  const file = join(here, '../../package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return version;
}
