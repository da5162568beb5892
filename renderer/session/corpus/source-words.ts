import type { Instant } from '../../../app/base/brand.ts';
import type {
  FieldProvenance,
  MetadataSource,
  RevisionRecord,
  SourceEncoding,
  SourceFormat,
} from '../../../app/record/records.ts';
import { locale } from '../article-list.ts';

const formats: Readonly<Record<SourceFormat, string>> = {
  text: 'plain text',
  markdown: 'Markdown',
  html: 'web page',
  mhtml: 'saved web page (MHTML)',
  pdf: 'PDF',
  docx: 'Word document (DOCX)',
  odt: 'text document (ODT)',
  rtf: 'RTF',
  epub: 'book (EPUB)',
  mail: 'mail',
  mailbox: 'mailbox',
  csv: 'table (CSV)',
  'json-lines': 'table (JSON lines)',
  zip: 'ZIP archive',
};

/** A format as people call it. */
export function formatName(format: SourceFormat): string {
  return formats[format];
}

const places: Readonly<Record<MetadataSource, string>> = {
  'linked-data': 'from the page’s linked data',
  'open-graph': 'from the page’s OpenGraph data',
  'dublin-core': 'from the page’s Dublin Core data',
  meta: 'from the page’s meta data',
  microdata: 'from marks in the page’s text',
  'front-matter': 'from the front matter',
  column: 'from the table’s column',
  'document-properties': 'from the document’s properties',
  'mail-header': 'from the mail’s head',
  page: 'read off the page',
  heading: 'from the main heading',
  byline: 'from the line with the author',
  dateline: 'from the dateline',
  text: 'from the text itself',
  'file-name': 'from the file’s name',
  'file-date': 'from the file’s date',
};

/** Where a fact came from, in words: "from the page’s linked data", "guessed from the file’s name". */
export function provenanceWords({ source, confidence }: FieldProvenance): string {
  const place = places[source];
  if (confidence === 'guessed') return `guessed ${place}`;
  return confidence === 'likely' ? `likely, ${place}` : place;
}

const bases: Readonly<Record<SourceEncoding['basis'], string>> = {
  'byte-order-mark': 'as its first bytes say',
  declared: 'as the file states',
  'valid-utf-8': 'as its bytes show',
  detected: 'by its letters',
  chosen: 'as chosen by hand',
};

/** How a file's bytes were read: "windows-1251 (a guess)", "utf-8, as its bytes show". */
export function encodingWords({ name, basis, confidence }: SourceEncoding): string {
  if (basis !== 'chosen' && confidence === 'guessed') return `${name} (a guess)`;
  return `${name}, ${bases[basis]}`;
}

/** What a revision was read from, in words; `null` for records of schema 1, which do not say it. */
export function sourceWords({ source }: RevisionRecord): string | null {
  if (source === undefined) return null;
  const file = source.part === undefined ? source.fileName : `${source.fileName}, ${source.part}`;
  return `${file} (${formatName(source.format)})`;
}

const instants = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

/** "12 May 2031, 09:14", in the zone of this computer. */
export function instantWords(instant: Instant): string {
  return instants.format(new Date(instant));
}
