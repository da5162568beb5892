import type { ParsedArticle } from '../../../app/article/parsed-article.ts';
import type { SourceFormat } from '../../../app/record/records.ts';
import { decodeText } from './decode-text.ts';
import { declaredEncoding } from './encoding/declared-encoding.ts';
import { parseFailure } from './parse-failure.ts';
import type { Source, SourcePart } from './source.ts';

/**
 * The one part of a source that is text coded by the byte: decodes it (rule T17) and has it parsed; remarks of the
 * decoding come first. `null`: no text in it.
 */
export function decodedPart(
  source: Source,
  format: SourceFormat,
  parse: (text: string, fileName: string) => ParsedArticle | null,
): SourcePart {
  const declared = format === 'html' ? declaredEncoding(source.bytes) : null;
  const decoded = decodeText(source.bytes, { chosen: source.encoding, declared });
  if (!decoded.ok) return { part: null, format, encoding: null, article: decoded };
  const { text, encoding, remarks } = decoded.value;
  const article = parse(text, source.fileName);
  if (article === null) return { part: null, format, encoding, article: parseFailure('no-text') };
  const value = { ...article, remarks: [...remarks, ...article.remarks] };
  return { part: null, format, encoding, article: { ok: true, value } };
}
