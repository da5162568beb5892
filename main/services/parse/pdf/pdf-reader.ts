import type { ParsedArticle } from '../../../../app/article/parsed-article.ts';
import type { Result } from '../../../../app/base/result.ts';
import { documentArticle } from '../document/document-article.ts';
import { documentReader } from '../document/document-reader.ts';
import { type ParseFailureCode, parseFailure } from '../parse-failure.ts';
import type { Source } from '../source.ts';
import { pdfBlocks } from './pdf-blocks.ts';
import { type PdfContent, readPdf } from './pdf-document.ts';
import { pdfProperties } from './pdf-properties.ts';

/** Reads the text layer of PDFs. */
export const pdfReader = documentReader('pdf', readPdfArticle);

async function readPdfArticle(source: Source): Promise<Result<ParsedArticle, ParseFailureCode>> {
  const read = await readPdf(source.bytes);
  if (!read.ok) return read;
  const { pages, properties, brokenPages } = read.value;
  const hasLetters = pages.some(({ fragments }) => fragments.length > 0);
  if (!hasLetters)
    return parseFailure(brokenPages.length > 0 ? 'broken-document' : 'no-text-layer');
  const drafts = pdfBlocks(pages);
  return documentArticle(source.fileName, drafts, pdfProperties(properties), remarks(read.value));
}

function remarks({ pages, brokenPages }: PdfContent): string[] {
  const told: string[] = [];
  const empty = pages.filter(({ fragments }) => fragments.length === 0).map(({ number }) => number);
  if (empty.length > 0) {
    told.push(
      `${named(empty)} no text, so nothing of ${empty.length === 1 ? 'it' : 'them'} is here. If there are words in pictures, run text recognition (OCR) over the PDF and import the result.`,
    );
  }
  if (brokenPages.length > 0) {
    told.push(
      `${brokenPages.length === 1 ? 'Page' : 'Pages'} ${list(brokenPages)} could not be read: the file is damaged there.`,
    );
  }
  if (isScrambled(pages.flatMap(({ fragments }) => fragments.map(({ text }) => text)).join(''))) {
    told.push(
      'The PDF does not say which letters many of its signs are, so the text may be scrambled. Compare it with the page before you quote it.',
    );
  }
  return told;
}

function named(numbers: readonly number[]): string {
  return numbers.length === 1 ? `Page ${list(numbers)} has` : `Pages ${list(numbers)} have`;
}

function list(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 20).join(', ');
  return numbers.length > 20 ? `${shown} and ${numbers.length - 20} more` : shown;
}

/** Whether one sign in twenty is of a private area, a control character or a replacement. */
function isScrambled(text: string): boolean {
  const letters = text.replace(/\s/g, '');
  const strange = letters.match(/[\0-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
  return strange * 20 > letters.length;
}
