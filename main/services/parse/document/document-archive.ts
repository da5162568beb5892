import { type Result, success } from '../../../../app/base/result.ts';
import { type ParseFailureCode, parseFailure } from '../parse-failure.ts';
import { type UnzippedEntry, unzipEntries } from '../zip/unzip.ts';
import { readXml, type XmlHandler } from './xml-events.ts';

const oldOfficeSignature = [0xd0, 0xcf, 0x11, 0xe0];
const zipSignature = [0x50, 0x4b];

/** A document that is a ZIP archive of parts: DOCX, ODT, EPUB. */
export class DocumentArchive {
  readonly #entries: ReadonlyMap<string, UnzippedEntry>;

  private constructor(entries: ReadonlyMap<string, UnzippedEntry>) {
    this.#entries = entries;
  }

  /** Lists the parts; none is unpacked yet. What Word encrypts is no archive any more and fails as `encrypted`. */
  static async open(bytes: Uint8Array): Promise<Result<DocumentArchive, ParseFailureCode>> {
    if (beginsWith(bytes, oldOfficeSignature)) {
      const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
        Buffer.from('EncryptedPackage', 'utf16le'),
      );
      return parseFailure(isEncrypted ? 'encrypted' : 'old-format');
    }
    if (!beginsWith(bytes, zipSignature)) return parseFailure('other-format');
    const entries = new Map<string, UnzippedEntry>();
    for await (const entry of unzipEntries(bytes)) {
      if (!entry.ok) return entry;
      entries.set(entry.value.path, entry.value);
    }
    return success(new DocumentArchive(entries));
  }

  has(path: string): boolean {
    return this.#entries.has(path);
  }

  /** A part's bytes; `broken-document` if it is not there. */
  async read(path: string): Promise<Result<Uint8Array, ParseFailureCode>> {
    return (await this.#entries.get(path)?.read()) ?? parseFailure('broken-document');
  }

  /** Reads a part's XML; see `readXml`. `broken-document` if it is not there. */
  async readXml(path: string, handler: XmlHandler): Promise<Result<null, ParseFailureCode>> {
    const bytes = await this.read(path);
    return bytes.ok ? readXml(bytes.value, handler) : bytes;
  }
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
