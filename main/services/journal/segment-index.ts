import { join } from 'node:path';
import type { ChangePage } from '../../../app/host/host-api.ts';
import type { JournalEntry } from '../../../app/record/change.ts';
import { readLines } from '../files/read-lines.ts';
import { decodeLine, lineSequence } from './journal-line.ts';
import type { WrittenEntry } from './journal-writer.ts';
import type { SegmentMark, SegmentScan } from './scan-segment.ts';
import { entriesPerMark } from './scan-segment.ts';
import type { Segment } from './segment.ts';
import { segmentIndexOf, segmentName } from './segment.ts';

interface IndexedSegment extends Segment {
  /** Bytes that may be read; grows with the segment that is written. `null`: not scanned yet, all of the file. */
  end: number | null;
  marks: SegmentMark[];
}

const mostBytesPerPage = 8 << 20;

/** Where entries stand in the journal's files, so that a page is found without reading what is before it. */
export class SegmentIndex {
  readonly #folder: string;
  readonly #segments: IndexedSegment[];

  constructor(folder: string, segments: readonly Segment[]) {
    this.#folder = folder;
    this.#segments = segments.map((segment) => ({ ...segment, end: null, marks: [] }));
  }

  get segments(): readonly Segment[] {
    return this.#segments;
  }

  noteScanned(first: number, scan: SegmentScan): void {
    const segment = this.#segments.find((candidate) => candidate.first === first);
    if (segment === undefined) return;
    segment.end = scan.end;
    segment.marks = [...scan.marks];
  }

  noteWritten(written: WrittenEntry): void {
    const first = written.segmentFirst;
    let segment = this.#segments.at(-1);
    if (segment === undefined || segment.first !== first) {
      segment = { first, path: join(this.#folder, segmentName(first)), end: 0, marks: [] };
      this.#segments.push(segment);
    }
    if ((written.sequence - first) % entriesPerMark === 0) {
      segment.marks.push({ sequence: written.sequence, offset: written.offset });
    }
    segment.end = written.end;
  }

  /**
   * At most `limit` entries above `after`, fewer when they are big; what is damaged or not understood is left out.
   * Cost: the page, and at most 50 entries to find its start.
   */
  async read(after: number, limit: number): Promise<ChangePage> {
    const entries: JournalEntry[] = [];
    let bytes = 0;
    const from = Math.max(0, segmentIndexOf(this.#segments, after + 1));
    for (const segment of this.#segments.slice(from)) {
      const start = segment.marks.findLast((mark) => mark.sequence <= after + 1)?.offset ?? 0;
      for await (const line of readLines(segment.path, start, segment.end ?? undefined)) {
        const sequence = lineSequence(line.bytes);
        if (sequence === null || sequence <= (entries.at(-1)?.sequence ?? after)) continue;
        const decoded = decodeLine(line.bytes);
        if (decoded.kind !== 'entry') continue;
        bytes += line.bytes.length;
        if (entries.length === limit || (entries.length > 0 && bytes > mostBytesPerPage)) {
          return { entries, more: true };
        }
        entries.push(decoded.entry);
      }
    }
    return { entries, more: false };
  }
}
