import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Result } from '../../../app/base/result.ts';
import { failure, success } from '../../../app/base/result.ts';
import type { ChangePage } from '../../../app/host/host-api.ts';
import type { Change, JournalEntry } from '../../../app/record/change.ts';
import { errorCode } from '../files/error-code.ts';
import type { OpenAppendFile } from './append-file.ts';
import { openAppendFile } from './append-file.ts';
import { checkLines, type LinesChecked } from './check-lines.ts';
import { JournalWriter } from './journal-writer.ts';
import { recoverTail } from './recover-tail.ts';
import { scanNotices } from './scan-notices.ts';
import type { SegmentScan } from './scan-segment.ts';
import { scanSegment } from './scan-segment.ts';
import type { Segment } from './segment.ts';
import { listSegments, segmentIndexOf } from './segment.ts';
import { SegmentIndex } from './segment-index.ts';

/** What is known from the newest snapshot, so that the journal before it need not be read. */
export interface JournalBase {
  readonly sequence: number;
  readonly lastChangeId: string | null;
  /** The greatest change id up to there, as strings compare: an id above it is surely not in the older segments. */
  readonly greatestChangeId: string | null;
  /** The segment that ends with the base, and its length in bytes: as long as it is that long, it need not be read. */
  readonly segment?: { readonly first: number; readonly bytes: number };
}

/** The base when there is no snapshot. */
export const emptyBase: JournalBase = { sequence: 0, lastChangeId: null, greatestChangeId: null };

export interface JournalOptions {
  readonly folder: string;
  readonly base: JournalBase;
  /** Nothing is repaired and nothing may be appended. */
  readonly readOnly: boolean;
  /** Told of every entry after the base: those on disk while opening, then each new one before its append answers. */
  onEntry(entry: JournalEntry): void;
  readonly openFile?: OpenAppendFile;
}

/** The append-only log of a project. Main alone opens it, and it alone gives sequence numbers. */
export class Journal {
  readonly #options: JournalOptions;
  readonly #index: SegmentIndex;
  readonly #sequenceById = new Map<string, number>();
  readonly #waiting = new Map<string, Promise<Result<number, 'disk'>>>();
  #writer: JournalWriter | null = null;
  #olderIds: Promise<void> | null = null;
  /** The first numbers of segments that opening did not read. */
  readonly #unread = new Set<number>();
  #lastSequence: number;
  #lastChangeId: string | null;
  /** What opening found, in sentences for the analyst. */
  readonly notices: string[] = [];

  private constructor(options: JournalOptions, segments: readonly Segment[]) {
    this.#options = options;
    this.#index = new SegmentIndex(options.folder, segments);
    this.#lastSequence = options.base.sequence;
    this.#lastChangeId = options.base.lastChangeId;
  }

