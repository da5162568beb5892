import { encodingLabel, isEncodingName } from '../../../app/article/encodings.ts';
import type { Result } from '../../../app/base/result.ts';
import { success } from '../../../app/base/result.ts';
import type { SourceEncoding } from '../../../app/record/records.ts';
import { codingOfMark } from './encoding/byte-order-mark.ts';
import { decodeAs } from './encoding/decode-as.ts';
import { type EncodingGuess, guessEncodings } from './encoding/guess-encoding.ts';
import { isHz } from './encoding/hz.ts';
import { wideCoding } from './encoding/wide-coding.ts';
import type { ParseFailureCode } from './parse-failure.ts';
import { parseFailure } from './parse-failure.ts';

/** What is known of a text's coding before it is looked at. */
export interface EncodingHints {
  /** By the analyst, as `app/article/encodings.ts` names it. Wins over everything. */
  readonly chosen: string | null;
  /** By the source itself. Counts if all bytes mean something in it. */
  readonly declared: string | null;
}

/** A text with how it was decoded. */
export interface DecodedText {
  /** Without a byte order mark; never blank. */
  readonly text: string;
  readonly encoding: SourceEncoding;
  /** For people, in sentences: that the coding is a guess, that bytes could not be read. */
  readonly remarks: readonly string[];
}

const noHints: EncodingHints = { chosen: null, declared: null };

const sampleLength = 65_536;

// A guess is likely when it explains the bytes some 400 times better than the next one that makes another text of them.
const likelyMargin = 6;

// More than one place in a hundred that can't be read is no damage but the wrong coding.
const mostFaults = 0.01;

/**
 * The characters of a file (rule T17). In this order: the analyst's choice; a byte order mark; UTF-16 or 32 by its
 * zeros; strict UTF-8; what the source declares, if it decodes without a fault; UTF-8 with a few damaged places;
 * letter statistics. A text with NUL or many other control characters is refused as not text.
 */
export function decodeText(
  bytes: Uint8Array,
  hints: EncodingHints = noHints,
): Result<DecodedText, ParseFailureCode> {
  if (bytes.length === 0) return parseFailure('empty');
  const { chosen, declared } = hints;
  if (chosen !== null) {
    if (!isEncodingName(chosen)) return parseFailure('encoding');
    return take(bytes, { name: chosen, basis: 'chosen', confidence: 'stated' });
  }
  const mark = codingOfMark(bytes);
  if (mark !== null) {
    return take(bytes, { name: mark.name, basis: 'byte-order-mark', confidence: 'stated' });
  }
  const wide = wideCoding(bytes);
  if (wide !== null) return take(bytes, { name: wide, basis: 'detected', confidence: 'likely' });
  const sample = bytes.subarray(0, sampleLength);
  if (sample.includes(0)) return parseFailure('binary');
  if (isIso2022Jp(sample)) {
    return take(bytes, { name: 'iso-2022-jp', basis: 'detected', confidence: 'likely' });
  }
  if (isHz(sample)) {
    return take(bytes, { name: 'hz-gb-2312', basis: 'detected', confidence: 'likely' });
  }
  const strict = strictUtf8(bytes);
  if (strict !== null) {
    const encoding = { name: 'utf-8', basis: 'valid-utf-8', confidence: 'stated' } as const;
    return strict.trim() === ''
      ? parseFailure('empty')
      : success({ text: strict, encoding, remarks: [] });
  }
  if (looksBinary(sample)) return parseFailure('binary');
  if (declared !== null && declared !== 'utf-8') {
    const decoded = decodeAs(bytes, declared);
    if (decoded.faults === 0) {
      return take(bytes, { name: declared, basis: 'declared', confidence: 'stated' });
    }
  }
  if (isDamagedUtf8(bytes)) {
    return take(bytes, { name: 'utf-8', basis: 'detected', confidence: 'likely' });
  }
  return takeGuess(bytes, guessEncodings(bytes));
}

/** Decodes by a coding that is settled; what can't be read becomes U+FFFD, and a remark says so. */
function take(bytes: Uint8Array, encoding: SourceEncoding): Result<DecodedText, ParseFailureCode> {
  const { text, faults } = decodeAs(bytes, encoding.name);
  const plain = text.replace(/^\ufeff/, '');
  if (plain.trim() === '') return parseFailure('empty');
  return success({ text: plain, encoding, remarks: faultRemarks(encoding.name, faults) });
}

/** Takes the best guess under which all bytes can be read, or nearly all. */
function takeGuess(
  bytes: Uint8Array,
  guesses: readonly EncodingGuess[],
): Result<DecodedText, ParseFailureCode> {
  const tried = guesses.slice(0, 4).map((guess) => ({ guess, ...decodeAs(bytes, guess.name) }));
  const best = tried.find(({ faults }) => faults === 0) ?? tried[0];
  if (best === undefined || best.faults > best.text.length * mostFaults) {
    return parseFailure('not-utf-8');
  }
  const { guess, text, faults } = best;
  const isLikely = guess === guesses[0] && guess.margin >= likelyMargin && faults === 0;
  const encoding: SourceEncoding = {
    name: guess.name,
    basis: 'detected',
    confidence: isLikely ? 'likely' : 'guessed',
  };
  const remark = `Read as ${encodingLabel(guess.name)}, which is a guess. If letters look wrong, choose another encoding.`;
  const remarks = [...(isLikely ? [] : [remark]), ...faultRemarks(guess.name, faults)];
  return text.trim() === '' ? parseFailure('empty') : success({ text, encoding, remarks });
}

function faultRemarks(name: string, faults: number): string[] {
  if (faults === 0) return [];
  const places = faults === 1 ? 'One place' : `${faults} places`;
  return [
    `${places} could not be read as ${encodingLabel(name)} and ${faults === 1 ? 'is' : 'are'} shown as “\ufffd”.`,
  ];
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // What Node throws for a malformed sequence; anything else is a bug.
    if (!(error instanceof TypeError)) throw error;
    return null;
  }
}

/**
 * Whether a text is UTF-8 with some bytes lost, as a cut download or a careless program leaves it: other codings hold
 * hardly any sequence that is well-formed UTF-8, so ten such for each that is not settle it.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleLength * 4);
  const { text, faults } = decodeAs(sample, 'utf-8');
  let beyondAscii = 0;
  for (const character of text)
    if (character > '\u007f' && character !== '\ufffd') beyondAscii += 1;
  return beyondAscii >= faults * 10;
}

/** Seven bits to the byte, so that it is valid UTF-8, too; its escapes are in no other text. */
function isIso2022Jp(sample: Uint8Array): boolean {
  if (!sample.includes(0x1b)) return false;
  const text = Buffer.from(sample.buffer, sample.byteOffset, sample.length).toString('latin1');
  return /\x1b\$[@B]/.test(text) && /\x1b\([BJ]/.test(text);
}

/** Control characters are rare in any text, in whatever coding, and common in everything else. */
function looksBinary(sample: Uint8Array): boolean {
  let controls = 0;
  for (const byte of sample) {
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1b)) controls += 1;
  }
  return controls * 50 > sample.length;
}
