import { decodeText } from './decode-text.ts';
import { parseHtml } from './html/parse-html.ts';
import { parseMarkdown } from './markdown/parse-markdown.ts';
import type { ParseResult } from './parse-failure.ts';
import { parseFailure } from './parse-failure.ts';
import { parsePlainText } from './text/parse-plain-text.ts';

/** Reads the decoded text of one format; `null` if there is no text of an article in it. */
type Reader = (source: string, fileName: string) => ReturnType<typeof parsePlainText>;

const readers: ReadonlyMap<string, Reader> = new Map([
  ['txt', parsePlainText],
  ['text', parsePlainText],
  ['md', parseMarkdown],
  ['markdown', parseMarkdown],
  ['html', parseHtml],
  ['htm', parseHtml],
]);

/** The endings of file names that `parseFile` reads, in lower case, without the dot. */
export const readableEndings: readonly string[] = [...readers.keys()];

/** A file name's ending in lower case without the dot; empty if it has none. */
export function fileEnding(fileName: string): string {
  return /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

/**
 * Makes an article of a file's bytes by the ending of its name. Nothing is fetched, no script is run, no other file is
 * read. Takes time in proportion to the file, some seconds for 50 MB: call it from a worker.
 */
export function parseFile(fileName: string, bytes: Uint8Array): ParseResult {
  const reader = readers.get(fileEnding(fileName));
  if (reader === undefined) return parseFailure('unsupported');
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const article = reader(decoded.value, fileName);
  return article === null ? parseFailure('no-text') : { ok: true, value: article };
}
