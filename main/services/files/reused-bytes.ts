/** More than this is not kept for the next use, in bytes. */
const mostKept = 1 << 20;
/** No character takes more bytes in UTF-8 for each of its code units. */
const mostPerUnit = 3;

/**
 * Memory for bytes that are done with before the next are asked for. A buffer of its own for each small file costs as much
 * as reading it, and its share of collecting garbage beside.
 */
export class ReusedBytes {
  #bytes: Buffer = Buffer.alloc(0);

  /** So many bytes, with whatever stood in them before. They are the caller's until the next call. */
  take(length: number): Buffer {
    if (length > mostKept) return Buffer.allocUnsafeSlow(length);
    // Less also where somebody was given the memory for good, as messages to threads can be.
    if (this.#bytes.length < length) {
      this.#bytes = Buffer.allocUnsafeSlow(Math.min(mostKept, Math.max(1 << 16, 2 * length)));
    }
    return this.#bytes.subarray(0, length);
  }

  /** A text in UTF-8. The bytes are the caller's until the next call. */
  encode(text: string): Buffer {
    const most = text.length * mostPerUnit;
    if (most > mostKept) return Buffer.from(text, 'utf8');
    const bytes = this.take(most);
    return bytes.subarray(0, bytes.write(text, 'utf8'));
  }
}
