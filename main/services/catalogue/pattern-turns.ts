import { systemTimer } from '../system-timer.ts';
import type { ReaderQuestion } from './catalogue-messages.ts';
import type { ReaderLine, ReaderOutcome } from './reader-line.ts';

export type PatternQuestion = Extract<ReaderQuestion, { readonly request: unknown }>;

/** Patterns take turns: one that is at work when a later one of its kind comes gives way, or is ended. */
export class PatternTurns {
  readonly #line: ReaderLine;
  readonly #patience: number;
  /** By kind, what was asked last, and what is worked on. */
  readonly #latest = new Map<string, string>();
  readonly #subject = new Map<string, string>();

  /** @param patience so long, in milliseconds, a pattern may go on when a later one waits */
  constructor(line: ReaderLine, patience: number) {
    this.#line = line;
    this.#patience = patience;
  }

  async ask(question: PatternQuestion): Promise<ReaderOutcome> {
    const { kind, request } = question;
    const subject = `${request.sort} ${request.query}`;
    this.#latest.set(kind, subject);
    if (this.#subject.get(kind) !== subject && this.#line.isBusyWith(kind)) {
      this.#line.cancel(kind);
      await this.#untilFree(kind);
      if (this.#latest.get(kind) !== subject) return { kind: 'ended' };
      if (this.#line.isBusyWith(kind)) await this.#line.end();
    }
    this.#subject.set(kind, subject);
    return this.#line.ask(question);
  }

  async #untilFree(kind: PatternQuestion['kind']): Promise<void> {
    const step = 10;
    for (let waited = 0; waited < this.#patience; waited += step) {
      if (!this.#line.isBusyWith(kind)) return;
      await new Promise<void>((resolve) => void systemTimer(resolve, step));
    }
  }
}
