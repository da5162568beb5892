import { formatOfName } from './formats.ts';
import { parseFailure } from './parse-failure.ts';
import type { Source, SourcePart } from './source.ts';

/**
 * The articles of a file, by the format that its name says. Takes time in proportion to the file, some seconds for
 * 50 MB: call it from a worker.
 */
export async function* parseSource(source: Source): AsyncGenerator<SourcePart> {
  const format = formatOfName(source.fileName);
  if (format === null) {
    yield { part: null, format: 'text', encoding: null, article: parseFailure('unsupported') };
    return;
  }
  const read = await format.load();
  yield* read(source);
}
