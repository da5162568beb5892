import { type Diff, squashDiffs } from '../../app/record/diff.ts';
import type { ChangeId } from '../../app/record/ids.ts';
import { statesIn } from '../../app/record/slice-diff.ts';
import { jobName } from './job-name.ts';

/** Something done that can be taken back. */
export interface Step {
  /** The command's name, as the undo command shows it: "Highlight". */
  readonly name: string;
  readonly diff: Diff;
  /** The change that made it; of several parts the last one. */
  readonly changeId: ChangeId;
  /** The job that it is a part of: its parts are one step. Absent: it stands alone. */
  readonly jobId?: string;
}

/** A step that the journal holds: what it changed is read when it is wanted. */
export interface EarlierStep {
  readonly name: string;
  readonly changeId: ChangeId;
  /** Absent: it stands alone. */
  readonly jobId?: string;
  /** Its entries in the journal, in order. */
  readonly sequences: readonly number[];
}

/** What was done, or what was taken back: the latter is done again by `redo`. */
export type StepSide = 'done' | 'undone';

/** A step as it is kept: the diffs of a job are made one when they are wanted, not each time another comes. */
interface KeptStep {
  name: string;
  changeId: ChangeId;
  readonly jobId: string | undefined;
  /** Not read yet: the entries that hold it. */
  sequences: readonly number[];
  diffs: readonly Diff[] | null;
  weight: number;
  /** How many parts of a job it has, and whether the job is known to have no others. */
  parts: number;
  isWhole: boolean;
}

/** How much is kept in memory at the most. What is dropped is in the journal. */
export interface StackLimits {
  readonly steps: number;
  /** States of records that steps hold: of an updated record two. Some 0.5 kB each, as far as nothing else holds them. */
  readonly states: number;
}

const usualLimits: StackLimits = { steps: 10_000, states: 200_000 };

/** What was done in this window and what was taken back, in order, across panes and kinds of records. */
export class UndoStack {
  readonly #limits: StackLimits;
  readonly #done: KeptStep[] = [];
  #undone: KeptStep[] = [];
  #weight = 0;
  #hasDropped = false;

  constructor(limits: StackLimits = usualLimits) {
    this.#limits = limits;
  }

  /** Notes a new step, or a further part of the last one; what was taken back can't be done again after it. */
  push({ name, diff, changeId, jobId }: Step): void {
    for (const { weight } of this.#undone) this.#weight -= weight;
    this.#undone = [];
    const index = this.#done.findLastIndex(
      (step) => jobId !== undefined && step.jobId === jobId && step.diffs !== null,
    );
    // The analyst may have done something else between two parts: the job is one step, the last one, all the same.
    const [known] = index === -1 ? [] : this.#done.splice(index, 1);
    if (known !== undefined) {
      known.diffs = [...(known.diffs ?? []), diff];
      known.name = jobName(known.name, name);
      known.changeId = changeId;
      known.parts += 1;
      this.#done.push(known);
      this.#weigh(known);
    } else this.#add(this.#done, { name, changeId, jobId, diffs: [diff] });
    this.#drop();
  }

  /** The step that undo (`done`) or redo (`undone`) takes back next, by name; `null`: there is none in memory. */
  nextName(side: StepSide): string | null {
    return this.#steps(side).at(-1)?.name ?? null;
  }

  /** That step. Cost: the diffs of it, when a job made several. Throws if it has not been read yet. */
  next(side: StepSide): Step | null {
    const step = this.#steps(side).at(-1);
    if (step === undefined) return null;
    const [first, ...others] = step.diffs ?? [];
    if (first === undefined) throw new Error('This step has not been read from the journal yet.');
    const diff = others.reduce(squashDiffs, first);
    step.diffs = [diff];
    this.#weigh(step);
    const { name, changeId, jobId } = step;
    return jobId === undefined ? { name, diff, changeId } : { name, diff, changeId, jobId };
  }

  /** The entries that hold the next step, if what it changed has not been read yet. */
  unread(side: StepSide): readonly number[] | null {
    const step = this.#steps(side).at(-1);
    return step?.diffs === null ? step.sequences : null;
  }

