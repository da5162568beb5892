import { type Diff, squashDiffs } from '../../app/record/diff.ts';

/** Something done that can be taken back. */
export interface Step {
  /** The command's name, as the undo command shows it: "Highlight". */
  readonly name: string;
  readonly diff: Diff;
  /** The job that it is a part of: its parts are one step. Absent: it stands alone. */
  readonly jobId?: string;
}

/** A step as it is kept: the diffs of a job are made one when they are wanted, not each time another comes. */
interface KeptStep {
  readonly name: string;
  readonly jobId: string | undefined;
  diffs: readonly Diff[];
}

/** How many steps are kept at the most. */
const limit = 10_000;

/** What was done in this window and what was taken back, in order, across panes and kinds of records. */
export class UndoStack {
  readonly #done: KeptStep[] = [];
  #undone: Step[] = [];

  /** Notes a new step, or a further part of the last one; what was taken back can't be done again after it. */
  push({ name, diff, jobId }: Step): void {
    this.#undone = [];
    const last = this.#done.at(-1);
    if (jobId !== undefined && last?.jobId === jobId) {
      last.diffs = [...last.diffs, diff];
      return;
    }
    this.#done.push({ name, jobId, diffs: [diff] });
    if (this.#done.length > limit) this.#done.shift();
  }

  /** What undo takes back. Cost: the diffs of the step, when a job made several. */
  get lastDone(): Step | null {
    const last = this.#done.at(-1);
    const [first, ...others] = last?.diffs ?? [];
    if (last === undefined || first === undefined) return null;
    const diff = others.reduce(squashDiffs, first);
    last.diffs = [diff];
    return { name: last.name, diff };
  }

  /** The name of `lastDone`. */
  get lastDoneName(): string | null {
    return this.#done.at(-1)?.name ?? null;
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
  didRedo({ name, diff }: Step): void {
    this.#undone.pop();
    this.#done.push({ name, jobId: undefined, diffs: [diff] });
  }
}
