import { countWords } from '../../../app/article/count-words.ts';
import type { ParsedArticle } from '../../../app/article/parsed-article.ts';
import { type Result, success } from '../../../app/base/result.ts';
import type { ParseFailureCode } from './parse-failure.ts';
import { parseFile } from './parse-file.ts';

/** An article with the count of its words. */
export interface CountedArticle extends ParsedArticle {
  readonly wordCount: number;
}

/**
 * Parses a file and counts its words: all that costs time in proportion to the text, to be done in one go away from
 * main's event loop (counting takes a second for some 20 MB).
 */
export function parseCounted(
  fileName: string,
  bytes: Uint8Array,
): Result<CountedArticle, ParseFailureCode> {
  const parsed = parseFile(fileName, bytes);
  if (!parsed.ok) return parsed;
  return success({ ...parsed.value, wordCount: countWords(parsed.value.text) });
}
