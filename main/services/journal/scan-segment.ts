import type { JournalEntry } from '../../../app/record/change.ts';
import { readLines } from '../files/read-lines.ts';
import { decodeLine } from './journal-line.ts';
import type { Segment } from './segment.ts';

/** What reading a whole segment showed. */
export interface SegmentScan {
  /** Sequence of the last whole line; one below the segment's first when it has none. */
  readonly lastSequence: number;
  /** Bytes up to and with the last whole line, its line feed counted even where it is missing. */
  readonly end: number;
  /** Whether the last whole line lacks its line feed. */
  readonly unended: boolean;
  /** What stands behind the last whole line: a torn write. */
  readonly torn: Buffer;
  /** Numbers of lines, from 1, before the last whole one that are damaged or out of order. */
  readonly damagedLines: readonly number[];
  /** Numbers of lines that are whole but not understood. */
  readonly strangeLines: readonly number[];
  /** Where every 50th entry starts, in bytes. */
  readonly marks: readonly SegmentMark[];
}

export interface SegmentMark {
  readonly sequence: number;
  readonly offset: number;
}

/** One mark every so many entries: a page is then at most this many lines away. */
export const entriesPerMark = 50;

/**
 * Reads a segment from its first to its last byte, telling each entry to `visit` in order. Damage is counted, never
 * fatal. Throws only what the system throws.
 */
export async function scanSegment(
  segment: Segment,
  visit: (entry: JournalEntry) => void,
): Promise<SegmentScan> {
  let lastSequence = segment.first - 1;
  let end = 0;
  let unended = false;
  let lineNumber = 0;
  let entryCount = 0;
  let suspects: { readonly line: number; readonly bytes: Buffer }[] = [];
  const damagedLines: number[] = [];
  const strangeLines: number[] = [];
  const marks: SegmentMark[] = [];
  for await (const line of readLines(segment.path, 0, Number.POSITIVE_INFINITY, true)) {
    lineNumber += 1;
    const decoded = decodeLine(line.bytes);
    const sequence = decoded.kind === 'entry' ? decoded.entry.sequence : sequenceOf(decoded);
    if (sequence === null || sequence <= lastSequence) {
      suspects.push({ line: lineNumber, bytes: Buffer.from(line.bytes) });
      continue;
    }
    // A whole line follows, so what was held back is damage in the middle and no torn end.
    damagedLines.push(...suspects.map((suspect) => suspect.line));
    suspects = [];
    lastSequence = sequence;
    end = line.offset + line.bytes.length + 1;
    unended = !line.ended;
    if (decoded.kind === 'strange') strangeLines.push(lineNumber);
    if (decoded.kind !== 'entry') continue;
    if (entryCount % entriesPerMark === 0) marks.push({ sequence, offset: line.offset });
    entryCount += 1;
    visit(decoded.entry);
  }
  const torn = Buffer.concat(suspects.flatMap((suspect) => [suspect.bytes, Buffer.from('\n')]));
  return { lastSequence, end, unended, torn, damagedLines, strangeLines, marks };
}

function sequenceOf(decoded: Exclude<ReturnType<typeof decodeLine>, { kind: 'entry' }>) {
  return decoded.kind === 'strange' ? decoded.sequence : null;
}
