import type { ParsedArticle } from '../../../../app/article/parsed-article.ts';
import type { Result } from '../../../../app/base/result.ts';
import type { SourceFormat } from '../../../../app/record/records.ts';
import type { ParseFailureCode } from '../parse-failure.ts';
import type { Source, SourcePart, SourceReader } from '../source.ts';

/** A reader of documents that hold one article each and say themselves how their letters are coded. */
export function documentReader(
  format: SourceFormat,
  read: (source: Source) => Promise<Result<ParsedArticle, ParseFailureCode>>,
): SourceReader {
  return async function* readDocument(source): AsyncGenerator<SourcePart> {
    yield { part: null, format, encoding: null, article: await read(source) };
  };
}
