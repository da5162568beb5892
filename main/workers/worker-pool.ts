import { Worker } from 'node:worker_threads';
import type { Result } from '../../app/base/result.ts';
import { failure, success } from '../../app/base/result.ts';

export interface WorkerPoolOptions<Answer = unknown> {
  /** The script. A worker takes one message at a time and answers each with one message, or with several: see `isLast`. */
  readonly script: URL;
  readonly size: number;
  /** After so many milliseconds without a message on one request a worker is ended. `null`: never. */
  readonly timeLimit: number | null;
  /** Most memory of one worker's JavaScript objects, in megabytes. */
  readonly memoryLimit: number;
  /** Most of that for what has just been made, in megabytes. Absent: as V8 likes. */
  readonly youngMemoryLimit?: number;
  /** Whether a message is the last on its request. Absent: each is. */
  isLast?(answer: Answer): boolean;
}

/** Why a request got no answer. */
export type WorkerFailure = 'time-limit' | 'crashed' | 'closed' | 'cancelled';

interface Task<Request, Answer> {
  readonly request: Request;
  readonly answer: (result: Result<Answer, WorkerFailure>) => void;
  readonly onInterim: (answer: Answer) => void;
  readonly signal: AbortSignal | null;
}

interface Running<Request, Answer> {
  readonly task: Task<Request, Answer>;
  /** Runs anew with each message. */
  readonly timer: NodeJS.Timeout | undefined;
}

/** How long requests wait for a worker that is there before another is started, in milliseconds. */
const patience = 250;

/**
 * Runs requests in worker threads, as many at once as the pool is large, the others in order of arrival. A worker that
 * hangs or dies takes down its one request and is replaced. Workers start when needed: the first at once, each further
 * one when requests have waited a while, because starting one costs more than parsing a handful of articles.
 */
export class WorkerPool<Request, Answer> {
  readonly #options: WorkerPoolOptions<Answer>;
  readonly #idle = new Set<Worker>();
  readonly #busy = new Map<Worker, Running<Request, Answer>>();
  readonly #waiting: Task<Request, Answer>[] = [];
  #closed = false;
  #waitTimer: NodeJS.Timeout | undefined;

  constructor(options: WorkerPoolOptions<Answer>) {
    this.#options = options;
  }

  /**
   * Never rejects. The request is cloned, not shared.
   *
   * @param onInterim told of each message that is not the last
   * @param signal aborted, a request that no worker has begun fails with `cancelled`
   */
  run(
    request: Request,
    onInterim: (answer: Answer) => void = () => undefined,
    signal: AbortSignal | null = null,
  ): Promise<Result<Answer, WorkerFailure>> {
    if (this.#closed) return Promise.resolve(failure('closed', 'The program is closing.'));
    return new Promise((answer) => {
      this.#waiting.push({ request, answer, onInterim, signal });
      this.#next();
    });
  }

  /** Ends all workers; what is under way or waits fails with `closed`. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#waitTimer);
    const workers = [...this.#idle, ...this.#busy.keys()];
    for (const task of this.#waiting.splice(0)) {
      task.answer(failure('closed', 'The program is closing.'));
    }
    for (const worker of workers) this.#drop(worker, 'closed', 'The program is closing.');
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  #next(hasWaited = false): void {
    if (this.#closed || this.#waiting.length === 0) return;
    if (this.#busy.size >= this.#options.size) return;
    if (this.#idle.size === 0 && this.#busy.size > 0 && !hasWaited) {
      this.#waitTimer ??= setTimeout(() => {
        this.#waitTimer = undefined;
        this.#next(true);
      }, patience);
      return;
    }
    const task = this.#takeTask();
    if (task === null) return;
    // The one that worked last: what it reads by is compiled, and its memory at hand.
    const idle = [...this.#idle].at(-1);
    const worker = idle ?? this.#startWorker();
    this.#idle.delete(worker);
    const { timeLimit } = this.#options;
    const timer =
      timeLimit === null
        ? undefined
        : setTimeout(() => {
            this.#drop(worker, 'time-limit', `No answer in ${timeLimit / 1000} seconds.`);
            void worker.terminate();
          }, timeLimit);
    this.#busy.set(worker, { task, timer });
    worker.postMessage(task.request);
  }

  #takeTask(): Task<Request, Answer> | null {
    for (;;) {
      const task = this.#waiting.shift();
      if (task === undefined) return null;
      if (task.signal?.aborted !== true) return task;
      task.answer(failure('cancelled', 'It is not wanted any more.'));
    }
  }

  #startWorker(): Worker {
    const { script, memoryLimit, youngMemoryLimit } = this.#options;
    const worker = new Worker(script, {
      resourceLimits: {
        maxOldGenerationSizeMb: memoryLimit,
        ...(youngMemoryLimit === undefined ? {} : { maxYoungGenerationSizeMb: youngMemoryLimit }),
      },
    });
    // A worker must not keep the program alive.
    worker.unref();
    worker.on('message', (answer: Answer) => {
      if (this.#options.isLast?.(answer) === false) {
        const running = this.#busy.get(worker);
        running?.timer?.refresh();
        running?.task.onInterim(answer);
        return;
      }
      const running = this.#release(worker);
      if (running === null) return;
      this.#idle.add(worker);
      running.answer(success(answer));
      this.#next();
    });
    worker.on('error', (error: unknown) => {
      this.#drop(worker, 'crashed', error instanceof Error ? error.message : String(error));
    });
    worker.on('exit', () => this.#drop(worker, 'crashed', 'The worker ended.'));
    return worker;
  }

  /** Forgets a worker; its request, if it has one, fails. Safe to call again. */
  #drop(worker: Worker, code: WorkerFailure, message: string): void {
    this.#idle.delete(worker);
    this.#release(worker)?.answer(failure(code, message));
    this.#next();
  }

  #release(worker: Worker): Task<Request, Answer> | null {
    const running = this.#busy.get(worker);
    if (running === undefined) return null;
    clearTimeout(running.timer);
    this.#busy.delete(worker);
    return running.task;
  }
}
