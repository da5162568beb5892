import type { ParsedArticle } from '../../../app/article/parsed-article.ts';
import type { SourceFormat } from '../../../app/record/records.ts';
import { decodeText } from './decode-text.ts';
import { parseFailure } from './parse-failure.ts';
import type { Source, SourcePart } from './source.ts';

/** The one part of a source that is text coded by the byte: decodes it and has it parsed. `null`: no text in it. */
export function decodedPart(
  source: Source,
  format: SourceFormat,
  parse: (text: string, fileName: string) => ParsedArticle | null,
): SourcePart {
  const decoded = decodeText(source.bytes);
  if (!decoded.ok) return { part: null, format, encoding: null, article: decoded };
  const article = parse(decoded.value, source.fileName);
  return {
    part: null,
    format,
    encoding: { name: 'utf-8', basis: 'valid-utf-8', confidence: 'stated' },
    article: article === null ? parseFailure('no-text') : { ok: true, value: article },
  };
}
