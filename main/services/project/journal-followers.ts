import type { StartTimer } from '../../../app/base/start-timer.ts';
import type { JournalEntry } from '../../../app/record/change.ts';
import { systemTimer } from '../system-timer.ts';

/** What follows the journal in threads of its own. */
export interface JournalFollower {
  apply(entry: JournalEntry): void;
}

/**
 * Entries wait so long for each other, in milliseconds. The threads that they wake would take the processor from what carries
 * the journal's answer to the window and draws there: a third of the time until "Saved".
 */
const behindAnswer = 20;

/** Passes entries on in their order, a moment after they were journalled. */
export class JournalFollowers {
  readonly #followers: readonly JournalFollower[];
  readonly #startTimer: StartTimer;
  #waiting: JournalEntry[] = [];
  #stopTimer: (() => void) | null = null;

  constructor(followers: readonly JournalFollower[], startTimer: StartTimer = systemTimer) {
    this.#followers = followers;
    this.#startTimer = startTimer;
  }

  tell(entry: JournalEntry): void {
    this.#waiting.push(entry);
    this.#stopTimer ??= this.#startTimer(() => this.flush(), behindAnswer);
  }

  /** Passes on what waits, at once: before a follower is asked, or closed. */
  flush(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
    const entries = this.#waiting;
    this.#waiting = [];
    for (const entry of entries) for (const follower of this.#followers) follower.apply(entry);
  }
}
