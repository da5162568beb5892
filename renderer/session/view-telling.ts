/** Subscribes a listener; returns what ends it. */
export type Subscribe = (listener: () => void) => () => void;

/**
 * When a listener is told while views are held: `in-frame`, as the next frame is made, for what it is to show;
 * `behind-frame`, for what may stand in the one after.
 */
export type Turn = 'in-frame' | 'behind-frame';

/** What a person may do next: whatever is held is shown before it acts. */
const acts = ['keydown', 'beforeinput', 'compositionstart', 'pointerdown'] as const;

/** How long a frame may take to come, in milliseconds. */
const longest = 250;

/**
 * Tells views of changes, at once or, while it holds, with the next frame. So a change is on its way to the disk before
 * anything is drawn, a highlight is in the text in one frame, and what is said of it beside the text in the one after.
 * Whoever acts before that finds everything shown.
 */
export class ViewTelling {
  /** Runs listeners so that what they draw is there when it returns. The root of the views puts its own in. */
  drawNow: (run: () => void) => void = (run) => run();
  readonly #wrapped = new WeakMap<Subscribe, Subscribe>();
  #held: Record<Turn, Set<() => void>> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** A subscription whose listeners are told behind the frame while views are held. The same for the same subscription. */
  wrap(subscribe: Subscribe): Subscribe {
    const known = this.#wrapped.get(subscribe);
    if (known !== undefined) return known;
    const wrapped: Subscribe = (listener) => this.follow(subscribe, listener, 'behind-frame');
    this.#wrapped.set(subscribe, wrapped);
    return wrapped;
  }

  /** Subscribes a listener that waits for its turn while views are held. Returns what ends it. */
  follow(subscribe: Subscribe, listener: () => void, turn: Turn): () => void {
    const stop = subscribe(() => {
      if (this.#held === null) listener();
      else this.#held[turn].add(listener);
    });
    return () => {
      this.#held?.[turn].delete(listener);
      stop();
    };
  }

  /** Does something once what is held for the frame is drawn; at once if nothing is held. */
  inFrame(run: () => void): void {
    if (this.#held === null) run();
    else this.#held['in-frame'].add(run);
  }

  /** Holds views until the window has drawn a frame, or somebody acts. A window that nobody sees draws none: no holding. */
  holdForFrame(): void {
    if (this.#held !== null || document.visibilityState === 'hidden') return;
    this.#held = { 'in-frame': new Set(), 'behind-frame': new Set() };
    for (const act of acts) window.addEventListener(act, this.#release, { capture: true });
    this.#timer = setTimeout(this.#release, longest);
    const held = this.#held;
    requestAnimationFrame(() => {
      if (this.#held !== held) return;
      this.#tell('in-frame');
      // The frame is drawn when its callbacks have run.
      setTimeout(() => this.#held === held && this.#release());
    });
  }

  readonly #release = (): void => {
    if (this.#held === null) return;
    clearTimeout(this.#timer);
    for (const act of acts) window.removeEventListener(act, this.#release, { capture: true });
    this.#tell('in-frame');
    const views = this.#held['behind-frame'];
    this.#held = null;
    this.drawNow(() => {
      for (const listener of views) listener();
    });
  };

  #tell(turn: Turn): void {
    const listeners = [...(this.#held?.[turn] ?? [])];
    this.#held?.[turn].clear();
    for (const listener of listeners) listener();
  }
}
