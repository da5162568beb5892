import type { TextUnits } from '../compare/text-units.ts';

/** Raised whenever units are made otherwise than before; bytes of another version are not read. */
const unitsVersion = 2;

/**
 * Units as bytes, about 8 a word: version, count, hashes, flags, lengths, and starts as what lies between them. For keeping
 * them beside a text, so that an index is filled again without reading the texts.
 */
export function encodeUnits({ count, hashes, starts, lengths, flags }: TextUnits): Uint8Array {
  const bytes = new Uint8Array(8 + count * 15);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, unitsVersion, true);
  view.setUint32(4, count, true);
  let at = 8;
  for (let unit = 0; unit < count; unit += 1, at += 4) view.setUint32(at, hashes[unit] ?? 0, true);
  bytes.set(flags, at);
  at += count;
  let before = 0;
  for (let unit = 0; unit < count; unit += 1) {
    at = writeNumber(bytes, at, lengths[unit] ?? 0);
    // The starts of a number's words are the same: what lies between is never below zero.
    at = writeNumber(bytes, at, (starts[unit] ?? 0) - before);
    before = starts[unit] ?? 0;
  }
  return bytes.slice(0, at);
}

/** `null`: of another version, or damaged. Ends of units that reach beyond the text are the caller's to notice. */
export function decodeUnits(bytes: Uint8Array): TextUnits | null {
  if (bytes.length < 8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(4, true);
  if (view.getUint32(0, true) !== unitsVersion || bytes.length < 8 + count * 7) return null;
  const hashes = new Uint32Array(count);
  const starts = new Uint32Array(count);
  const lengths = new Uint16Array(count);
  let at = 8;
  for (let unit = 0; unit < count; unit += 1, at += 4) hashes[unit] = view.getUint32(at, true);
  const flags = bytes.slice(at, at + count);
  at += count;
  const readNumber = (): number => {
    let value = 0;
    for (let shift = 0; shift < 35 && at < bytes.length; shift += 7) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    return value >>> 0;
  };
  let before = 0;
  for (let unit = 0; unit < count; unit += 1) {
    lengths[unit] = readNumber();
    before += readNumber();
    starts[unit] = before;
  }
  return at === bytes.length ? { count, hashes, starts, lengths, flags } : null;
}

/** Seven bits a byte, the lowest first; the eighth says that more follow. */
function writeNumber(bytes: Uint8Array, start: number, number: number): number {
  let at = start;
  let rest = number;
  while (rest > 127) {
    bytes[at] = (rest & 127) | 128;
    rest >>>= 7;
    at += 1;
  }
  bytes[at] = rest;
  return at + 1;
}
