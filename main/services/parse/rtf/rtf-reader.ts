import type { ParsedArticle } from '../../../../app/article/parsed-article.ts';
import type { Result } from '../../../../app/base/result.ts';
import { documentArticle } from '../document/document-article.ts';
import { documentReader } from '../document/document-reader.ts';
import { leftOutRemarks } from '../document/left-out.ts';
import { type ParseFailureCode, parseFailure } from '../parse-failure.ts';
import type { Source } from '../source.ts';
import { RtfText } from './rtf-text.ts';
import { rtfTokens } from './rtf-tokens.ts';

/**
 * Reads rich text (RTF 1.9.1). Not through a library: those on npm have not been kept for years, or give tokens and know
 * nothing of footnotes, tracked changes and code pages of two bytes.
 */
export const rtfReader = documentReader('rtf', async (source) => readRtf(source));

function readRtf(source: Source): Result<ParsedArticle, ParseFailureCode> {
  const { buffer, byteOffset, byteLength } = source.bytes;
  const content = Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
  if (!content.startsWith('{\\rtf')) return parseFailure('other-format');
  const text = new RtfText();
  for (const token of rtfTokens(content)) {
    if (!text.take(token)) return parseFailure('broken-document');
  }
  const remarks = leftOutRemarks(text.leftOut);
  if (!text.isWhole) {
    remarks.unshift('The file ends in the middle: what came after its last words is not there.');
  }
  return documentArticle(source.fileName, text.finish(), text.properties(), remarks);
}
