import type { ImportItem, JobState, OutcomeCounts } from '../../../app/host/job.ts';

const millisecondsPerReport = 200;
/** The rate is that of so many last milliseconds. */
const rateWindow = 5_000;
const mostItems = 200;

const noCounts: OutcomeCounts = { added: 0, revised: 0, known: 0, refused: 0, asks: 0 };

/** The state of a job that has just begun. */
export function newJobState(id: string, kind: JobState['kind'], title: string): JobState {
  return {
    id,
    kind,
    title,
    done: 0,
    total: 0,
    doneBytes: 0,
    totalBytes: 0,
    bytesPerSecond: null,
    remaining: null,
    state: 'running',
    counts: noCounts,
    itemCount: 0,
    items: [],
  };
}

/** Keeps count of a job and tells its state, five times a second at most while it runs. */
export class JobProgress {
  readonly #emit: (state: JobState) => void;
  readonly #clock: () => number;
  #state: JobState;
  #told = Number.NEGATIVE_INFINITY;
  #samples: { readonly at: number; readonly bytes: number }[] = [];
  /** The lines that matter most, as many as a state holds. */
  #urgent: ImportItem[] = [];
  #others: ImportItem[] = [];

  /** @param clock milliseconds that only grow */
  constructor(state: JobState, emit: (state: JobState) => void, clock: () => number) {
    this.#state = state;
    this.#emit = emit;
    this.#clock = clock;
  }

  get state(): JobState {
    return this.#state;
  }

  /** Takes up lines of the report as they come. */
  addItems(items: readonly ImportItem[]): void {
    const counts = { ...this.#state.counts };
    for (const item of items) {
      counts[item.outcome] += 1;
      const list = isUrgent(item) ? this.#urgent : this.#others;
      if (list.length < mostItems) list.push(item);
    }
    this.#state = { ...this.#state, counts, itemCount: this.#state.itemCount + items.length };
  }

  /** Takes up lines that an earlier run wrote, and what it was done with. */
  takeUp(items: readonly ImportItem[]): void {
    this.#urgent = [];
    this.#others = [];
    this.#state = { ...this.#state, counts: noCounts, itemCount: 0 };
    this.addItems(items);
  }

  /** What there is to do in all, and what of it is done already. */
  begin(total: number, totalBytes: number, done: number, doneBytes: number, title: string): void {
    const { message: _, ...state } = this.#state;
    this.#samples = [{ at: this.#clock(), bytes: doneBytes }];
    this.#state = {
      ...state,
      title,
      total,
      totalBytes,
      done,
      doneBytes,
      state: 'running',
      items: [],
    };
    this.tell(false);
  }

  advance(files: number, bytes: number): void {
    const now = this.#clock();
    const doneBytes = this.#state.doneBytes + bytes;
    this.#samples = this.#samples.filter(({ at }) => now - at <= rateWindow);
    const first = this.#samples[0] ?? { at: now, bytes: this.#state.doneBytes };
    this.#samples.push({ at: now, bytes: doneBytes });
    const span = now - first.at;
    const rate = span < 1_000 ? null : ((doneBytes - first.bytes) / span) * 1_000;
    const left = this.#state.totalBytes - doneBytes;
    this.#state = {
      ...this.#state,
      done: this.#state.done + files,
      doneBytes,
      bytesPerSecond: rate === null ? null : Math.round(rate),
      remaining: rate === null || rate === 0 ? null : Math.round((left / rate) * 1_000),
    };
    this.tell(false);
  }

  /** The job stands still or has ended. */
  rest(state: Exclude<JobState['state'], 'running'>, message?: string): void {
    const { message: _, ...before } = this.#state;
    this.#state = {
      ...before,
      state,
      bytesPerSecond: null,
      remaining: null,
      items: [...this.#urgent, ...this.#others].slice(0, mostItems),
      ...(message === undefined ? {} : { message }),
    };
    this.tell(true);
  }

  /** @param always also if it was told a moment ago */
  tell(always: boolean): void {
    const now = this.#clock();
    if (!always && now - this.#told < millisecondsPerReport) return;
    this.#told = now;
    this.#emit(this.#state);
  }
}

function isUrgent({ outcome, tableId }: ImportItem): boolean {
  return outcome === 'refused' || outcome === 'asks' || tableId !== undefined;
}
