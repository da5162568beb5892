/** Waits between tries, in milliseconds: soon at first, then patient. */
const waits = [250, 1_000, 3_000, 10_000];

interface Task {
  run(): Promise<void>;
  done(): void;
}

/**
 * Runs tasks one after the other, each until it succeeds. A task that fails holds the ones behind it back and is tried
 * again; `problem` says why meanwhile. Nothing is dropped but by `stop`.
 */
export class RetryingChain {
  readonly #tasks: Task[] = [];
  readonly #onChange: () => void;
  #running = false;
  #stopped = false;
  #problem: string | null = null;
  #wake: (() => void) | null = null;
  #empty: (() => void)[] = [];

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Why the first task has not succeeded yet; `null` while nothing has failed. */
  get problem(): string | null {
    return this.#problem;
  }

  add(run: () => Promise<void>, done: () => void = () => undefined): void {
    this.#tasks.push({ run, done });
    if (!this.#running) void this.#work();
  }

  /** Resolves when no task is left, or the chain was stopped. */
  whenEmpty(): Promise<void> {
    if (!this.#running) return Promise.resolve();
    return new Promise((resolve) => this.#empty.push(resolve));
  }

  stop(): void {
    this.#stopped = true;
    this.#wake?.();
  }

  async #work(): Promise<void> {
    this.#running = true;
    let tries = 0;
    for (let task = this.#tasks[0]; task !== undefined && !this.#stopped; task = this.#tasks[0]) {
      try {
        await task.run();
      } catch (error) {
        this.#problem = error instanceof Error ? error.message : String(error);
        this.#onChange();
        await this.#wait(waits[Math.min(tries, waits.length - 1)] ?? 0);
        tries += 1;
        continue;
      }
      tries = 0;
      this.#problem = null;
      this.#tasks.shift();
      task.done();
    }
    this.#running = false;
    const empty = this.#empty;
    this.#empty = [];
    for (const resolve of empty) resolve();
  }

  #wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
