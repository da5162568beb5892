import type { ImportItem, JobState } from '../../../app/host/job.ts';

const millisecondsPerReport = 100;

/** Tells a job's state, ten times a second at most while it runs. */
export class JobReport {
  readonly #emit: (state: JobState) => void;
  readonly #clock: () => number;
  #state: JobState;
  #reportedAt = Number.NEGATIVE_INFINITY;

  /** @param clock milliseconds that only grow */
  constructor(id: string, title: string, emit: (state: JobState) => void, clock: () => number) {
    this.#emit = emit;
    this.#clock = clock;
    this.#state = {
      id,
      kind: 'import',
      title,
      done: 0,
      total: 0,
      doneBytes: 0,
      totalBytes: 0,
      bytesPerSecond: null,
      remaining: null,
      state: 'running',
      counts: { added: 0, revised: 0, known: 0, refused: 0, asks: 0 },
      itemCount: 0,
      items: [],
    };
    this.#report(true);
  }

  progress(done: number, total: number): void {
    const title = `Importing ${total} ${total === 1 ? 'file' : 'files'}`;
    this.#state = { ...this.#state, title, done, total };
    this.#report(false);
  }

  end(state: 'finished' | 'cancelled', items: readonly ImportItem[]): void {
    const total = state === 'finished' ? items.length : this.#state.total;
    const done = state === 'finished' ? items.length : this.#state.done;
    this.#state = { ...this.#state, state, items, done, total };
    this.#report(true);
  }

  fail(message: string): void {
    this.#state = { ...this.#state, state: 'failed', message };
    this.#report(true);
  }

  #report(always: boolean): void {
    const now = this.#clock();
    if (!always && now - this.#reportedAt < millisecondsPerReport) return;
    this.#reportedAt = now;
    this.#emit(this.#state);
  }
}
