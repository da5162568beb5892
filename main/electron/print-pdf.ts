import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserWindow, session } from 'electron';
import { pageScheme } from './page-address.ts';

/** A page of its own kind in a session of its own: nothing of the program's pages can reach it, nor it them. */
const partition = 'print';
const address = `${pageScheme}://print/brief.html`;

/** How long a page may take to be laid out, in milliseconds: 200 pages take some 2 s. */
const longest = 120_000;

/** A page that has notes at the foot of its paper has such elements. */
const footnote = 'class="footnote"';

/**
 * What a page of paper holds for the text and its notes, in CSS pixels: A4 without its margins is 963. Where lines come out
 * otherwise than they were measured, less.
 */
const heights = [956, 920, 860, 780] as const;

/**
 * Prints one self-contained HTML page as PDF (A4, tagged, with an outline and page numbers) in a window that nobody sees: no
 * script of the page runs in it, and every request but the one for the page is refused. Footnotes stand at the foot of the
 * page with their mark: the engine knows none, so a script of ours divides the text first; it comes by the debugger, so that
 * the window needs no scripts allowed. Prints one after the other. Rejects when the engine can not print.
 */
export function pdfPrinter({
  offscreen = false,
}: {
  /** Where there is no display, only such a window can be made. */
  readonly offscreen?: boolean;
} = {}): (html: string) => Promise<Uint8Array> {
  let last: Promise<unknown> = Promise.resolve();
  return (html) => {
    const printed = last.then(() => print(html, offscreen));
    last = printed.catch(() => undefined);
    return printed;
  };
}

async function print(html: string, offscreen: boolean): Promise<Uint8Array> {
  const printing = session.fromPartition(partition, { cache: false });
  printing.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: details.url !== address && !details.url.startsWith('data:') });
  });
  printing.protocol.handle(
    pageScheme,
    () => new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printing,
      sandbox: true,
      offscreen,
      contextIsolation: true,
      javascript: false,
      backgroundThrottling: false,
      spellcheck: false,
    },
  });
  const timer = setTimeout(() => window.destroy(), longest);
  try {
    if (!html.includes(footnote)) {
      await window.loadURL(address);
      return await printShown(window);
    }
    const script = await readFile(layOutScript, 'utf8');
    for (const height of heights) {
      await window.loadURL(address);
      const planned = await layOutNotes(window, script, height);
      const printed = await printShown(window);
      if (pagesOf(printed) === planned) return printed;
    }
    // Better a PDF whose notes stand behind what they are notes to than none.
    await window.loadURL(address);
    await evaluate(window, "document.documentElement.classList.add('notes-in-text'), 0");
    return await printShown(window);
  } finally {
    clearTimeout(timer);
    if (!window.isDestroyed()) window.destroy();
    printing.protocol.unhandle(pageScheme);
  }
}

function printShown(window: BrowserWindow): Promise<Uint8Array> {
  return window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate:
      '<div style="width:100%;text-align:center;font:8px Georgia,serif;color:#555"><span class="pageNumber"></span></div>',
  });
}

/** Beside the preload script: it runs in a window, too. */
const layOutScript = join(import.meta.dirname, '../preload/lay-out-notes.cjs');

/** Divides the page that is shown as it will be on paper. Returns into how many pages. */
function layOutNotes(window: BrowserWindow, script: string, height: number): Promise<number> {
  return evaluate(window, `(() => {${script}\n})();layOutNotes(${height})`);
}

/** Runs words of ours in a window that runs none of its page's. They have the page as it is on paper. */
async function evaluate(window: BrowserWindow, expression: string): Promise<number> {
  const engine = window.webContents.debugger;
  engine.attach();
  try {
    await engine.sendCommand('Emulation.setEmulatedMedia', { media: 'print' });
    const { result, exceptionDetails } = await engine.sendCommand('Runtime.evaluate', {
      expression,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  } finally {
    if (engine.isAttached()) engine.detach();
  }
}

/** Each page is an object of a PDF of Chromium's, none of which is compressed but what is drawn. */
function pagesOf(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  return text.match(/\/Type \/Page\b/g)?.length ?? 0;
}
