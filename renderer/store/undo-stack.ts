import type { Diff } from '../../app/record/diff.ts';

/** Something done that can be taken back. */
export interface Step {
  /** The command's name, as the undo command shows it: "Highlight". */
  readonly name: string;
  readonly diff: Diff;
}

/** How many steps are kept at the most. */
const limit = 10_000;

/** What was done in this window and what was taken back, in order, across panes and kinds of records. */
export class UndoStack {
  readonly #done: Step[] = [];
  #undone: Step[] = [];

  /** Notes a new step; what was taken back can't be done again after it. */
  push(step: Step): void {
    this.#undone = [];
    this.#done.push(step);
    if (this.#done.length > limit) this.#done.shift();
  }

  get lastDone(): Step | null {
    return this.#done.at(-1) ?? null;
  }

  get lastUndone(): Step | null {
    return this.#undone.at(-1) ?? null;
  }

  /** Moves the last step over to what can be done again, as the diff that undid it. */
  didUndo(undoing: Step): void {
    this.#done.pop();
    this.#undone.push(undoing);
  }

  /** Moves the last undone step back, as the diff that did it again. */
  didRedo(redoing: Step): void {
    this.#undone.pop();
    this.#done.push(redoing);
  }
}
