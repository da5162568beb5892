import { readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { app } from 'electron';
import { printPageOption } from '../cli/page-printer.ts';
import { registerPageScheme } from './app-protocol.ts';
import { switchNetworkOff } from './network-lock.ts';
import { pdfPrinter } from './print-pdf.ts';

/** A page to print, and where the PDF goes; absolute. */
interface PageToPrint {
  readonly page: string;
  readonly pdf: string;
}

/** What the command line started the program for (`--print-page PAGE PDF`); `null`: for its window. */
export function pageToPrint(words: readonly string[]): PageToPrint | null {
  const at = words.indexOf(printPageOption);
  const [page, pdf] = at === -1 ? [] : words.slice(at + 1);
  return page === undefined || pdf === undefined
    ? null
    : { page: resolve(page), pdf: resolve(pdf) };
}

/**
 * Prints one page and ends the program: with 1 and a sentence on standard error where that failed. No window is shown. The PDF
 * has its name only when it is whole.
 */
export function printAlone({ page, pdf }: PageToPrint): void {
  // Another Variorum may be open over the analyst's own.
  app.setPath('userData', join(dirname(pdf), 'profile'));
  app.disableHardwareAcceleration();
  registerPageScheme();
  switchNetworkOff();
  // Where nobody listens, Electron quits when its last window is gone, which is the one that was printed: it ended, with 0,
  // while the file was being written, and left none or an empty one.
  app.on('window-all-closed', () => undefined);
  const print = async (): Promise<void> => {
    await app.whenReady();
    const printed = await pdfPrinter({ offscreen: true })(await readFile(page, 'utf8'));
    if (printed.length === 0) throw new Error('The engine printed nothing.');
    const beside = `${pdf}.part`;
    await writeFile(beside, printed);
    await rename(beside, pdf);
  };
  print().then(
    () => app.exit(0),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`, () =>
        app.exit(1),
      );
    },
  );
}
