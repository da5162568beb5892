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
  {
    format: 'mhtml',
    endings: ['mhtml', 'mht'],
    load: async () => (await import('./mhtml/mhtml-reader.ts')).mhtmlReader,
  },
  {
    format: 'mail',
    endings: ['eml'],
    load: async () => (await import('./mail/mail-reader.ts')).mailReader,
  },
  {
    format: 'mailbox',
    endings: ['mbox', 'mbx'],
    load: async () => (await import('./mail/mailbox-reader.ts')).mailboxReader,
  },
  {
    format: 'csv',
    endings: ['csv', 'tsv', 'tab'],
    load: async () => (await import('./table/csv-reader.ts')).csvReader,
  },
  {
    format: 'json-lines',
    endings: ['jsonl', 'ndjson', 'json'],
    load: async () => (await import('./table/json-lines-reader.ts')).jsonLinesReader,
  },
  {
    format: 'zip',
    endings: ['zip'],
    load: async () => (await import('./zip/zip-reader.ts')).zipReader,
  },
  {
    format: 'pdf',
    endings: ['pdf'],
    load: async () => (await import('./pdf/pdf-reader.ts')).pdfReader,
  },
  {
    format: 'docx',
    endings: ['docx', 'docm', 'dotx', 'dotm'],
    load: async () => (await import('./docx/docx-reader.ts')).docxReader,
  },
  {
    format: 'odt',
    endings: ['odt', 'ott'],
    load: async () => (await import('./odt/odt-reader.ts')).odtReader,
  },
  {
    format: 'rtf',
    endings: ['rtf'],
    load: async () => (await import('./rtf/rtf-reader.ts')).rtfReader,
  },
  {
    format: 'epub',
    endings: ['epub'],
    load: async () => (await import('./epub/epub-reader.ts')).epubReader,
  },
];

/** The endings of file names that can be read, in lower case, without the dot. */
export const readableEndings: readonly string[] = formats.flatMap(({ endings }) => endings);

/** A file name's ending in lower case without the dot; empty if it has none. */
export function fileEnding(fileName: string): string {
  return /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

/** The entry of a format; `null` if it is not read. */
export function formatOf(format: SourceFormat): Format | null {
  return formats.find((known) => known.format === format) ?? null;
}

// Pages are saved under the endings of the programs that made them; old word processors save RTF and HTML as .doc.
const lookedInto = ['', 'doc', 'dot', 'msg', 'php', 'asp', 'aspx', 'jsp', 'shtml', 'cgi'];

/**
 * Whether a file with such a name is worth reading: it has an ending that is known, none at all, or one behind which many
 * kinds hide. `parseSource` says what it is; to be asked before thousands of pictures and films are read to be refused.
 */
export function isReadableName(fileName: string): boolean {
  return formatOfName(fileName) !== null || lookedInto.includes(fileEnding(fileName));
}

/** The format that a file's name says; `null` if none is read under that ending. */
export function formatOfName(fileName: string): Format | null {
  const ending = fileEnding(fileName);
  return formats.find(({ endings }) => endings.includes(ending)) ?? null;
}