  /**
   * Reads the journal from the base on, repairs a torn end and notes damage. Throws only what the system throws. Cost:
   * reading the segments after the base.
   */
  static async open(options: JournalOptions): Promise<Journal> {
    const journal = new Journal(options, await listSegments(options.folder));
    const segment = await journal.#scan();
    if (options.readOnly) return journal;
    journal.#writer = new JournalWriter({
      folder: options.folder,
      lastSequence: journal.#lastSequence,
      segment,
      openFile: options.openFile ?? openAppendFile,
      onWritten: (written) => {
        journal.#index.noteWritten(written);
        journal.#take({ sequence: written.sequence, change: written.change });
      },
    });
    return journal;
  }

  /** 0 for an empty journal. */
  get lastSequence(): number {
    return this.#lastSequence;
  }

  /** `null` for an empty journal. */
  get lastChangeId(): string | null {
    return this.#lastChangeId;
  }

  /**
   * Writes a change and answers with its number once it is on disk. A change that is journalled already gets its old
   * number and is not written again.
   */
  async append(change: Change): Promise<Result<number, 'disk' | 'read-only'>> {
    const greatest = this.#options.base.greatestChangeId;
    if (greatest !== null && change.id <= greatest && !this.#sequenceById.has(change.id)) {
      this.#olderIds ??= this.#readOlderIds();
      await this.#olderIds;
    }
    const known = this.#sequenceById.get(change.id);
    if (known !== undefined) return success(known);
    const writer = this.#writer;
    if (writer === null) return failure('read-only', 'This project is open for reading only.');
    let appending = this.#waiting.get(change.id);
    if (appending === undefined) {
      appending = writer.append(change).finally(() => this.#waiting.delete(change.id));
      this.#waiting.set(change.id, appending);
    }
    return appending;
  }

  /** At most `limit` entries above `after`. Cost: the page. */
  read(after: number, limit: number): Promise<ChangePage> {
    return this.#index.read(after, limit);
  }

  /**
   * Reads the segments that opening did not read, since the base has what they hold, and says what somebody or something has
   * changed in them since they were written, in sentences. Changes nothing. Throws what the system throws, and the signal's
   * reason. Cost: the journal up to the base, in parts.
   */
  async checkUnread(signal: AbortSignal): Promise<readonly string[]> {
    const sentences: string[] = [];
    const segments = [...this.#index.segments];
    let covered = 0;
    for (const [index, segment] of segments.entries()) {
      if (!this.#unread.has(segment.first)) continue;
      // What is missing right before the first one that was read, opening has told.
      if (segment.first > covered + 1) {
        sentences.push(missingSentence(covered + 1, segment.first - 1));
      }
      covered = (segments[index + 1]?.first ?? this.#options.base.sequence + 1) - 1;
      const checked = await checkLines(segment, covered, signal).catch((error: unknown) => {
        // Somebody took it away meanwhile: its entries are missing.
        if (errorCode(error) === 'ENOENT') return null;
        throw error;
      });
      if (checked === null) sentences.push(missingSentence(segment.first, covered));
      else sentences.push(...unreadNotices(basename(segment.path), checked));
    }
    return sentences;
  }

  /** Ends the segment: the next entry begins a new file. Answers with the sequence that the ended ones reach. */
  async startSegment(): Promise<number> {
    return this.#writer === null ? this.#lastSequence : this.#writer.startSegment();
  }

  /** Waits until what was appended is answered, then lets go of the file. Appending afterwards fails. */
  async close(): Promise<void> {
    const writer = this.#writer;
    this.#writer = null;
    await writer?.close();
  }

  /** Reads what is after the base. Answers with the segment to go on with; `null`: the next entry begins a new one. */
  async #scan(): Promise<{ first: number; end: number } | null> {
    const { base } = this.#options;
    const segments = [...this.#index.segments];
    const from = Math.max(0, segmentIndexOf(segments, base.sequence + 1));
    // Up to where entries are known to be in files, one way or another.
    let covered = (segments[from]?.first ?? 1) - 1;
    if (covered > 0 && from === 0) this.notices.push(missingSentence(1, covered));
    let end: number | null = null;
    for (const [index, segment] of segments.entries()) {
      if (index < from) {
        this.#unread.add(segment.first);
        continue;
      }
      if (segment.first > covered + 1) {
        this.notices.push(missingSentence(covered + 1, segment.first - 1));
      }
      if (await isUnchanged(segment, base)) {
        this.#unread.add(segment.first);
        covered = base.sequence;
        end = null;
        continue;
      }
      const scan = await this.#scanOne(segment, index === segments.length - 1);
      covered = Math.max(scan.lastSequence, segment.first - 1);
      end = scan.end;
    }
    if (covered < base.sequence) this.notices.push(missingSentence(covered + 1, base.sequence));
    this.#lastSequence = Math.max(this.#lastSequence, covered);
    const last = segments.at(-1);
    // What a snapshot holds stays in segments of its own, also over a restart.
    if (last === undefined || end === null || last.first <= base.sequence) return null;
    return { first: last.first, end };
  }

  async #scanOne(segment: Segment, isLast: boolean): Promise<SegmentScan> {
    const { base, readOnly, openFile } = this.#options;
    const scan = await scanSegment(segment, (entry) => {
      if (entry.sequence > base.sequence) this.#take(entry);
      else this.#sequenceById.set(entry.change.id, entry.sequence);
    });
    this.#index.noteScanned(segment.first, scan);
    this.notices.push(...scanNotices(basename(segment.path), scan, isLast));
    if (isLast && !readOnly) {
      const torn = await recoverTail(segment, scan, openFile ?? openAppendFile);
      if (torn !== null) this.notices.push(torn);
    }
    return scan;
  }

  #take(entry: JournalEntry): void {
    this.#sequenceById.set(entry.change.id, entry.sequence);
    this.#lastSequence = entry.sequence;
    this.#lastChangeId = entry.change.id;
    this.#options.onEntry(entry);
  }

  /** Takes up the ids of the entries before the base. Cost: reading all of them, once in a long while. */
  async #readOlderIds(): Promise<void> {
    for (const segment of [...this.#index.segments]) {
      if (segment.first > this.#options.base.sequence) break;
      await scanSegment(segment, (entry) => {
        this.#sequenceById.set(entry.change.id, entry.sequence);
      });
    }
  }
}

/** Whether a segment ends as it did when the snapshot of the base was made. */
async function isUnchanged(segment: Segment, base: JournalBase): Promise<boolean> {
  if (base.segment?.first !== segment.first) return false;
  return (await stat(segment.path)).size === base.segment.bytes;
}

/** So many damaged lines are told by their numbers. */
const mostNamed = 10;

/** Of entries that the snapshot has, so that no work is lost by them. */
function unreadNotices(fileName: string, checked: LinesChecked): readonly string[] {
  const where = `.variorum/journal/${fileName}`;
  const { damagedLines, missing } = checked;
  const isOne = damagedLines.length === 1;
  const more = damagedLines.length - mostNamed;
  const named = damagedLines.slice(0, mostNamed).join(', ') + (more > 0 ? ` and ${more} more` : '');
  const damage =
    damagedLines.length === 0
      ? []
      : [
          `${isOne ? 'Line' : 'Lines'} ${named} of ${where} ${isOne ? 'is' : 'are'} not as Variorum wrote ${isOne ? 'it' : 'them'}: another program or the disk has changed the file. The history can’t show what ${isOne ? 'it' : 'they'} said. What the project is now is not touched, the snapshot has it. If you have a copy of the project folder, put this file of it back.`,
        ];
  return [...damage, ...missing.map(([from, to]) => missingSentence(from, to))];
}

function missingSentence(from: number, to: number): string {
  const what = from === to ? `Entry ${from} is` : `Entries ${from} to ${to} are`;
  return `${what} missing from .variorum/journal. If you have a copy of the project folder, compare the two.`;
}
