import type { Diff } from '../../../app/record/diff.ts';
import { CorpusIndex } from '../corpus/corpus-index.ts';
import type { CorpusPart, CorpusRead } from '../corpus/read-corpus.ts';

/** Reads the corpus as it was when the project was opened, telling its parts in order. */
export type ReadCorpus = (take: (part: CorpusPart) => void) => Promise<CorpusRead>;

/**
 * The corpus of an open project. It is read when somebody needs it: a window that opens a project does not, and would wait
 * for a snapshot of a hundred megabytes to be read through.
 */
export class ProjectCorpus {
  /** Whole from when `whenRead` has resolved; it follows the journal from then on. */
  readonly index = new CorpusIndex();
  readonly #read: ReadCorpus;
  #reading: Promise<CorpusRead> | null = null;
  #isRead = false;
  /** What was journalled while it was not read yet. */
  #waiting: Diff[] = [];

  constructor(read: ReadCorpus) {
    this.#read = read;
  }

  /** Follows an entry that was journalled after the project was opened. */
  apply(diff: Diff): void {
    if (this.#isRead) this.index.apply(diff);
    else this.#waiting.push(diff);
  }

  /**
   * Resolves when the index is whole; the first call begins to read. Rejects when it can't be read; the next call tries
   * again, and takes up once more what was taken up by then.
   */
  whenRead(): Promise<CorpusRead> {
    this.#reading ??= this.#readAll().catch((error: unknown) => {
      this.#reading = null;
      throw error;
    });
    return this.#reading;
  }

  async #readAll(): Promise<CorpusRead> {
    const read = await this.#read((part) => {
      if (part.kind === 'diff') this.index.apply(part.diff);
      else for (const record of part.records) this.index.add(record);
    });
    this.index.noteNumber(read.articlesNumbered);
    for (const diff of this.#waiting) this.index.apply(diff);
    this.#waiting = [];
    this.#isRead = true;
    return read;
  }
}
