import type { StartTimer } from '../snapshot/snapshot-schedule.ts';
import type { ReaderAnswer, ReaderQuestion, ReaderRequest } from './catalogue-messages.ts';
import type { CatalogueThread } from './catalogue-thread.ts';

/** What became of a question. `stopped`: it ran too long and was ended. `ended`: the thread is gone. */
export type ReaderOutcome =
  | Exclude<ReaderAnswer, { kind: 'working' }>
  | { readonly kind: 'stopped' }
  | { readonly kind: 'ended' };

export interface ReaderLineOptions {
  readonly file: string;
  readonly start: () => CatalogueThread<ReaderRequest, ReaderAnswer>;
  readonly startTimer: StartTimer;
  /**
   * After so many milliseconds without an answer or a sign of life the thread is ended. Counted from its first sign of
   * life: how long a thread takes to start says something of the machine, and nothing of the question.
   */
  readonly patience: number;
  /** After so many milliseconds on one question it is ended, with signs of life or without. */
  readonly limit: number;
}

interface Asked {
  readonly kind: ReaderQuestion['kind'];
  readonly answer: (outcome: ReaderOutcome) => void;
  readonly stopLimit: () => void;
}

/** Asks a reading thread, starts it when it is needed, and ends it when it hangs. */
export class ReaderLine {
  readonly #options: ReaderLineOptions;
  readonly #asked = new Map<number, Asked>();
  #thread: CatalogueThread<ReaderRequest, ReaderAnswer> | null = null;
  #stopPatience: () => void = () => undefined;
  /** Whether the present thread gave a sign of life. */
  #isThere = false;
  #lastId = 0;

  constructor(options: ReaderLineOptions) {
    this.#options = options;
  }

  /** Never rejects. */
  ask(question: ReaderQuestion): Promise<ReaderOutcome> {
    this.#lastId += 1;
    const id = this.#lastId;
    const { file, startTimer, limit } = this.#options;
    this.#thread ??= this.#start();
    return new Promise((answer) => {
      const stopLimit = startTimer(() => void this.end('stopped'), limit);
      this.#asked.set(id, { kind: question.kind, answer, stopLimit });
      if (this.#asked.size === 1) this.#wait();
      this.#thread?.post({ id, file, question });
    });
  }

  /** Whether a question of a kind is under way. */
  isBusyWith(kind: ReaderQuestion['kind']): boolean {
    return [...this.#asked.values()].some((asked) => asked.kind === kind);
  }

  /** Says that what is under way of a kind is wanted no more. */
  cancel(what: 'search' | 'concordance'): void {
    this.#thread?.post({ id: 0, file: this.#options.file, question: { kind: 'cancel', what } });
  }

  /** Ends the thread; what it was asked is answered so. The next question starts it again. Never rejects. */
  async end(kind: 'stopped' | 'ended' = 'ended'): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    this.#stopPatience();
    const asked = [...this.#asked.values()];
    this.#asked.clear();
    for (const { answer, stopLimit } of asked) {
      stopLimit();
      answer({ kind });
    }
    await thread?.end();
  }

  #start(): CatalogueThread<ReaderRequest, ReaderAnswer> {
    const thread = this.#options.start();
    this.#isThere = false;
    thread.onAnswer((answer) => {
      if (thread === this.#thread) this.#take(answer);
    });
    thread.onCrash(() => {
      if (thread === this.#thread) void this.end('stopped');
    });
    return thread;
  }

  #take(answer: ReaderAnswer): void {
    this.#isThere = true;
    this.#stopPatience();
    if (answer.kind !== 'working') {
      const asked = this.#asked.get(answer.id);
      this.#asked.delete(answer.id);
      asked?.stopLimit();
      asked?.answer(answer);
    }
    if (this.#asked.size > 0) this.#wait();
  }

  #wait(): void {
    const { startTimer, patience } = this.#options;
    this.#stopPatience();
    if (!this.#isThere) return;
    this.#stopPatience = startTimer(() => void this.end('stopped'), patience);
  }
}
