import { decodeWords } from 'postal-mime';
import { decodeTransfer } from './decode-transfer.ts';
import { type HeaderField, headerValue, readHeaderFields } from './header-fields.ts';
import { type ParameterisedValue, readParameters } from './header-parameters.ts';

/** A message or a part of one (RFC 2045): its header and either its parts or its bytes. */
export interface MimePart {
  readonly fields: readonly HeaderField[];
  /** `text/plain` if none is stated. In lower case. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly disposition: ParameterisedValue;
  /** Of a multipart; empty otherwise. */
  readonly parts: readonly MimePart[];
  /** The content as it was before it was coded for sending. Empty for a multipart. Decodes anew at each call. */
  content(): Uint8Array;
}

// No program makes more; what does is made to do harm.
const deepest = 30;
const mostParts = 10_000;

/**
 * Takes a message apart. Never fails: what is no MIME is one part of plain text. Time in proportion to the size, times
 * the depth, which is limited. (postal-mime, whose readers of names and addresses are used here, gives neither the bytes
 * of a text, which finding its coding needs, nor where a part of a saved page came from.)
 */
export function readMime(bytes: Uint8Array): MimePart {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return readPart(source, 0, { left: mostParts });
}

/** The value of the first header field of a name, with encoded words read; `null` if there is none. */
export function partHeader(part: MimePart, name: string): string | null {
  const value = headerValue(part.fields, name);
  return value === null ? null : decodeWords(value);
}

/** The name that an attached file has; `null` if it has none. */
export function attachmentName(part: MimePart): string | null {
  const name = part.disposition.parameters.get('filename') ?? part.parameters.get('name');
  return name === undefined ? null : decodeWords(name);
}

function readPart(source: string, depth: number, budget: { left: number }): MimePart {
  budget.left -= 1;
  const { fields, bodyStart } = readHeaderFields(source);
  const { value: type, parameters } = readParameters(headerValue(fields, 'content-type') ?? '');
  const disposition = readParameters(headerValue(fields, 'content-disposition') ?? '');
  const boundary = parameters.get('boundary');
  const isMultipart = type.startsWith('multipart/') && boundary !== undefined && boundary !== '';
  const parts: MimePart[] = [];
  if (isMultipart && depth < deepest) {
    for (const [start, end] of partRanges(source, bodyStart, boundary)) {
      if (budget.left <= 0) break;
      parts.push(readPart(source.slice(start, end), depth + 1, budget));
    }
  }
  const coding = (headerValue(fields, 'content-transfer-encoding') ?? '').trim().toLowerCase();
  return {
    fields,
    type: type === '' || !type.includes('/') ? 'text/plain' : type,
    parameters,
    disposition,
    parts,
    content: () =>
      parts.length > 0 ? new Uint8Array() : decodeTransfer(source.slice(bodyStart), coding),
  };
}

/** Where the parts between the lines of a boundary are; the last may lack its end. */
function* partRanges(
  source: string,
  from: number,
  boundary: string,
): Generator<readonly [number, number]> {
  const delimiter = `--${boundary}`;
  let start = -1;
  let at = source.indexOf(delimiter, from);
  for (; at !== -1; at = source.indexOf(delimiter, at + delimiter.length)) {
    const isLineStart = at === 0 || source[at - 1] === '\n';
    const lineEnd = source.indexOf('\n', at);
    const rest = source.slice(at + delimiter.length, lineEnd === -1 ? undefined : lineEnd);
    const isLast = /^--\s*$/.test(rest);
    if (!isLineStart || !(isLast || /^[ \t\r]*$/.test(rest))) continue;
    if (start !== -1) yield [start, beforeLineEnd(source, Math.max(start, at))];
    start = -1;
    if (isLast || lineEnd === -1) return;
    start = lineEnd + 1;
  }
  if (start !== -1) yield [start, source.length];
}

/** The line end before a boundary belongs to the boundary. */
function beforeLineEnd(source: string, end: number): number {
  if (source[end - 1] !== '\n') return end;
  return source[end - 2] === '\r' ? end - 2 : end - 1;
}
