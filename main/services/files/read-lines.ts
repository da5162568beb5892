import { open } from 'node:fs/promises';

/** A line of a file without its line feed. */
export interface Line {
  /** The reader's to keep, unless the memory was asked to be used again: then they hold until the next line is asked for. */
  readonly bytes: Buffer;
  /** Where it starts in the file, in bytes. */
  readonly offset: number;
  /** Whether a line feed ends it. Only the last line of a file may lack it. */
  readonly ended: boolean;
}

const chunkSize = 1 << 20;
const lineFeed = 0x0a;

/**
 * The lines of a file from a byte offset up to another, read in parts: memory is one part and the longest line. An empty
 * last line is not yielded. Throws the system's error.
 *
 * @param inPlace uses the memory of a part again for the next: a large file leaves no megabytes behind for the collector
 */
export async function* readLines(
  path: string,
  from = 0,
  to = Number.POSITIVE_INFINITY,
  inPlace = false,
): AsyncGenerator<Line, void, void> {
  const file = await open(path, 'r');
  try {
    let parts: Buffer[] = [];
    let lineStart = from;
    let position = from;
    let memory: Buffer | null = null;
    while (position < to) {
      const wanted = Math.min(chunkSize, to - position);
      // What of a line stands in it is needed once more.
      if (inPlace) parts = parts.map((part) => Buffer.from(part));
      memory = (inPlace ? memory : null) ?? Buffer.allocUnsafe(wanted);
      const chunk = memory;
      const { bytesRead } = await file.read(chunk, 0, wanted, position);
      if (bytesRead === 0) break;
      let start = 0;
      for (;;) {
        const end = chunk.subarray(0, bytesRead).indexOf(lineFeed, start);
        if (end === -1) break;
        parts.push(chunk.subarray(start, end));
        yield { bytes: joined(parts), offset: lineStart, ended: true };
        parts = [];
        start = end + 1;
        lineStart = position + start;
      }
      if (start < bytesRead) parts.push(chunk.subarray(start, bytesRead));
      position += bytesRead;
    }
    if (parts.length > 0) yield { bytes: joined(parts), offset: lineStart, ended: false };
  } finally {
    await file.close();
  }
}

function joined(parts: readonly Buffer[]): Buffer {
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first : Buffer.concat(parts);
}
