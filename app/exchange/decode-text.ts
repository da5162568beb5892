import { strFromU8 } from 'fflate';

const pieceLength = 32_768;

/** What Windows-1252 has where Latin-1 has control characters; where it has nothing, that of Latin-1. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** So many bytes tell UTF-16 without its mark. */
const looked = 512;

/**
 * The text of a file of another program: UTF-16 (where its byte order mark is missing, by its zeros), else UTF-8, else
 * Windows-1252, which holds any bytes: then `isSound` is false. The mark is kept, since positions may count it. Linear.
 */
export function decodeText(bytes: Uint8Array): {
  readonly text: string;
  readonly isSound: boolean;
} {
  const wide = utf16Text(bytes);
  if (wide !== null) return { text: wide, isSound: true };
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { text: decoder.decode(bytes), isSound: true };
  } catch {
    // It is no UTF-8.
  }
  // Not the decoder of that name: some releases of Node take it for Latin-1.
  const text = strFromU8(bytes, true).replace(
    /[\u0080-\u009f]/g,
    (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign,
  );
  return { text, isSound: false };
}

/** The text of bytes that are UTF-16, with its byte order mark; `null`: they are not. */
export function utf16Text(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return fromUnits(bytes, 0, 1);
  if (first === 0xfe && second === 0xff) return fromUnits(bytes, 1, 0);
  const order = orderByZeros(bytes);
  return order === null ? null : fromUnits(bytes, order[0], order[1]);
}

/** Where the lower and the higher byte of a unit are, if every second byte at the beginning is mostly zero, the others never. */
function orderByZeros(bytes: Uint8Array): [0, 1] | [1, 0] | null {
  const zeros = [0, 0];
  const end = Math.min(bytes.length, looked) & ~1;
  if (end < 8) return null;
  for (let at = 0; at < end; at += 1) if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = end / 2;
  if (even === 0 && odd > most * 0.7) return [0, 1];
  return odd === 0 && even > most * 0.7 ? [1, 0] : null;
}

/** @param low where the lower byte of each unit is, 0 or 1, and `high` the other */
function fromUnits(bytes: Uint8Array, low: 0 | 1, high: 0 | 1): string {
  const pieces: string[] = [];
  let units: number[] = [];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    units.push((bytes[at + low] ?? 0) | ((bytes[at + high] ?? 0) << 8));
    if (units.length === pieceLength) {
      pieces.push(String.fromCharCode(...units));
      units = [];
    }
  }
  pieces.push(String.fromCharCode(...units));
  return pieces.join('');
}
