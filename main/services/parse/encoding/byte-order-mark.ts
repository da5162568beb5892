/** A byte order mark at the beginning of a file. */
export interface ByteOrderMark {
  /** As `SourceEncoding.name` has it. */
  readonly name: string;
  /** In bytes. */
  readonly length: number;
}

// UTF-32's little-endian mark begins with that of UTF-16, so it is looked for first.
const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/** What a file's byte order mark says of its coding; `null`: there is none. */
export function codingOfMark(bytes: Uint8Array): ByteOrderMark | null {
  for (const [name, mark] of marks) {
    if (mark.every((byte, index) => bytes[index] === byte)) return { name, length: mark.length };
  }
  return null;
}
