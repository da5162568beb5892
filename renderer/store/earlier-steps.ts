import type { HistoryEntry } from '../../app/host/history.ts';
import type { HostReads } from '../../app/host/host-api.ts';
import type { ChangeId } from '../../app/record/ids.ts';
import { jobName } from './job-name.ts';
import { isPartOf, mostBetweenParts } from './job-parts.ts';
import { ownEntries } from './own-entries.ts';
import type { EarlierStep, StepSide } from './undo-stack.ts';

/** A step that the journal holds, and whether it stands to be undone or to be done again. */
export interface FoundStep extends EarlierStep {
  readonly side: StepSide;
}

export interface EarlierStepsOptions {
  readonly host: Pick<HostReads, 'readHistory' | 'readEntry'>;
  /** Whose steps. */
  readonly author: string;
  /** The journal's last entry: the way back begins there. */
  readonly upTo: number;
  /** Whether something was done since that is no undoing: then nothing of the journal can be done again. */
  readonly cleared: boolean;
  /** Whether a change is known already: it is a step in memory, or was passed by. */
  isKnown(changeId: ChangeId, jobId: string | null): boolean;
}

/**
 * An analyst's steps as the journal tells them, from its end backwards: what an earlier run of the program did can be
 * taken back as well (rule H4). Entries say which change they undo or redo, so what was taken back and not done again is
 * no step, and what the last undoings took back can be done again.
 */
export class EarlierSteps {
  readonly #options: EarlierStepsOptions;
  readonly #entries: AsyncGenerator<HistoryEntry, void, void>;
  /** Changes that were taken back, undoings that were done again. */
  readonly #dead = new Set<ChangeId>();
  readonly #deadJobs = new Set<string>();
  #cleared: boolean;
  /** Read by now, and not judged yet; newest first. */
  readonly #ahead: HistoryEntry[] = [];

  constructor(options: EarlierStepsOptions) {
    this.#options = options;
    this.#cleared = options.cleared;
    this.#entries = ownEntries(options);
  }

  /** Something was done that is no undoing. */
  clear(): void {
    this.#cleared = true;
  }

  /** The next step on the way back; `null`: there is none any more. Cost: the pages of entries up to it. */
  async next(): Promise<FoundStep | null> {
    for (let entry = await this.#take(); entry !== null; entry = await this.#take()) {
      const found = this.#judge(entry);
      if (found === null) continue;
      if (entry.jobId === null) return found;
      return this.#withJob(found, entry.jobId);
    }
    return null;
  }

  #judge(entry: HistoryEntry): FoundStep | null {
    const { changeId, jobId, undoes, redoes, sequence } = entry;
    const name = entry.name.replace(/^(?:Undo|Redo) /, '');
    const isDead = this.#dead.has(changeId) || (jobId !== null && this.#deadJobs.has(jobId));
    if (this.#dead.has(changeId) && jobId !== null) this.#deadJobs.add(jobId);
    if (undoes !== null) this.#dead.add(undoes);
    if (redoes !== null) this.#dead.add(redoes);
    // What was undone before something else was done can't be done again.
    if (undoes === null && redoes === null) this.#cleared = true;
    if (isDead || this.#options.isKnown(changeId, jobId)) return null;
    if (undoes === null) return { side: 'done', name, changeId, sequences: [sequence] };
    return this.#cleared ? null : { side: 'undone', name, changeId, sequences: [sequence] };
  }

  /** The parts of a job, with what was done in between left for the next step. */
  async #withJob(found: FoundStep, jobId: string): Promise<FoundStep> {
    const sequences = [...found.sequences];
    const between: HistoryEntry[] = [];
    let { name } = found;
    for (let since = 0; since <= mostBetweenParts; ) {
      const entry = await this.#take();
      if (entry === null) break;
      if (isPartOf(entry, jobId)) {
        sequences.unshift(entry.sequence);
        name = jobName(entry.name, name);
        since = 0;
      } else {
        between.push(entry);
        since += 1;
      }
    }
    this.#ahead.unshift(...between);
    return { ...found, name, jobId, sequences };
  }

  async #take(): Promise<HistoryEntry | null> {
    const ahead = this.#ahead.shift();
    if (ahead !== undefined) return ahead;
    const { value } = await this.#entries.next();
    return value ?? null;
  }
}
