import { crc32, inflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import yauzl from 'yauzl';
import type { Instant } from '../../../../app/base/brand.ts';
import { type Result, success } from '../../../../app/base/result.ts';
import type { ParseFailureCode } from '../parse-failure.ts';
import { parseFailure } from '../parse-failure.ts';

/** How much may come out of an archive, so that a small file cannot fill memory. */
export interface UnzipLimits {
  /** Most files. */
  readonly entries: number;
  /** Most bytes unpacked, all read files together. */
  readonly bytes: number;
  /** Most unpacked bytes for each byte of the archive, all read files together. Counts from `ratioFrom` on. */
  readonly ratio: number;
  /** Unpacked bytes that are harmless whatever the ratio. */
  readonly ratioFrom: number;
}

/**
 * Limits for documents and for archives of articles: text shrinks 3 to 10 times, the markup of a long table 100 times,
 * and only what was made to fill memory 1,000 times. 512 MB leave a worker of 1 GB room to read what came out.
 */
export const usualUnzipLimits: UnzipLimits = {
  entries: 100_000,
  bytes: 512 * 1024 * 1024,
  ratio: 250,
  ratioFrom: 32 * 1024 * 1024,
};

/** A file in an archive; folders are left out. */
export interface UnzippedEntry {
  /** With `/` between names, never absolute, without `.` and `..`: can be joined to a folder without leaving it. */
  readonly path: string;
  /** What the archive says is its unpacked size, in bytes; not to be trusted before `read` has answered. */
  readonly size: number;
  /** When it was last changed, as the archive says; where that gives no zone, its wall clock is taken as UTC. */
  readonly modifiedAt: Instant | null;
  /** Unpacks it, anew each time. Fails as `encrypted`, `broken-archive`, `compression` or `unpacks-too-large`. */
  read(): Promise<Result<Uint8Array, ParseFailureCode>>;
}

/**
 * The files of a ZIP archive in the order of its directory, unpacked when read. What is wrong with the archive itself is
 * the last that is yielded, after the files found until then. Keeps no timer, stream or thread alive. Names are UTF-8
 * where the archive says so or where they are valid UTF-8 (macOS says nothing), else the standard's code page 437.
 */
export async function* unzipEntries(
  bytes: Uint8Array,
  limits: UnzipLimits = usualUnzipLimits,
): AsyncGenerator<Result<UnzippedEntry, ParseFailureCode>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const allowance = {
    left: Math.min(limits.bytes, Math.max(limits.ratioFrom, bytes.length * limits.ratio)),
  };
  let count = 0;
  try {
    // Names are checked here and not by yauzl, which gives up the whole archive for one that starts with `/`.
    const zip = await yauzl.fromBufferPromise(buffer, { decodeStrings: false });
    for await (const entry of zip.eachEntry()) {
      count += 1;
      if (count > limits.entries) {
        yield parseFailure('unpacks-too-large');
        return;
      }
      const path = entryPath(entry);
      if (path === null) continue;
      const read = () => readEntry(zip, entry, buffer, allowance);
      yield success({
        path,
        size: entry.uncompressedSize,
        modifiedAt: entryDate(entry),
        read,
      });
    }
  } catch (error) {
    yield brokenUnlessBug(error);
  }
}

/** `null` for what is no date: a month of 0, a year before 1980, which is how no date is written. */
function entryDate(entry: yauzl.Entry): Instant | null {
  const date = entry.getLastModDate({ timezone: 'UTC' });
  const isDate = entry.lastModFileDate !== 0 && !Number.isNaN(date.getTime());
  return isDate && date.getUTCFullYear() > 1980 ? (date.toISOString() as Instant) : null;
}

/** yauzl and zlib tell of broken archives by plain errors; whatever else is thrown is a bug. */
function brokenUnlessBug(error: unknown): ReturnType<typeof parseFailure> {
  const isBug =
    !(error instanceof Error) ||
    error instanceof TypeError ||
    error instanceof ReferenceError ||
    error instanceof SyntaxError;
  if (isBug) throw error;
  return parseFailure(/strong encryption/.test(error.message) ? 'encrypted' : 'broken-archive');
}

async function readEntry(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  archive: Buffer,
  allowance: { left: number },
): Promise<Result<Uint8Array, ParseFailureCode>> {
  if (entry.isEncrypted()) return parseFailure('encrypted');
  const { compressionMethod, compressedSize, uncompressedSize } = entry;
  if (compressionMethod !== 0 && compressionMethod !== 8) return parseFailure('compression');
  if (uncompressedSize > allowance.left) return parseFailure('unpacks-too-large');
  let content: Buffer;
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = archive.subarray(fileDataStart, fileDataStart + compressedSize);
    // Unpacked by hand from memory: yauzl's streams neither check the sum nor end a thread's work when given up.
    content =
      compressionMethod === 0
        ? packed
        : inflateRawSync(packed, { maxOutputLength: Math.max(1, uncompressedSize) });
  } catch (error) {
    return brokenUnlessBug(error);
  }
  allowance.left -= content.length;
  const whole = content.length === uncompressedSize && crc32(content) === entry.crc32;
  return whole ? success(content) : parseFailure('broken-archive');
}

/** The path to show and to join; `null` for a folder and for a name of which nothing is left. */
function entryPath(entry: yauzl.Entry): string | null {
  const name = entryName(entry).replaceAll('\\', '/');
  if (name.endsWith('/')) return null;
  const parts = name.replace(/^[a-z]:/i, '').split('/');
  return parts.filter((part) => !/^\.{0,2}$/.test(part)).join('/') || null;
}

const utf8Flag = 0x800;
const unicodePathField = 0x7075;

function entryName(entry: yauzl.Entry): string {
  const { generalPurposeBitFlag: flags, fileNameRaw: raw, extraFields } = entry;
  if ((flags & utf8Flag) !== 0 || extraFields.some(({ id }) => id === unicodePathField)) {
    return yauzl.getFileNameLowLevel(flags, raw, extraFields, false);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return iconv.decode(raw, 'cp437');
  }
}
