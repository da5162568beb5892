import { readFileSync } from 'node:fs';
import { parseSource } from '../../../main/services/parse/parse-source.ts';
import { inOrder, wordsOf } from './score-words.ts';

/** How much of a file's plain text twin was found in it, each from 0 to 1. */
export interface OfficeScore {
  readonly file: string;
  /** Words of the twin found in the same order, of all that either has: a word too many counts as one missed. */
  readonly words: number;
  /** Paragraphs of the twin that are blocks. */
  readonly paragraphs: number;
}

/** Reads a file and compares it with the text it was made from. A file that cannot be read scores nothing. */
export async function scoreOffice(path: string, twinPath: string): Promise<OfficeScore> {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const source = { bytes: readFileSync(path), modifiedAt: null, encoding: null, columns: null };
  const texts: string[] = [];
  for await (const { article } of parseSource({ fileName: file, ...source })) {
    if (article.ok) texts.push(article.value.text);
  }
  const found = texts.join('\n');
  const twin = readFileSync(twinPath, 'utf8');
  const wantedWords = wordsOf(twin);
  const foundWords = wordsOf(found);
  const most = Math.max(wantedWords.length, foundWords.length);
  const wanted = linesOf(twin);
  const blocks = new Set(linesOf(found));
  return {
    file,
    words: most === 0 ? 1 : inOrder(foundWords, wantedWords) / most,
    paragraphs: wanted.filter((line) => blocks.has(line)).length / Math.max(1, wanted.length),
  };
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}
