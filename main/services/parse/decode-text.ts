import type { Result } from '../../../app/base/result.ts';
import { success } from '../../../app/base/result.ts';
import type { ParseFailureCode } from './parse-failure.ts';
import { parseFailure } from './parse-failure.ts';

// How other formats begin that are taken for text by their name, or hold little else than ASCII.
const signatures = [
  '%PDF-',
  'PK\x03\x04',
  '{\\rtf',
  '\xd0\xcf\x11\xe0',
  '\x1f\x8b',
  '\x89PNG',
  '\xff\xd8\xff',
];

const sampleLength = 65_536;

/**
 * The characters of a file in UTF-8, without a byte order mark. Strict: a byte that is no UTF-8 refuses the whole file,
 * since a text with a letter replaced is not what the source says.
 */
export function decodeText(bytes: Uint8Array): Result<string, ParseFailureCode> {
  if (bytes.length === 0) return parseFailure('empty');
  const sample = bytes.subarray(0, sampleLength);
  const beginning = String.fromCharCode(...bytes.subarray(0, 8));
  if (/^(?:\xff\xfe|\xfe\xff)/.test(beginning)) return parseFailure('utf-16');
  if (signatures.some((signature) => beginning.startsWith(signature)))
    return parseFailure('binary');
  const coding = guessCoding(sample);
  if (coding !== null) return parseFailure(coding);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // What Node throws for a malformed sequence; anything else is a bug.
    if (!(error instanceof TypeError)) throw error;
    return parseFailure(looksBinary(sample) ? 'binary' : 'not-utf-8');
  }
  return text.trim() === '' ? parseFailure('empty') : success(text);
}

/** A NUL is in no text but in UTF-16, where every second byte of ASCII is one. */
function guessCoding(sample: Uint8Array): 'utf-16' | 'binary' | null {
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even + odd === 0) return null;
  const half = sample.length / 2;
  const oneSided = Math.min(even, odd) * 10 <= Math.max(even, odd);
  return oneSided && Math.max(even, odd) * 2 >= half ? 'utf-16' : 'binary';
}

/** Control characters are rare in any text, in whatever coding, and common in everything else. */
function looksBinary(sample: Uint8Array): boolean {
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32)) controls += 1;
  return controls * 50 > sample.length;
}
