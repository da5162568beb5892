import { countWords } from '../../../app/article/count-words.ts';
import type { ParsedArticle } from '../../../app/article/parsed-article.ts';
import { type Result, success } from '../../../app/base/result.ts';
import { type ParseFailureCode, parseFailure } from './parse-failure.ts';
import { parseSource } from './parse-source.ts';

/** An article with the count of its words. */
export interface CountedArticle extends ParsedArticle {
  readonly wordCount: number;
}

/** Parses a file and counts the words of the first article in it, away from main's event loop. */
export async function parseCounted(
  fileName: string,
  bytes: Uint8Array,
): Promise<Result<CountedArticle, ParseFailureCode>> {
  const source = { fileName, bytes, modifiedAt: null, encoding: null, columns: null };
  for await (const { article } of parseSource(source)) {
    if (!article.ok) return article;
    return success({ ...article.value, wordCount: countWords(article.value.text) });
  }
  return parseFailure('no-text');
}
