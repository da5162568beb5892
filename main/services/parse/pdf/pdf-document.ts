import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type {
  DocumentInitParameters,
  PDFDocumentProxy,
  TextContent,
} from 'pdfjs-dist/types/src/display/api.js';
import { type Result, success } from '../../../../app/base/result.ts';
import { type ParseFailureCode, parseFailure } from '../parse-failure.ts';
import { type PageGeometry, pageFragments } from './page-fragments.ts';
import type { PdfPage } from './pdf-fragment.ts';

/** What a PDF says of itself, as it is written there. */
export interface PdfProperties {
  /** The document information dictionary. */
  readonly info: Readonly<Record<string, unknown>>;
  /** A property of the XMP metadata, by its name there: `dc:title`. */
  readonly xmp: (name: string) => unknown;
}

/** All pages of a PDF, and what it says of itself. */
export interface PdfContent {
  readonly pages: readonly PdfPage[];
  readonly properties: PdfProperties;
  /** Pages, counted from 1, that could not be read. */
  readonly brokenPages: readonly number[];
}

/**
 * Reads the letters of all pages. Nothing is drawn, fetched or run: scripts, forms and attachments are not looked at, and
 * of the file system only the tables of pdf.js's own package are read. Takes some 10 ms a page.
 */
export async function readPdf(bytes: Uint8Array): Promise<Result<PdfContent, ParseFailureCode>> {
  const pdfjs = await loadPdfjs();
  const parameters = {
    // A copy: pdf.js takes its bytes away. And no Buffer, which it refuses. and takes no Buffer.
    data: new Uint8Array(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    cMapPacked: true,
    BinaryDataFactory: PackageTables,
  } satisfies DocumentInitParameters & { readonly BinaryDataFactory: unknown };
  const task = pdfjs.getDocument(parameters);
  try {
    const opened = await opening(task.promise);
    return opened.ok ? success(await readContent(opened.value)) : opened;
  } finally {
    await task.destroy();
  }
}

/** pdf.js tells of damage by errors of many kinds, also by those that its own code stumbles over. */
async function opening(
  document: Promise<PDFDocumentProxy>,
): Promise<Result<PDFDocumentProxy, ParseFailureCode>> {
  try {
    return success(await document);
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return parseFailure(isLocked ? 'encrypted' : 'broken-document');
  }
}

async function readContent(document: PDFDocumentProxy): Promise<PdfContent> {
  const pages: PdfPage[] = [];
  const brokenPages: number[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const read = await unlessBroken(readPage(document, number));
    if (read === null) brokenPages.push(number);
    else pages.push(pageFragments(read.content, read.geometry));
  }
  const data = await unlessBroken(document.getMetadata());
  return {
    pages,
    brokenPages,
    properties: {
      info: (data?.info ?? {}) as Readonly<Record<string, unknown>>,
      xmp: (name) => data?.metadata?.get(name),
    },
  };
}

async function readPage(
  document: PDFDocumentProxy,
  number: number,
): Promise<{ readonly content: TextContent; readonly geometry: PageGeometry }> {
  const page = await document.getPage(number);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ disableNormalization: true });
  page.cleanup();
  return { content, geometry: { number, width, height, transform } };
}

/** What pdf.js answers, `null` if the file is broken there. */
async function unlessBroken<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer;
  } catch {
    return null;
  }
}

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let loading: Promise<Pdfjs> | undefined;

/** pdf.js, with its parser in this thread: it looks for a parser at this global name before it starts a thread. */
function loadPdfjs(): Promise<Pdfjs> {
  loading ??= (async () => {
    // @ts-expect-error pdf.js has no types for this part; it puts itself under `pdfjsWorker`.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  })();
  return loading;
}

/** Hands out the tables of Chinese, Japanese and Korean letters and the measures of fonts that a file does not bring. */
class PackageTables {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    // The name comes out of the file.
    const name = basename(filename);
    const folder = kind === 'cMapUrl' ? 'cmaps' : 'standard_fonts';
    return new Uint8Array(await readFile(join(packageFolder(folder), name)));
  }
}

/**
 * A folder of pdf.js's package: in the nearest `node_modules` above this file, wherever it was built to. Packaged, these
 * two folders of the package are there and nothing else of it.
 */
function packageFolder(name: 'cmaps' | 'standard_fonts'): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', 'pdfjs-dist', name);
    if (existsSync(candidate)) return candidate;
    if (dirname(folder) === folder) throw new Error(`pdfjs-dist/${name} is not installed.`);
  }
}
