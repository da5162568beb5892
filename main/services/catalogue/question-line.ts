import type { StartTimer } from '../../../app/base/start-timer.ts';
import type { CatalogueThread } from './catalogue-thread.ts';

/** What a thread is posted: a question about what lies at a place, and the number that its answer bears. */
export type AskedAt<Place, Question> = Place & { readonly id: number; readonly question: Question };

/** What a thread tells of a question. `working`: still at it, the thread does not hang. */
export interface LineAnswer {
  readonly id: number;
  readonly kind: string;
}

/** What became of a question. `stopped`: it ran too long and was ended. `ended`: the thread is gone. */
export type LineOutcome<Answer extends LineAnswer> =
  | Exclude<Answer, { readonly kind: 'working' }>
  | { readonly kind: 'stopped' }
  | { readonly kind: 'ended' };

export interface QuestionLineOptions<Place, Question, Answer> {
  /** What every question is about. */
  readonly place: Place;
  readonly start: () => CatalogueThread<AskedAt<Place, Question>, Answer>;
  readonly startTimer: StartTimer;
  /**
   * After so many milliseconds without an answer or a sign of life the thread is ended. Counted from its first sign of
   * life: how long a thread takes to start says something of the machine, and nothing of the question. As long as
   * `limit`: of no consequence.
   */
  readonly patience: number;
  /** After so many milliseconds on one question it is ended, with signs of life or without. */
  readonly limit: number;
}

interface Asked<Answer extends LineAnswer> {
  readonly kind: string;
  readonly answer: (outcome: LineOutcome<Answer>) => void;
  readonly stopLimit: () => void;
}

/** Asks a thread, starts it when it is needed, and ends it when it hangs. */
export class QuestionLine<
  Place extends object,
  Question extends { readonly kind: string },
  Answer extends LineAnswer,
> {
  readonly #options: QuestionLineOptions<Place, Question, Answer>;
  readonly #asked = new Map<number, Asked<Answer>>();
  #thread: CatalogueThread<AskedAt<Place, Question>, Answer> | null = null;
  #stopPatience: () => void = () => undefined;
  /** Whether the present thread gave a sign of life. */
  #isThere = false;
  #isClosed = false;
  #lastId = 0;

  constructor(options: QuestionLineOptions<Place, Question, Answer>) {
    this.#options = options;
  }

  /** Never rejects. */
  ask(question: Question): Promise<LineOutcome<Answer>> {
    if (this.#isClosed) return Promise.resolve({ kind: 'ended' });
    this.#lastId += 1;
    const id = this.#lastId;
    const { place, startTimer, limit } = this.#options;
    this.#thread ??= this.#start();
    return new Promise((answer) => {
      const stopLimit = startTimer(() => void this.end('stopped'), limit);
      this.#asked.set(id, { kind: question.kind, answer, stopLimit });
      if (this.#asked.size === 1) this.#wait();
      this.#thread?.post({ ...place, id, question });
    });
  }

  /** Whether a question of a kind is under way. */
  isBusyWith(kind: Question['kind']): boolean {
    return [...this.#asked.values()].some((asked) => asked.kind === kind);
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

  /** As `end`, for good: who asks later, having waited for something else, starts no thread that nobody would end. */
  close(): Promise<void> {
    this.#isClosed = true;
    return this.end();
  }

  /** Tells the thread, if there is one, what gets no answer. */
  protected tell(question: Question): void {
    this.#thread?.post({ ...this.#options.place, id: 0, question });
  }

  #start(): CatalogueThread<AskedAt<Place, Question>, Answer> {
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

  #take(answer: Answer): void {
    this.#isThere = true;
    this.#stopPatience();
    if (isLast(answer)) {
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

function isLast<Answer extends LineAnswer>(
  answer: Answer,
): answer is Exclude<Answer, { readonly kind: 'working' }> {
  return answer.kind !== 'working';
}
