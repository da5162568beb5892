import type { StartTimer } from '../../../app/base/start-timer.ts';

/** A program that slept, or was busy itself, sees its timer end before it hears of the thread. */
const secondLook = 500;

/** A long text may take longer, on a computer that has other things to do as well: in milliseconds for a code unit. */
const patiencePerUnit = 0.01;

/** Watches how long a thread is at one text. */
export class TextWatch {
  readonly #startTimer: StartTimer;
  readonly #patience: number;
  readonly #onHang: (hash: string) => void;
  #hash: string | null = null;
  #stop: () => void = () => undefined;

  /** @param onHang told of the text that a thread is at for longer than `patience`, in milliseconds */
  constructor(startTimer: StartTimer, patience: number, onHang: (hash: string) => void) {
    this.#startTimer = startTimer;
    this.#patience = patience;
    this.#onHang = onHang;
  }

  /** The text that the thread is at. */
  get at(): string | null {
    return this.#hash;
  }

  /** The thread begins with a text of some length, or is at none any more. While it is at one, its time goes on. */
  note(hash: string | null, length = 0): void {
    if (hash !== null && hash === this.#hash) return;
    this.#stop();
    this.#hash = hash;
    if (hash === null) return;
    this.#stop = this.#startTimer(
      () => {
        this.#stop = this.#startTimer(() => this.#onHang(hash), secondLook);
      },
      this.#patience + length * patiencePerUnit,
    );
  }
}
