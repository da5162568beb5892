import type { SourceFormat } from '../../../app/record/records.ts';
import type { SourceReader } from './source.ts';

/** A format that articles are read from. */
export interface Format {
  readonly format: SourceFormat;
  /** Endings of file names, lower-case, without the dot. */
  readonly endings: readonly string[];
  /** Loads the reader when it is first wanted: that of PDF alone is larger than all of the program's own code. */
  load(): Promise<SourceReader>;
}

/** Every format, one entry each. */
export const formats: readonly Format[] = [
  {
    format: 'text',
    endings: ['txt', 'text'],
    load: async () => (await import('./text/text-reader.ts')).textReader,
  },
  {
    format: 'markdown',
    endings: ['md', 'markdown'],
    load: async () => (await import('./markdown/markdown-reader.ts')).markdownReader,
  },
  {
    format: 'html',
    endings: ['html', 'htm', 'xhtml'],
    load: async () => (await import('./html/html-reader.ts')).htmlReader,
  },
];

/** The endings of file names that can be read, in lower case, without the dot. */
export const readableEndings: readonly string[] = formats.flatMap(({ endings }) => endings);

/** A file name's ending in lower case without the dot; empty if it has none. */
export function fileEnding(fileName: string): string {
  return /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

/** The format that a file's name says; `null` if none is read under that ending. */
export function formatOfName(fileName: string): Format | null {
  const ending = fileEnding(fileName);
  return formats.find(({ endings }) => endings.includes(ending)) ?? null;
}
