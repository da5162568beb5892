import { crc32 } from 'node:zlib';
import type { Change, JournalEntry } from '../../../app/record/change.ts';
import { journalEntrySchema } from '../../../app/schema/change-schema.ts';

/** What a line of a journal file turned out to be. */
export type DecodedLine =
  | { readonly kind: 'entry'; readonly entry: JournalEntry }
  /** Written whole, but not as this version writes: from a newer program, or made by hand. */
  | { readonly kind: 'strange'; readonly sequence: number }
  | { readonly kind: 'damaged' };

const damaged: DecodedLine = { kind: 'damaged' };
const tail = /^,"crc":"([0-9a-f]{8})"\}$/;
const tailLength = ',"crc":"00000000"}'.length;
const head = /^\{"sequence":(\d{1,15}),/;

/** A journal entry as one line with its line feed: JSON with the CRC-32 of all its bytes before `,"crc"`. */
function encodeLine(sequence: number, change: Change): Buffer {
  const start = Buffer.from(`{"sequence":${sequence},"change":${JSON.stringify(change)}`);
  const checksum = crc32(start).toString(16).padStart(8, '0');
  return Buffer.concat([start, Buffer.from(`,"crc":"${checksum}"}\n`)]);
}

/** How many states of records are written before others get their turn. */
const sliceSize = 400;

/**
 * `encodeLine` for a change of any size: one of many records is turned into text in slices, so that it holds up nothing
 * else meanwhile.
 */
export async function encodeAnyLine(sequence: number, change: Change): Promise<Buffer> {
  const size = Object.values(change.diff).reduce((sum, list) => sum + list.length, 0);
  if (size <= sliceSize) return encodeLine(sequence, change);
  const { diff, ...about } = change;
  const parts: Buffer[] = [];
  let checksum = 0;
  const put = (text: string): void => {
    const bytes = Buffer.from(text);
    checksum = crc32(bytes, checksum);
    parts.push(bytes);
  };
  put(`{"sequence":${sequence},"change":${JSON.stringify(about).slice(0, -1)},"diff":{`);
  for (const [index, name] of (['added', 'updated', 'removed'] as const).entries()) {
    put(`${index === 0 ? '' : ','}"${name}":[`);
    const list = diff[name];
    for (let start = 0; start < list.length; start += sliceSize) {
      const text = JSON.stringify(list.slice(start, start + sliceSize));
      put((start === 0 ? '' : ',') + text.slice(1, -1));
      await new Promise((resolve) => setImmediate(resolve));
    }
    put(']');
  }
  put('}}');
  parts.push(Buffer.from(`,"crc":"${checksum.toString(16).padStart(8, '0')}"}\n`));
  return Buffer.concat(parts);
}

/** Reads a line back. Never throws: a line that is not whole is `damaged`. `bytes` is without the line feed. */
export function decodeLine(bytes: Buffer): DecodedLine {
  const start = bytes.length - tailLength;
  if (start < 0) return damaged;
  const checksum = tail.exec(bytes.toString('latin1', start))?.[1];
  if (checksum === undefined) return damaged;
  if (crc32(bytes.subarray(0, start)) !== Number.parseInt(checksum, 16)) return damaged;
  const sequence = lineSequence(bytes);
  if (sequence === null) return damaged;
  try {
    const { crc, ...value } = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
    const entry = journalEntrySchema.safeParse(value);
    return entry.success ? { kind: 'entry', entry: entry.data } : { kind: 'strange', sequence };
  } catch {
    return { kind: 'strange', sequence };
  }
}

/** The sequence number a line begins with, or `null`. Does not check the line. */
export function lineSequence(bytes: Buffer): number | null {
  const digits = head.exec(bytes.toString('latin1', 0, 32))?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Checks one line whose bytes come in pieces, without keeping it. */
export class LineCheck {
  #checksum = 0;
  #length = 0;
  #start = Buffer.alloc(0);
  /** The last bytes so far, which may be the checksum's. */
  #held = Buffer.alloc(0);

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** The piece may be used for something else afterwards. */
  add(piece: Buffer): void {
    if (piece.length === 0) return;
    if (this.#start.length < 32) {
      this.#start = Buffer.concat([this.#start, piece.subarray(0, 32 - this.#start.length)]);
    }
    this.#length += piece.length;
    if (piece.length < tailLength) {
      this.#hold(Buffer.concat([this.#held, piece]));
      return;
    }
    // Without a copy of the piece, which may be a megabyte.
    this.#checksum = crc32(this.#held, this.#checksum);
    this.#hold(piece);
  }

  /** Takes all but the last bytes into the checksum. */
  #hold(bytes: Buffer): void {
    const end = Math.max(0, bytes.length - tailLength);
    this.#checksum = crc32(bytes.subarray(0, end), this.#checksum);
    this.#held = Buffer.from(bytes.subarray(end));
  }

  /** The sequence number of the line; `null` if its bytes are not those that were written. */
  end(): number | null {
    const written = tail.exec(this.#held.toString('latin1'))?.[1];
    if (written === undefined || Number.parseInt(written, 16) !== this.#checksum) return null;
    return lineSequence(this.#start);
  }
}