  /** Gives the next step what it changed, in the order of its entries. */
  fill(side: StepSide, changeId: ChangeId, diffs: readonly Diff[]): void {
    const step = this.#steps(side).at(-1);
    if (step?.changeId !== changeId || step.diffs !== null) return;
    step.diffs = diffs;
    this.#weigh(step);
    this.#drop();
  }

  /** The job that made the next step, if an earlier run of the program may have made a part of it; `null`: none may. */
  unproven(side: StepSide): { readonly jobId: string; readonly last: ChangeId } | null {
    const step = this.#steps(side).at(-1);
    if (step?.jobId === undefined || step.isWhole || step.diffs === null) return null;
    return { jobId: step.jobId, last: step.changeId };
  }

  /** Gives the next step all entries of its job: if these are more than came here, it is read from them. */
  prove(side: StepSide, last: ChangeId, sequences: readonly number[]): void {
    const step = this.#steps(side).at(-1);
    if (step?.changeId !== last) return;
    step.isWhole = true;
    if (sequences.length <= step.parts) return;
    step.sequences = sequences;
    step.diffs = null;
    this.#weigh(step);
  }

  /** The id of the next step; `null`: there is none in memory. */
  nextId(side: StepSide): ChangeId | null {
    return this.#steps(side).at(-1)?.changeId ?? null;
  }

  /** Moves the next step of a side over to the other one, as the change that took it back. */
  move(from: StepSide, { name, diff, changeId }: Step): void {
    const step = this.#steps(from).pop();
    if (step !== undefined) this.#weight -= step.weight;
    const to = from === 'done' ? this.#undone : this.#done;
    this.#add(to, { name, changeId, jobId: undefined, diffs: [diff] });
    this.#drop();
  }

  /** Forgets the next step of a side: it can't be taken back any more. */
  passBy(side: StepSide): void {
    const step = this.#steps(side).pop();
    if (step !== undefined) this.#weight -= step.weight;
  }

  /** Puts a step of the journal behind all others of its side: it is the last one to be taken back. */
  addEarlier(side: StepSide, { name, changeId, jobId, sequences }: EarlierStep): void {
    const about = { name, changeId, jobId, sequences, parts: sequences.length };
    const step = { ...about, diffs: null, weight: 0, isWhole: true };
    this.#steps(side).unshift(step);
  }

  /** Whether steps were dropped since this was asked last. */
  takeDropped(): boolean {
    const had = this.#hasDropped;
    this.#hasDropped = false;
    return had;
  }

  /** Whether a change, or the job that made it, stands in memory as a step. */
  holds(changeId: ChangeId, jobId: string | null): boolean {
    const is = (step: KeptStep): boolean =>
      step.changeId === changeId || (jobId !== null && step.jobId === jobId);
    return this.#done.some(is) || this.#undone.some(is);
  }

  #steps(side: StepSide): KeptStep[] {
    return side === 'done' ? this.#done : this.#undone;
  }

  #add(to: KeptStep[], step: Pick<KeptStep, 'name' | 'changeId' | 'jobId' | 'diffs'>): void {
    const isWhole = step.jobId === undefined;
    const kept: KeptStep = { ...step, sequences: [], weight: 0, parts: 1, isWhole };
    to.push(kept);
    this.#weigh(kept);
  }

  #weigh(step: KeptStep): void {
    this.#weight -= step.weight;
    step.weight = (step.diffs ?? []).reduce((sum, diff) => sum + statesIn(diff), 0);
    this.#weight += step.weight;
  }

  /** Drops what would be taken back last, of what was done first. The next step of each side always stays. */
  #drop(): void {
    const { steps, states } = this.#limits;
    for (const list of [this.#done, this.#undone]) {
      while (list.length > 1 && (list.length > steps || this.#weight > states)) {
        this.#weight -= list.shift()?.weight ?? 0;
        this.#hasDropped = true;
      }
    }
  }
}
