import type { HistoryEntry } from '../../../app/host/history.ts';
import type { JournalEntry } from '../../../app/record/change.ts';
import { readLines } from '../files/read-lines.ts';
import { lineSequence } from '../journal/journal-line.ts';
import { listSegments, type Segment } from '../journal/segment.ts';
import { lightEntry, readLine, recordChanges } from './light-entry.ts';

/** An entry with where its line stands. */
export interface PlacedEntry extends HistoryEntry {
  readonly path: string;
  /** In bytes. */
  readonly offset: number;
  readonly length: number;
}

/** A segment as far as it was read. */
interface ReadSegment extends Segment {
  /** Where reading goes on, in bytes. */
  end: number;
  /** In order of sequence. */
  readonly entries: PlacedEntry[];
  /** Whole lines that are damaged or of a form that is not known, by the sequence that they would have had. */
  readonly unreadable: number[];
}

/**
 * What each entry of a journal touched, and where it stands. Derived and kept in memory only: some 400 bytes an entry.
 * The newest segment is read first, so that what is seen first is there at once; older ones follow one by one.
 */
export class HistoryIndex {
  readonly #folder: string;
  /** The newest first. */
  readonly #segments: ReadSegment[] = [];
  /** Segments that were not read yet, the newest last. */
  #older: Segment[] | null = null;
  readonly #byRecord = new Map<string, number[]>();
  /** Equal strings are kept once: there are few authors and not many names. */
  readonly #strings = new Map<string, string>();
  readonly #authors = new Set<string>();
  #lastSequence = 0;
  #version = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Counts the times that something was read: what was found before may not be all by now. */
  get version(): number {
    return this.#version;
  }

  /** Whether the whole journal was read. */
  get isComplete(): boolean {
    return this.#older?.length === 0;
  }

  get authors(): readonly string[] {
    return [...this.#authors].sort();
  }

  /** Reads what was appended since, up to an entry that is known to be on disk. The first call reads the newest segment. */
  async follow(lastSequence: number): Promise<void> {
    if (this.#older !== null && lastSequence <= this.#lastSequence) return;
    const segments = await listSegments(this.#folder);
    if (this.#older === null) {
      const newest = segments.pop();
      this.#older = segments;
      if (newest !== undefined) await this.#begin(newest, lastSequence, 'newest');
    } else {
      const newest = this.#segments[0];
      if (newest !== undefined) await this.#read(newest, lastSequence);
      for (const segment of segments) {
        if (segment.first <= (newest?.first ?? 0)) continue;
        await this.#begin(segment, lastSequence, 'newest');
      }
    }
    this.#lastSequence = Math.max(this.#lastSequence, lastSequence);
  }

  /** Reads the next older segment. `false`: there is none. */
  async readOlder(): Promise<boolean> {
    const segment = this.#older?.pop();
    if (segment === undefined) return false;
    await this.#begin(segment, Number.POSITIVE_INFINITY, 'oldest');
    return true;
  }

  /** Entries that were read, newest first. */
  *newestFirst(): Generator<PlacedEntry, void, void> {
    for (const { entries } of this.#segments) {
      for (let index = entries.length - 1; index >= 0; index -= 1) {
        const entry = entries[index];
        if (entry !== undefined) yield entry;
      }
    }
  }

  /** The entry of a sequence number, if it was read and can be. Cost: the segments, and a search in one. */
  find(sequence: number): PlacedEntry | null {
    const segment = this.#segments.find(({ first }) => first <= sequence);
    return segment?.entries.find((entry) => entry.sequence === sequence) ?? null;
  }

  /** Sequence numbers of the entries, as far as they were read, that touch a record; in no order. */
  touching(recordId: string): readonly number[] {
    return this.#byRecord.get(recordId) ?? [];
  }

  /** How many entries after one and up to another can't be read, as far as the journal was read. */
  unreadable(after: number, upTo: number): number {
    const within = (sequence: number): boolean => sequence > after && sequence <= upTo;
    return this.#segments.reduce((sum, one) => sum + one.unreadable.filter(within).length, 0);
  }

  async #begin(segment: Segment, lastSequence: number, at: 'newest' | 'oldest'): Promise<void> {
    const fresh: ReadSegment = { ...segment, end: 0, entries: [], unreadable: [] };
    await this.#read(fresh, lastSequence);
    if (at === 'newest') this.#segments.unshift(fresh);
    else this.#segments.push(fresh);
    this.#version += 1;
  }

  async #read(segment: ReadSegment, lastSequence: number): Promise<void> {
    let last = segment.entries.at(-1)?.sequence ?? segment.first - 1;
    for await (const { bytes, offset, ended } of readLines(segment.path, segment.end)) {
      const sequence = lineSequence(bytes);
      // A line that main is just writing, or failed to write, is none yet.
      if (sequence !== null && sequence > lastSequence) break;
      if (!ended && sequence === null) break;
      segment.end = offset + bytes.length + 1;
      const entry = readLine(bytes);
      if (entry === null || entry.sequence <= last) {
        segment.unreadable.push(sequence ?? last + 1);
        continue;
      }
      last = entry.sequence;
      segment.entries.push(this.#place(entry, segment.path, offset, bytes.length));
      this.#version += 1;
    }
  }

  #place(entry: JournalEntry, path: string, offset: number, length: number): PlacedEntry {
    for (const { before, after } of recordChanges(entry.change.diff)) {
      const id = (after ?? before)?.id;
      if (id === undefined) continue;
      const known = this.#byRecord.get(id);
      if (known === undefined) this.#byRecord.set(id, [entry.sequence]);
      else known.push(entry.sequence);
    }
    const light = lightEntry(entry);
    this.#authors.add(light.author);
    return {
      ...light,
      name: this.#once(light.name),
      author: this.#once(light.author),
      jobId: light.jobId === null ? null : this.#once(light.jobId),
      path,
      offset,
      length,
    };
  }

  #once(text: string): string {
    const known = this.#strings.get(text);
    if (known !== undefined) return known;
    this.#strings.set(text, text);
    return text;
  }
}
