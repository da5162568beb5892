import type { ParsedArticle } from '../../../app/article/parsed-article.ts';
import type { Instant } from '../../../app/base/brand.ts';
import type { Result } from '../../../app/base/result.ts';
import type { ColumnMap, SourceEncoding, SourceFormat } from '../../../app/record/records.ts';
import type { ParseFailureCode } from './parse-failure.ts';

/** A file's content, to be read for the articles in it. */
export interface Source {
  /** Without folders; its ending is a hint at the format. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** When the file was last changed, the least trusted date of all; `null` when not known. */
  readonly modifiedAt: Instant | null;
  /** The character encoding that the analyst chose; `null`: to be found out. */
  readonly encoding: string | null;
  /** Which column of a table holds what; `null`: as the names of its columns suggest. */
  readonly columns: ColumnMap | null;
}

/** One article of a source, or why there is none. Can be posted between threads. */
export interface SourcePart {
  /** Which one, in a source that may hold several: a path in a ZIP, `message 3`, `row 12`. `null` otherwise. */
  readonly part: string | null;
  /**
   * By what it is found again when others are put in before it: `mail:` and its Message-ID; `id:`, `url:` or `title:` and
   * what a row says there. The second of one key in a file has ` 2` at its end. Absent for what has none.
   */
  readonly key?: string;
  readonly format: SourceFormat;
  /** `null` where the format settles it, or nothing was decoded. */
  readonly encoding: SourceEncoding | null;
  readonly article: Result<ParsedArticle, ParseFailureCode>;
}

/**
 * Reads sources of one format. Nothing is fetched, no script is run, no other file is read. Yields the parts one by one,
 * so that a mailbox of thousands need not be in memory at once. What is wrong with the source is a part that failed; a
 * throw is a bug, of which only this file suffers. What the source does not state, `parseSource` fills in from the text.
 */
export type SourceReader = (
  source: Source,
  /** Reads a file that lies in this one, whatever its format; for archives. */
  parseInner: (source: Source) => AsyncIterable<SourcePart>,
) => AsyncIterable<SourcePart> | Iterable<SourcePart>;
