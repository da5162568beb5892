import iconv from 'iconv-lite';
import { isEncodingName } from '../../../../app/article/encodings.ts';
import { decodeHz } from './hz.ts';

/** A text with what could not be read of it. */
export interface DecodedBytes {
  /** Without a byte order mark. */
  readonly text: string;
  /** How many places hold bytes that mean nothing in this coding; U+FFFD stands there. */
  readonly faults: number;
}

/**
 * Bytes as characters of a coding that `app/article/encodings.ts` names. Tables are iconv-lite's, the same in every
 * runtime: Node's TextDecoder takes windows-1252 for ISO 8859-1 in some versions (nodejs/node#56542) and depends on what
 * was built in. In a table's gaps stands U+FFFD, too.
 */
export function decodeAs(bytes: Uint8Array, name: string): DecodedBytes {
  if (name === 'hz-gb-2312') {
    const text = decodeHz(bytes);
    return { text, faults: faultsIn(text) };
  }
  // Not in iconv-lite; and UTF, where Node's own is many times as quick and right in all versions.
  const text =
    name === 'iso-2022-jp' || name === 'utf-8' || name === 'utf-16le' || name === 'utf-16be'
      ? new TextDecoder(name).decode(bytes)
      : iconv.decode(viewOf(bytes), iconvName(name));
  return { text, faults: name === 'gb18030' ? gbFaults(text) : faultsIn(text) };
}

/** The same view of the same bytes, as iconv-lite wants it. */
function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function iconvName(name: string): string {
  return name === 'x-mac-cyrillic' ? 'maccyrillic' : name === 'euc-kr' ? 'cp949' : name;
}

function faultsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) count += 1;
  return count;
}

/** Two-byte codes of GB18030 that nobody uses are in the private area. */
function gbFaults(text: string): number {
  return faultsIn(text) + (text.match(/[\ue000-\uf8ff]/g)?.length ?? 0);
}

/**
 * The coding that a label stands for in the Encoding Standard (`latin1`, `GBK`, `x-sjis`), as `app/article/encodings.ts`
 * names it; `null` for a label that is not known.
 */
export function encodingOfLabel(label: string): string | null {
  const plain = label.trim().toLowerCase();
  if (/^utf-?32(?:le|be)$/.test(plain)) return plain.replace(/^utf-?/, 'utf-');
  if (plain === 'hz-gb-2312' || plain === 'hz') return 'hz-gb-2312';
  let name: string;
  try {
    name = new TextDecoder(plain).encoding;
  } catch (error) {
    // What it throws for a label that it does not know.
    if (!(error instanceof RangeError)) throw error;
    name = plain;
  }
  const known = sameAs.get(name) ?? name;
  return isEncodingName(known) ? known : null;
}

const sameAs: ReadonlyMap<string, string> = new Map([
  ['gbk', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['iso-8859-1', 'windows-1252'],
  ['us-ascii', 'windows-1252'],
  ['iso-8859-9', 'windows-1254'],
  ['iso-8859-11', 'windows-874'],
  ['iso-8859-8-i', 'iso-8859-8'],
  ['utf-16', 'utf-16le'],
  ['x-mac-roman', 'macintosh'],
]);
