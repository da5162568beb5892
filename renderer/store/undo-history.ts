import type { Maker } from '../../app/base/maker.ts';
import type { HostReads } from '../../app/host/host-api.ts';
import type { Change } from '../../app/record/change.ts';
import type { Diff, RecordMap } from '../../app/record/diff.ts';
import type { ChangeId } from '../../app/record/ids.ts';
import { undoDiff } from '../../app/record/undo-diff.ts';
import { EarlierSteps } from './earlier-steps.ts';
import { jobParts } from './job-parts.ts';
import { readDiff } from './read-diff.ts';
import { type StackLimits, type StepSide, UndoStack } from './undo-stack.ts';

/** What undo or redo came to. */
export type UndoOutcome =
  /** `diff` is the change that was made, `tookBack` the one that it takes back. */
  | { readonly kind: 'done'; readonly name: string; readonly diff: Diff; readonly tookBack: Diff }
  | { readonly kind: 'nothing' }
  /** What it changed has changed since. It was passed by: undo goes on with what was done before it. */
  | { readonly kind: 'overtaken'; readonly name: string };

/** The step that a change takes back. */
export type TakesBack = Pick<Change, 'undoes'> | Pick<Change, 'redoes'>;

export interface UndoHistoryParts {
  readonly records: RecordMap;
  readonly maker: Maker;
  readonly host: Pick<HostReads, 'readHistory' | 'readEntry'>;
  /** The journal's last entry that this window holds. */
  sequence(): number;
  /** Resolves when every change of this window is in the journal. */
  whenSaved(): Promise<void>;
  /** Makes a change: shows and saves it. Throws if it can't be made. */
  make(name: string, diff: Diff, takesBack: TakesBack): Change;
  readonly limits?: StackLimits;
}

/** How many steps of the journal are looked up at a time. */
const stepsAtOnce = 20;

/**
 * What can be taken back and done again: the steps of this window in memory, behind them those that the journal holds of
 * this analyst. Each is taken back as a new change (rule D5).
 */
export class UndoHistory {
  readonly #parts: UndoHistoryParts;
  readonly #stack: UndoStack;
  /** What was taken back or passed by, whether the journal has heard of it or not; and the jobs that were. */
  readonly #passedBy = new Set<ChangeId>();
  readonly #passedJobs = new Set<string>();
  #earlier: EarlierSteps | null = null;
  /** Nothing more is to be found in the journal. */
  #isExhausted = false;
  #hasPushed = false;
  #hasDropped = false;
  #reading: Promise<void> | null = null;

  constructor(parts: UndoHistoryParts) {
    this.#parts = parts;
    this.#stack = new UndoStack(parts.limits);
  }

  /** What undo would take back, by name; `null`: nothing, as far as was looked. */
  get undoName(): string | null {
    return this.#stack.nextName('done');
  }

  get redoName(): string | null {
    return this.#stack.nextName('undone');
  }

  /** Notes a change that the analyst asked for. */
  push({ id, name, diff, jobId }: Change): void {
    this.#hasPushed = true;
    this.#earlier?.clear();
    const step = { name, diff, changeId: id };
    this.#stack.push(jobId === undefined ? step : { ...step, jobId });
  }

  /**
   * What has to be waited for before undo (`done`) or redo (`undone`): the journal, where memory has no step of that side, or
   * one of a job whose first part may have come before the program began;
   * `null`: nothing. Rejects when the journal can't be read.
   */
  whenReady(side: StepSide): Promise<void> | null {
    if (this.#reading !== null) return this.#reading.then(() => this.whenReady(side) ?? undefined);
    if (this.#stack.takeDropped()) {
      // What was dropped lies above the place that was reached: the way back begins anew.
      this.#earlier = null;
      this.#isExhausted = false;
      this.#hasDropped = true;
    }
    const unread = this.#stack.unread(side);
    const unproven = this.#stack.unproven(side);
    if (unproven !== null) return this.#whenProven(side, unproven);
    if (unread === null && (this.#stack.nextName(side) !== null || this.#isExhausted)) return null;
    this.#reading = (
      unread === null ? this.#findSteps(side) : this.#readStep(side, unread)
    ).finally(() => {
      this.#reading = null;
    });
    return this.#reading.then(() => this.whenReady(side) ?? undefined);
  }

  #whenProven(
    side: StepSide,
    { jobId, last }: { readonly jobId: string; readonly last: ChangeId },
  ): Promise<void> {
    const { host, maker, sequence } = this.#parts;
    this.#reading = jobParts({ host, author: maker.author, upTo: sequence(), jobId, last })
      .catch((error: unknown) => {
        // What came here can still be taken back.
        this.#stack.prove(side, last, []);
        throw error;
      })
      .then((sequences) => this.#stack.prove(side, last, sequences))
      .finally(() => {
        this.#reading = null;
      });
    return this.#reading.then(() => this.whenReady(side) ?? undefined);
  }

  /** Takes back the last step. Call after `whenReady`. */
  undo(): UndoOutcome {
    return this.#takeBack('done', 'Undo');
  }

  /** Does again what was undone last. Call after `whenReady`. */
  redo(): UndoOutcome {
    return this.#takeBack('undone', 'Redo');
  }

  #takeBack(side: StepSide, verb: 'Undo' | 'Redo'): UndoOutcome {
    const step = this.#stack.next(side);
    if (step === null) return { kind: 'nothing' };
    const { name, changeId, jobId } = step;
    this.#passedBy.add(changeId);
    if (jobId !== undefined) this.#passedJobs.add(jobId);
    const diff = undoDiff(this.#parts.records, step.diff, this.#parts.maker);
    if (diff === null) {
      this.#stack.passBy(side);
      return { kind: 'overtaken', name };
    }
    const takesBack = verb === 'Undo' ? { undoes: changeId } : { redoes: changeId };
    const change = this.#parts.make(`${verb} ${name}`, diff, takesBack);
    this.#stack.move(side, { name, diff, changeId: change.id });
    return { kind: 'done', name, diff, tookBack: step.diff };
  }

  async #findSteps(side: StepSide): Promise<void> {
    // What was dropped from memory is looked for among the changes of this window.
    if (this.#earlier === null && this.#hasDropped) await this.#parts.whenSaved();
    this.#earlier ??= new EarlierSteps({
      host: this.#parts.host,
      author: this.#parts.maker.author,
      upTo: this.#parts.sequence(),
      cleared: this.#hasPushed && !this.#hasDropped,
      isKnown: (id, jobId) =>
        this.#passedBy.has(id) ||
        (jobId !== null && this.#passedJobs.has(jobId)) ||
        this.#stack.holds(id, jobId),
    });
    for (let found = 0; found < stepsAtOnce; ) {
      const step = await this.#earlier.next();
      if (step === null) {
        this.#isExhausted = true;
        return;
      }
      this.#stack.addEarlier(step.side, step);
      if (step.side === side) found += 1;
    }
  }

  async #readStep(side: StepSide, sequences: readonly number[]): Promise<void> {
    const id = this.#stack.nextId(side);
    if (id === null) return;
    try {
      const diffs: Diff[] = [];
      for (const sequence of sequences) diffs.push(await readDiff(this.#parts.host, sequence));
      this.#stack.fill(side, id, diffs);
    } catch (error) {
      // A damaged line would stand in the way of all that was done before it.
      if (this.#stack.nextId(side) === id) this.#stack.passBy(side);
      this.#passedBy.add(id);
      throw error;
    }
  }
}
