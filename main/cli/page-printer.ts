import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodedError } from '../services/coded-error.ts';

/** Starts the program only to print a page: behind it the page and the PDF. Read by `main/electron`. */
export const printPageOption = '--print-page';

/** How the program is started that has an engine to print with. */
export interface PrintingProgram {
  readonly executable: string;
  /** What stands before its own options: in development the application's folder. */
  readonly args: readonly string[];
}

/**
 * Prints a self-contained page with the program itself, started for that alone: without a window, and without a display where
 * there is none. Throws `CodedError` `no-printer` when it could not, with what it said.
 */
export function pagePrinter(program: PrintingProgram): (html: string) => Promise<Uint8Array> {
  return async (html) => {
    const folder = await mkdtemp(join(tmpdir(), 'variorum-print-'));
    const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
    try {
      await writeFile(page, html);
      const said = await run(program, [printPageOption, page, pdf]);
      // It has its name only when it is whole.
      const printed = await readFile(pdf).catch(() => null);
      if (printed !== null) return printed;
      throw new CodedError(
        'no-printer',
        `The PDF could not be printed here (${said.trim().split('\n').at(-1) || 'the program said nothing'}). Export it from the window, or as DOCX or HTML.`,
      );
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  };
}

/** Switches that the engine needs: no display, or root, whom Chromium gives no sandbox. The page is our own and has no script. */
function engineSwitches(): readonly string[] {
  if (process.platform !== 'linux') return [];
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return [
    ...(DISPLAY || WAYLAND_DISPLAY ? [] : ['--ozone-platform=headless']),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

/** Answers with what it wrote to standard error, when it has ended. */
function run({ executable, args }: PrintingProgram, words: readonly string[]): Promise<string> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const child = spawn(executable, [...engineSwitches(), ...args, ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env,
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-4_000);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', () => resolve(said));
  });
}
