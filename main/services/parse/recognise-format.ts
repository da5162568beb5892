import type { Result } from '../../../app/base/result.ts';
import { success } from '../../../app/base/result.ts';
import type { SourceFormat } from '../../../app/record/records.ts';
import { decodeSample } from './encoding/decode-sample.ts';
import { type Format, fileEnding, formatOfName } from './formats.ts';
import { type ParseFailureCode, parseFailure } from './parse-failure.ts';
import { formatOfArchive } from './zip/format-of-archive.ts';

/** What a file is. */
export interface RecognisedFormat {
  readonly format: SourceFormat;
  /** For people: that it is not what its name says; `null`: it is. */
  readonly remark: string | null;
}

/** For people, with its article. */
const formatNames: Readonly<Record<SourceFormat, string>> = {
  text: 'plain text',
  markdown: 'Markdown',
  html: 'a web page',
  mhtml: 'a web archive (MHTML)',
  pdf: 'a PDF',
  docx: 'a Word document',
  odt: 'an OpenDocument text',
  rtf: 'a rich text file (RTF)',
  epub: 'an EPUB',
  mail: 'a mail',
  mailbox: 'a mailbox',
  csv: 'a table',
  'json-lines': 'a table in JSON',
  zip: 'a ZIP archive',
};

// The container of old word processors' and Outlook's files.
const oldOffice = '\xd0\xcf\x11\xe0';
const zipSignatures = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

// Pictures, films, sound, programs, databases, packed files.
const binarySignatures = [
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'RIFF',
  'OggS',
  'ID3',
  '\x1f\x8b',
  'BZh',
  '7z\xbc\xaf',
  'Rar!',
  '\xfd7zXZ',
  '\x7fELF',
  'SQLite format 3',
];

/**
 * What a file is: by its first bytes, then by how its text begins, then by the ending of its name. A file without an
 * ending that begins like nothing else is plain text; one with an ending that is not known is refused.
 */
export async function recogniseFormat(
  fileName: string,
  bytes: Uint8Array,
): Promise<Result<RecognisedFormat, ParseFailureCode>> {
  if (bytes.length === 0) return parseFailure('empty');
  const named = formatOfName(fileName);
  const beginning = latin1(bytes.subarray(0, 1_024));
  if (/^\s*%PDF-/.test(beginning)) return recognised('pdf', named, fileName);
  if (beginning.startsWith('{\\rtf')) return recognised('rtf', named, fileName);
  if (zipSignatures.some((signature) => beginning.startsWith(signature))) {
    const format = await formatOfArchive(bytes, named?.format ?? null);
    return format === null ? parseFailure('unsupported') : recognised(format, named, fileName);
  }
  if (beginning.startsWith(oldOffice)) {
    // What a password makes of a DOCX has the same beginning; its reader tells the two apart.
    if (named?.format === 'docx') return success({ format: 'docx', remark: null });
    return parseFailure(fileEnding(fileName) === 'msg' ? 'outlook' : 'old-format');
  }
  if (binarySignatures.some((signature) => beginning.startsWith(signature))) {
    return parseFailure(named === null && fileEnding(fileName) !== '' ? 'unsupported' : 'binary');
  }
  const format = formatOfText(decodeSample(bytes), named?.format ?? null, fileEnding(fileName));
  return format === null ? parseFailure('unsupported') : recognised(format, named, fileName);
}

function recognised(
  format: SourceFormat,
  named: Format | null,
  fileName: string,
): Result<RecognisedFormat, ParseFailureCode> {
  if (named?.format === format) return success({ format, remark: null });
  const ending = fileEnding(fileName);
  const remark =
    ending === ''
      ? null
      : `Its name ends in .${ending}, but it is ${formatNames[format]} and was read as one.`;
  return success({ format, remark });
}

// A byte order mark behind the one that was taken off marks a pasted text (`storePasted`): it is none.
const pageBeginning =
  /^(?!\ufeff)\s*(?:<\?xml\b[^>]{0,200}>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html)\b/i;
const mailHeader =
  /^(?:from|to|cc|subject|date|received|return-path|message-id|mime-version|delivered-to|x-[\w-]+|content-type|dkim-signature|reply-to|sender|list-id|snapshot-content-location): ?/i;
const mailboxBeginning = /^From \S.{0,200}\d{4}[^\n]{0,20}\r?\n(?:>?[\w-]+:)/;

/** What a text is by the way it begins; `named` where that says nothing; `null` if it is not known. */
function formatOfText(
  sample: string,
  named: SourceFormat | null,
  ending: string,
): SourceFormat | null {
  const isNameless = named === null;
  if (pageBeginning.test(sample) && named !== 'html' && named !== 'markdown') return 'html';
  const isMail = beginsLikeMail(sample);
  if (isMail && (isNameless || named === 'html' || named === 'mhtml' || named === 'mail')) {
    if (named === 'mhtml' || isWebArchive(sample)) return 'mhtml';
    if (named !== 'html') return 'mail';
  }
  if (mailboxBeginning.test(sample) && (isNameless || named === 'mail')) return 'mailbox';
  if (ending === '' && isNameless) return /^\s*\{"/.test(sample) ? 'json-lines' : 'text';
  return named;
}

function beginsLikeMail(sample: string): boolean {
  if (!/^(?:[!-9;-~]+:|>?From )/.test(sample)) return false;
  const lines = sample.split(/\r?\n/, 40);
  const end = lines.indexOf('');
  const head = lines.slice(0, end === -1 ? lines.length : end);
  const known = head.filter((line) => mailHeader.test(line)).length;
  return known >= 2 && head.every((line) => /^(?:\s+\S|[!-9;-~]+:|>?From )/.test(line));
}

/** A page saved as one file, and not a mail with pictures in it: the programs that save pages say so. */
function isWebArchive(sample: string): boolean {
  const head = sample.split(/\r?\n\r?\n/, 1)[0] ?? '';
  return (
    /multipart\/related|content-type: text\/html/i.test(head) &&
    /^(?:snapshot-content-location:|from: .{0,5}saved by|x-unmht-)/im.test(head)
  );
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
