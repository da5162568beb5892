import { open } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { LineCheck } from './journal-line.ts';
import type { Segment } from './segment.ts';

/** What is wrong with a segment that was not read when the journal was opened. */
export interface LinesChecked {
  /** Numbers of lines, from 1, whose bytes are not those that were written. */
  readonly damagedLines: readonly number[];
  /** Numbers that no whole line has, each run as its first and last; damaged lines account for theirs. */
  readonly missing: readonly (readonly [from: number, to: number])[];
}

const chunkSize = 1 << 20;
/** Between two parts, in milliseconds: what the analyst does comes first, and nobody waits for the check. */
const rest = 10;
const lineFeed = 0x0a;

/**
 * Checks the bytes of each line against its checksum, and that numbers follow one another up to `last`. Reads in parts of a
 * megabyte, some 1 ms of work each, with rests between them, parses nothing and keeps nothing: it goes on beside other
 * work. Throws what the system throws, and the signal's reason.
 */
export async function checkLines(
  segment: Segment,
  last: number,
  signal: AbortSignal,
): Promise<LinesChecked> {
  const damagedLines: number[] = [];
  const missing: (readonly [number, number])[] = [];
  let expected = segment.first;
  /** Damaged lines since the last whole one: each had one of the numbers that are not there. */
  let damaged = 0;
  let line = 0;
  const noteGap = (next: number): void => {
    if (next > expected + damaged) missing.push([expected, next - 1]);
    damaged = 0;
    expected = next;
  };
  const file = await open(segment.path, 'r');
  try {
    const chunk = Buffer.allocUnsafe(chunkSize);
    let check = new LineCheck();
    const endLine = (): void => {
      line += 1;
      const sequence = check.end();
      if (sequence === null || sequence < expected) {
        damagedLines.push(line);
        damaged += 1;
      } else {
        noteGap(sequence);
        expected = sequence + 1;
      }
      check = new LineCheck();
    };
    for (;;) {
      signal.throwIfAborted();
      const { bytesRead } = await file.read(chunk, 0, chunkSize);
      if (bytesRead === 0) break;
      let start = 0;
      for (;;) {
        const end = chunk.subarray(0, bytesRead).indexOf(lineFeed, start);
        check.add(chunk.subarray(start, end === -1 ? bytesRead : end));
        if (end === -1) break;
        endLine();
        start = end + 1;
      }
      await setTimeout(rest);
    }
    if (!check.isEmpty) endLine();
  } finally {
    await file.close();
  }
  noteGap(last + 1);
  return { damagedLines, missing };
}
