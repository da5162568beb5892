import { assertNever } from '../../../app/base/assert-never.ts';
import type { SourceFormat } from '../../../app/record/records.ts';
import type { SourceReader } from './source.ts';

// Asking for a module anew costs a sixth of what reading a plain text does.
const readers = new Map<SourceFormat, SourceReader>();

/** The reader of a format, loaded when it is first wanted: that of PDF alone is larger than all of the program's own code. */
export async function loadReader(format: SourceFormat): Promise<SourceReader> {
  const known = readers.get(format);
  if (known !== undefined) return known;
  const loaded = await load(format);
  readers.set(format, loaded);
  return loaded;
}

async function load(format: SourceFormat): Promise<SourceReader> {
  switch (format) {
    case 'text':
      return (await import('./text/text-reader.ts')).textReader;
    case 'markdown':
      return (await import('./markdown/markdown-reader.ts')).markdownReader;
    case 'html':
      return (await import('./html/html-reader.ts')).htmlReader;
    case 'mhtml':
      return (await import('./mhtml/mhtml-reader.ts')).mhtmlReader;
    case 'mail':
      return (await import('./mail/mail-reader.ts')).mailReader;
    case 'mailbox':
      return (await import('./mail/mailbox-reader.ts')).mailboxReader;
    case 'csv':
      return (await import('./table/csv-reader.ts')).csvReader;
    case 'json-lines':
      return (await import('./table/json-lines-reader.ts')).jsonLinesReader;
    case 'zip':
      return (await import('./zip/zip-reader.ts')).zipReader;
    case 'pdf':
      return (await import('./pdf/pdf-reader.ts')).pdfReader;
    case 'docx':
      return (await import('./docx/docx-reader.ts')).docxReader;
    case 'odt':
      return (await import('./odt/odt-reader.ts')).odtReader;
    case 'rtf':
      return (await import('./rtf/rtf-reader.ts')).rtfReader;
    case 'epub':
      return (await import('./epub/epub-reader.ts')).epubReader;
    default:
      return assertNever(format);
  }
}
