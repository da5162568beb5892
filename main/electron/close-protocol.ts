/** What the closing of a window asks of its surroundings. */
export interface ClosingWindow {
  /** Whether a page is there that can answer. */
  canAnswer(): boolean;
  /** Asks the page to save and answer. */
  askPage(): void;
  /** Asks the analyst whether to close although the page does not answer. */
  askAnalyst(): Promise<boolean>;
  /** Starts the time limit of the page's answer; answers with what stops it. */
  startTimer(callback: () => void): () => void;
  /** Lets go of the project and of the window. */
  close(): void;
  /** The window stays, so a quit that it is part of is off. */
  stay(): void;
}

/** The way from "close this window" to its end: the page saves first, but can't hold the window for ever. */
export class CloseProtocol {
  readonly #window: ClosingWindow;
  #stopTimer: (() => void) | null = null;
  #asking = false;
  #closed = false;

  constructor(window: ClosingWindow) {
    this.#window = window;
  }

  /**
   * The window was asked to close.
   *
   * @param attended whether somebody is there to answer a question; if not, silence of the page means close
   */
  request(attended: boolean): void {
    if (this.#closed) return;
    if (!this.#window.canAnswer()) {
      this.#close();
      return;
    }
    if (this.#stopTimer !== null || this.#asking) return;
    this.#stopTimer = this.#window.startTimer(() => void this.#noAnswer(attended));
    this.#window.askPage();
  }

  /** The page answered. */
  answer(close: boolean): void {
    if (this.#closed) return;
    const wasAsked = this.#stopTimer !== null || this.#asking;
    this.#stopTimer?.();
    this.#stopTimer = null;
    if (!wasAsked) return;
    if (close) this.#close();
    else this.#window.stay();
  }

  /** The page is gone; a closing that waits for its answer need not wait. */
  pageGone(): void {
    if (this.#stopTimer !== null || this.#asking) this.#close();
  }

  async #noAnswer(attended: boolean): Promise<void> {
    this.#stopTimer = null;
    this.#asking = true;
    const close = attended ? await this.#window.askAnalyst().catch(() => false) : true;
    this.#asking = false;
    if (this.#closed) return;
    if (close) this.#close();
    else this.#window.stay();
  }

  #close(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
    this.#closed = true;
    this.#window.close();
  }
}
