import { completeArticle } from './complete-article.ts';
import { loadReader } from './load-reader.ts';
import { parseFailure } from './parse-failure.ts';
import { recogniseFormat } from './recognise-format.ts';
import type { Source, SourcePart } from './source.ts';

/**
 * The articles of a file: the one way in. What the file is, its first bytes say before its name does; a file that is not
 * what its name says gets a remark. What no part states of itself is filled in from its text (rule T12), for every
 * format. Takes time in proportion to the file, some seconds for 50 MB: call it from a worker.
 */
export async function* parseSource(source: Source): AsyncGenerator<SourcePart> {
  yield* parseNested(source, 0);
}

async function* parseNested(source: Source, depth: number): AsyncGenerator<SourcePart> {
  const recognised = await recogniseFormat(source.fileName, source.bytes);
  if (!recognised.ok) {
    yield { part: null, format: 'text', encoding: null, article: recognised };
    return;
  }
  const { format, remark } = recognised.value;
  if (format === 'zip' && depth >= deepestArchive) {
    yield { part: null, format: 'zip', encoding: null, article: parseFailure('nested-archive') };
    return;
  }
  const read = await loadReader(format);
  const remarks = remark === null ? [] : [remark];
  // What lies in an archive was completed when it was read, with its own name and date.
  const isArchive = format === 'zip';
  for await (const part of read(source, (inner) => parseNested(inner, depth + 1))) {
    yield isArchive ? part : completeArticle(part, source, remarks);
  }
}

/** An archive in an archive in an archive is still opened. */
const deepestArchive = 3;
