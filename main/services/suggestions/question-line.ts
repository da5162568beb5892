import type { CatalogueThread } from '../catalogue/catalogue-thread.ts';
import type { StartTimer } from '../snapshot/snapshot-schedule.ts';
import type {
  SuggestionQuestion,
  SuggestionReaderAnswer,
  SuggestionReaderRequest,
  SuggestionSources,
} from './suggestion-messages.ts';

/** What became of a question. `stopped`: the thread ran too long, or is gone. */
export type QuestionOutcome = SuggestionReaderAnswer | { readonly kind: 'stopped' };

export interface QuestionLineOptions {
  readonly sources: SuggestionSources;
  readonly start: () => CatalogueThread<SuggestionReaderRequest, SuggestionReaderAnswer>;
  readonly startTimer: StartTimer;
  /** After so many milliseconds on one question the thread is ended. */
  readonly limit: number;
}

interface Asked {
  readonly answer: (outcome: QuestionOutcome) => void;
  readonly stopLimit: () => void;
}

/** Asks the thread that reads suggestions, and starts it when it is needed. */
export class QuestionLine {
  readonly #options: QuestionLineOptions;
  readonly #asked = new Map<number, Asked>();
  #thread: CatalogueThread<SuggestionReaderRequest, SuggestionReaderAnswer> | null = null;
  #lastId = 0;

  constructor(options: QuestionLineOptions) {
    this.#options = options;
  }

  /** Never rejects. */
  ask(question: SuggestionQuestion): Promise<QuestionOutcome> {
    this.#lastId += 1;
    const id = this.#lastId;
    const { sources, startTimer, limit } = this.#options;
    this.#thread ??= this.#start();
    return new Promise((answer) => {
      const stopLimit = startTimer(() => void this.end(), limit);
      this.#asked.set(id, { answer, stopLimit });
      this.#thread?.post({ id, sources, question });
    });
  }

  /** Ends the thread; the next question starts another. Never rejects. */
  async end(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    const asked = [...this.#asked.values()];
    this.#asked.clear();
    for (const { answer, stopLimit } of asked) {
      stopLimit();
      answer({ kind: 'stopped' });
    }
    await thread?.end();
  }

  #start(): CatalogueThread<SuggestionReaderRequest, SuggestionReaderAnswer> {
    const thread = this.#options.start();
    thread.onAnswer((answer) => {
      if (thread !== this.#thread) return;
      const asked = this.#asked.get(answer.id);
      this.#asked.delete(answer.id);
      asked?.stopLimit();
      asked?.answer(answer);
    });
    thread.onCrash(() => {
      if (thread === this.#thread) void this.end();
    });
    return thread;
  }
}
