import { join } from 'node:path';
import type { Failure, Result } from '../../../app/base/result.ts';
import { failure, success } from '../../../app/base/result.ts';
import type { Change } from '../../../app/record/change.ts';
import { CodedError } from '../coded-error.ts';
import { writeFailureSentence } from '../files/error-code.ts';
import { syncFolder } from '../files/write-file-atomically.ts';
import type { AppendFile, OpenAppendFile } from './append-file.ts';
import { encodeAnyLine } from './journal-line.ts';
import { segmentName } from './segment.ts';

/** An entry that is on disk, and where. */
export interface WrittenEntry {
  readonly sequence: number;
  readonly change: Change;
  readonly segmentFirst: number;
  readonly offset: number;
  /** Where the next entry will start. */
  readonly end: number;
}

export interface JournalWriterStart {
  readonly folder: string;
  readonly lastSequence: number;
  /** The segment to go on with, or `null` to begin one with the next entry. */
  readonly segment: { readonly first: number; readonly end: number } | null;
  readonly openFile: OpenAppendFile;
  /** Told of each entry once it is on disk, in order, before its append answers. */
  onWritten(entry: WrittenEntry): void;
}

interface Waiting {
  readonly change: Change;
  readonly answer: (result: Result<number, 'disk'>) => void;
}

/**
 * Appends lines to the newest segment. Appends that wait together share one write and one sync; none answers before its
 * bytes are on disk. A failed write fails just those appends, and the file goes back to its last good end.
 */
export class JournalWriter {
  readonly #start: JournalWriterStart;
  #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;
  #file: AppendFile | null = null;
  #segment: { readonly first: number; readonly end: number } | null;
  #lastSequence: number;

  constructor(start: JournalWriterStart) {
    this.#start = start;
    this.#segment = start.segment;
    this.#lastSequence = start.lastSequence;
  }

  append(change: Change): Promise<Result<number, 'disk'>> {
    return new Promise((answer) => {
      this.#waiting.push({ change, answer });
      this.#running ??= this.#writeAll().finally(() => {
        this.#running = null;
      });
    });
  }

  /** Waits for what is under way, then lets the next entry begin a new segment. Answers with the last sequence. */
  async startSegment(): Promise<number> {
    while (this.#running !== null) await this.#running;
    const last = this.#lastSequence;
    // In one turn with letting go of the file: an append that comes while it closes must not find the old segment.
    this.#segment = null;
    await this.#closeFile();
    return last;
  }

  async close(): Promise<void> {
    while (this.#running !== null) await this.#running;
    await this.#closeFile();
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      const failed = await this.#writeBatch(batch);
      if (failed !== null) for (const { answer } of batch) answer({ ok: false, error: failed });
    }
  }

  /** Writes and answers a batch; the failure, unanswered, if it could not be written. */
  async #writeBatch(batch: readonly Waiting[]): Promise<Failure<'disk'> | null> {
    const written: WrittenEntry[] = [];
    const lines: Buffer[] = [];
    let segment = this.#segment;
    try {
      segment ??= { first: this.#lastSequence + 1, end: 0 };
      this.#file ??= await this.#openSegment(segment);
      let end = segment.end;
      for (const { change } of batch) {
        const sequence = this.#lastSequence + written.length + 1;
        const line = await encodeAnyLine(sequence, change);
        const offset = end;
        end += line.length;
        written.push({ sequence, change, segmentFirst: segment.first, offset, end });
        lines.push(line);
      }
      await this.#file.write(Buffer.concat(lines), segment.end);
      await this.#file.sync();
      this.#segment = { first: segment.first, end };
    } catch (error) {
      if (segment !== null) await this.#takeBack(segment.end);
      const message = error instanceof CodedError ? error.message : writeFailureSentence(error);
      return failure('disk', message).error;
    }
    for (const [index, entry] of written.entries()) {
      this.#lastSequence = entry.sequence;
      this.#start.onWritten(entry);
      batch[index]?.answer(success(entry.sequence));
    }
    return null;
  }

  async #openSegment(segment: { first: number; end: number }): Promise<AppendFile> {
    const isNew = segment.end === 0;
    const path = join(this.#start.folder, segmentName(segment.first));
    const file = await this.#start.openFile(path, isNew);
    try {
      if ((await file.size()) < segment.end) {
        throw new CodedError(
          'disk',
          `The journal’s file ${segmentName(segment.first)} is shorter than it was. Close the project, put the file back if you can, and open the project again.`,
        );
      }
      // What a failed write left behind the last good line, in this run or at its end.
      await file.truncate(segment.end);
      if (isNew) await syncFolder(this.#start.folder);
    } catch (error) {
      await file.close().catch(() => undefined);
      throw error;
    }
    return file;
  }

  /**
   * Cuts a failed write off at once, so that a crash now leaves no half line. The file is opened anew for the next
   * write: after a failed sync the system may have forgotten what it still had to write for this handle.
   */
  async #takeBack(end: number): Promise<void> {
    const file = this.#file;
    this.#file = null;
    if (file === null) return;
    await file
      .truncate(end)
      .then(() => file.sync())
      .catch(() => undefined);
    await file.close().catch(() => undefined);
  }

  async #closeFile(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.close();
  }
}
