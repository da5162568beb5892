import type { CatalogueState } from '../../../app/host/search.ts';
import type { JournalEnd, RebuildReason, WriterAnswer } from './catalogue-messages.ts';

const noticed: Readonly<Record<RebuildReason, string>> = {
  damaged: 'The catalogue was damaged and was built anew. Nothing of yours is in it.',
  strange: 'The catalogue was of another state of the project and was built anew.',
};

/** What the thread that writes the catalogue tells of itself. */
export class WriterState {
  readonly #tell: (answer: WriterAnswer) => void;
  #indexed = 0;
  #withoutText = 0;
  /** Articles that wait, while all is built anew. */
  #waiting = 0;
  #version = 0;
  #noticed: string | null = null;
  #failed: string | null = null;

  constructor(tell: (answer: WriterAnswer) => void) {
    this.#tell = tell;
  }

  get hasFailed(): boolean {
    return this.#failed !== null;
  }

  /** @param sentence for people; `null`: it works again */
  fail(sentence: string | null): void {
    this.#failed = sentence;
  }

  /** All is built anew, and people may want to know why. */
  notice(reason: RebuildReason | null): void {
    this.#noticed = reason === null ? null : noticed[reason];
  }

  /** How far building is. */
  note(indexed: number, waiting: number): void {
    this.#indexed = indexed;
    this.#waiting = waiting;
  }

  /** What the tables hold, when nothing is being built. */
  count({ articles, withoutText }: { readonly articles: number; readonly withoutText: number }) {
    this.#indexed = articles;
    this.#withoutText = withoutText;
    this.#waiting = 0;
  }

  /**
   * @param queued articles in requests that wait
   * @param changed whether a search may answer otherwise than before
   */
  tell(state: CatalogueState['state'], end: JournalEnd, queued: number, changed: boolean): void {
    if (changed) this.#version += 1;
    const waiting = this.#waiting + queued;
    const message = this.#failed ?? this.#message();
    this.#tell({
      kind: 'state',
      sequence: end.sequence,
      state: {
        state,
        indexed: this.#indexed,
        total: this.#indexed + waiting,
        version: this.#version,
        ...(message === null ? {} : { message }),
      },
    });
  }

  #message(): string | null {
    const missing =
      this.#withoutText === 0
        ? []
        : [
            `The ${this.#withoutText === 1 ? 'text of one article is' : `texts of ${this.#withoutText} articles are`} missing, so searching finds only the metadata. Restore .variorum/texts from a copy of the project folder.`,
          ];
    const sentences = [...(this.#noticed === null ? [] : [this.#noticed]), ...missing];
    return sentences.length === 0 ? null : sentences.join(' ');
  }
}
