import type { SourceFormat } from '../../../app/record/records.ts';

/** A format that articles are read from. `load-reader.ts` has the reader of each. */
export interface Format {
  readonly format: SourceFormat;
  /** Endings of file names, lower-case, without the dot. */
  readonly endings: readonly string[];
}

const formats: readonly Format[] = [
  { format: 'text', endings: ['txt', 'text'] },
  { format: 'markdown', endings: ['md', 'markdown'] },
  { format: 'html', endings: ['html', 'htm', 'xhtml'] },
  { format: 'mhtml', endings: ['mhtml', 'mht'] },
  { format: 'mail', endings: ['eml'] },
  { format: 'mailbox', endings: ['mbox', 'mbx'] },
  { format: 'csv', endings: ['csv', 'tsv', 'tab'] },
  { format: 'json-lines', endings: ['jsonl', 'ndjson', 'json'] },
  { format: 'zip', endings: ['zip'] },
  { format: 'pdf', endings: ['pdf'] },
  { format: 'docx', endings: ['docx', 'docm', 'dotx', 'dotm'] },
  { format: 'odt', endings: ['odt', 'ott'] },
  { format: 'rtf', endings: ['rtf'] },
  { format: 'epub', endings: ['epub'] },
];

/** The endings of file names that can be read, in lower case, without the dot. */
export const readableEndings: readonly string[] = formats.flatMap(({ endings }) => endings);

/** A file name's ending in lower case without the dot; empty if it has none. */
export function fileEnding(fileName: string): string {
  return /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
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
