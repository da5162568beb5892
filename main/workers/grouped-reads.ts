import type { Failure } from '../../app/base/result.ts';
import type { StartTimer } from '../../app/base/start-timer.ts';
import type { IngestEnd, IngestMessage, IngestRequest } from '../services/corpus/ingest.ts';
import { systemTimer } from '../services/system-timer.ts';
import type { IngestAnswer, IngestTask } from './ingest-worker.ts';
import type { WorkerFailure, WorkerPool } from './worker-pool.ts';

// A message to a thread and back costs as much as reading a tenth of a small file, and wakes two threads up.
const filesTogether = 8;
/** Of files read together, in bytes: what waits behind them must not wait long. */
const bytesTogether = 200_000;
/** Small texts take a thread a tenth of this together, in milliseconds. */
const quickTime = 60;
/** So many in a row that take longer are worth the work of all threads: one may only have waited for a processor. */
const longInRow = 3;
/** One that takes so long has other files read beside it. */
const hangingTime = 250;

type ReadingPool = Pick<WorkerPool<IngestTask, IngestAnswer>, 'run'>;

/** How many threads read at once. */
export interface ReadersAtOnce {
  /** While files take long. */
  readonly most: number;
  /** While they are read quickly: then others, who take up what was read, need the processors more. */
  readonly quick: number;
}

interface Read {
  readonly request: IngestRequest;
  readonly onMessage: (message: IngestMessage) => void;
  readonly signal: AbortSignal | null;
  readonly answer: (end: IngestEnd) => void;
}

/**
 * Has files read by a pool, small ones several with one message. When a thread hangs or dies, only the file that it was
 * at fails; what was told of those before it stays, the others are read by another thread.
 */
export class GroupedReads {
  readonly #pool: ReadingPool;
  readonly #atOnce: ReadersAtOnce;
  readonly #startTimer: StartTimer;
  readonly #failed: (code: WorkerFailure) => Failure;
  readonly #waiting: Read[] = [];
  #running = 0;
  /** Of those, how many take very long. */
  #hanging = 0;
  /** How many that ended last took long. */
  #longInRow = 0;

  /**
   * @param atOnce `most` is how many threads the pool has
   * @param failed says to people why a file was not read
   */
  constructor(
    pool: ReadingPool,
    atOnce: ReadersAtOnce,
    failed: (code: WorkerFailure) => Failure,
    startTimer: StartTimer = systemTimer,
  ) {
    this.#pool = pool;
    this.#atOnce = atOnce;
    this.#failed = failed;
    this.#startTimer = startTimer;
  }

  /** As `Ingest.read`. */
  read(
    request: IngestRequest,
    onMessage: (message: IngestMessage) => void,
    signal: AbortSignal | null,
  ): Promise<IngestEnd> {
    return new Promise((answer) => {
      this.#waiting.push({ request, onMessage, signal, answer });
      this.#next();
    });
  }

  #next(): void {
    while (this.#running < this.#limit) {
      const group = this.#takeGroup();
      if (group.length === 0) return;
      this.#running += 1;
      const watch = this.#watch();
      void this.#run(group).finally(() => {
        this.#longInRow = watch.end() ? this.#longInRow + 1 : 0;
        this.#running -= 1;
        this.#next();
      });
    }
  }

  get #limit(): number {
    const isSlow = this.#hanging > 0 || this.#longInRow >= longInRow;
    return isSlow ? this.#atOnce.most : this.#atOnce.quick;
  }

  /** Times what is read together. Its end answers whether that took long. */
  #watch(): { end(): boolean } {
    let isLong = false;
    let isHanging = false;
    let stopTimer = this.#startTimer(() => {
      isLong = true;
      stopTimer = this.#startTimer(() => {
        isHanging = true;
        this.#hanging += 1;
        this.#next();
      }, hangingTime - quickTime);
    }, quickTime);
    return {
      end: () => {
        stopTimer();
        if (isHanging) this.#hanging -= 1;
        return isLong;
      },
    };
  }

  #takeGroup(): readonly Read[] {
    const group: Read[] = [];
    let bytes = 0;
    for (;;) {
      const [read] = this.#waiting;
      if (read === undefined) return group;
      if (read.signal?.aborted === true) {
        read.answer({ ok: false, error: this.#failed('cancelled') });
      } else {
        bytes += read.request.size;
        const isFull = group.length === filesTogether || bytes > bytesTogether;
        if (isFull && group.length > 0) return group;
        group.push(read);
      }
      this.#waiting.shift();
    }
  }

  async #run(group: readonly Read[]): Promise<void> {
    // Written by the thread: which file it is at, for when it can't say so any more.
    const at = new Int32Array(new SharedArrayBuffer(4));
    const begun = new Set<number>();
    const open = new Map(group.entries());
    const take = (answer: IngestAnswer) => {
      if (answer.kind !== 'read') return;
      for (const { index, messages, end } of answer.reads) {
        const read = open.get(index);
        for (const message of messages) read?.onMessage(message);
        begun.add(index);
        if (end === null) continue;
        open.delete(index);
        read?.answer(end);
      }
    };
    const requests = group.map(({ request }) => request);
    const answer = await this.#pool.run({ kind: 'read', requests, at }, take);
    if (answer.ok) take(answer.value);
    const code = answer.ok ? 'crashed' : (answer.error.code as WorkerFailure);
    const others: Read[] = [];
    for (const [index, read] of open) {
      const failed = code === 'closed' || index === at[0] || begun.has(index);
      if (failed) read.answer({ ok: false, error: this.#failed(code) });
      else others.push(read);
    }
    this.#waiting.unshift(...others);
  }
}
