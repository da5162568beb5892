import { type JournalPosition, recentKept } from './database.ts';

/**
 * Follows which journal entries are held. Acknowledgements of our own changes and entries of main's imports come over
 * different ways and may pass each other, so what is ahead of a gap waits until the gap is closed.
 */
export class PositionTracker {
  #position: JournalPosition;
  readonly #ahead = new Map<number, string>();

  constructor(position: JournalPosition) {
    this.#position = position;
  }

  /** Everything up to here is held. */
  get position(): JournalPosition {
    return this.#position;
  }

  /** Whether entries are held beyond one that is not. */
  get hasGap(): boolean {
    return this.#ahead.size > 0;
  }

  /** Notes an entry as held. `false`: it was known. */
  note(sequence: number, changeId: string): boolean {
    if (sequence <= this.#position.sequence || this.#ahead.has(sequence)) return false;
    this.#ahead.set(sequence, changeId);
    for (;;) {
      const next = this.#position.sequence + 1;
      const id = this.#ahead.get(next);
      if (id === undefined) return true;
      this.#ahead.delete(next);
      const recent = [...(this.#position.recent ?? []), [next, id] as const].slice(-recentKept);
      this.#position = { key: 'journal', sequence: next, changeId: id, recent };
    }
  }
}
