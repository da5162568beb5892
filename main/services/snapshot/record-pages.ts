import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ProjectRecord } from '../../../app/record/records.ts';

const pageLength = 64 * 1024;
/** Some 8 MB of pages are kept unpacked: records are mostly asked for in the order in which they came. */
const mostUnpacked = 128;

/**
 * Records as packed JSON, outside the heap: some tenth of what they take as objects. What is put in stays. Cost of a record
 * that is asked for: reading its JSON, and unpacking 64 KB if its page was not asked for lately.
 */
export class RecordPages {
  readonly #packed: Buffer[] = [];
  readonly #lengths: number[] = [];
  readonly #unpacked = new Map<number, Buffer>();
  /** Where each record stands: its page, and its first and last byte there. */
  readonly #pages: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** The page that is being filled, in memory that serves each of them in turn. */
  #open = Buffer.allocUnsafeSlow(2 * pageLength);
  #openLength = 0;

  /** Answers with the place of the record, which `at` takes. */
  put(record: ProjectRecord): number {
    const json = JSON.stringify(record);
    const length = Buffer.byteLength(json, 'utf8');
    if (this.#openLength + length > this.#open.length) {
      if (this.#openLength > 0) this.#close();
      if (length > this.#open.length) this.#open = Buffer.allocUnsafeSlow(length);
    }
    this.#pages.push(this.#packed.length);
    this.#starts.push(this.#openLength);
    this.#openLength += this.#open.write(json, this.#openLength, 'utf8');
    this.#ends.push(this.#openLength);
    if (this.#openLength >= pageLength) this.#close();
    return this.#pages.length - 1;
  }

  /** The record at a place. Throws for a place that `put` never gave. */
  at(place: number): ProjectRecord {
    return JSON.parse(this.jsonAt(place).toString('utf8')) as ProjectRecord;
  }

  /** Its JSON in UTF-8, for reading at once: the bytes are those of its page. Throws as `at` does. */
  jsonAt(place: number): Buffer {
    const page = this.#pages[place];
    if (page === undefined) throw new RangeError(`There is no record at ${place}.`);
    if (page === this.#packed.length) this.#close();
    return this.#page(page).subarray(this.#starts[place], this.#ends[place]);
  }

  #close(): void {
    this.#packed.push(deflateRawSync(this.#open.subarray(0, this.#openLength), { level: 1 }));
    this.#lengths.push(this.#openLength);
    this.#openLength = 0;
    // One large record does not keep its memory for all that come after.
    if (this.#open.length > 2 * pageLength) this.#open = Buffer.allocUnsafeSlow(2 * pageLength);
  }

  #page(page: number): Buffer {
    const known = this.#unpacked.get(page);
    if (known !== undefined) {
      // The one asked for last is let go of last.
      this.#unpacked.delete(page);
      this.#unpacked.set(page, known);
      return known;
    }
    // In one piece: pieces would be joined, and lie beside that for the collector.
    const chunkSize = (this.#lengths[page] ?? 0) + 64;
    const bytes = inflateRawSync(this.#packed[page] ?? Buffer.alloc(0), { chunkSize });
    this.#unpacked.set(page, bytes);
    const [oldest] = this.#unpacked.keys();
    if (this.#unpacked.size > mostUnpacked && oldest !== undefined) this.#unpacked.delete(oldest);
    return bytes;
  }
}
