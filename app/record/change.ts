import type { Instant } from '../base/brand.ts';
import type { Diff } from './diff.ts';
import type { ChangeId } from './ids.ts';

/** A diff made by a named command: what is saved, journalled, undone and told to the other side. */
export interface Change {
  readonly id: ChangeId;
  /** The command as a person would say it, in the imperative: "Highlight", "Undo Highlight". */
  readonly name: string;
  readonly author: string;
  readonly at: Instant;
  readonly diff: Diff;
  /**
   * Made by the program without being asked: a watched file changed. It is no step of the analyst's, so undo passes it
   * by. Absent: asked for.
   */
  readonly unattended?: true;
  /** The job that made it, when it takes several changes: they are one step of undo. Absent: it stands alone. */
  readonly jobId?: string;
  /** A step of undo: the change that it takes back; of a job's the last one, which stands for all of them. */
  readonly undoes?: ChangeId;
  /** A step of redo: the step of undo that it takes back. */
  readonly redoes?: ChangeId;
}

/** A change as the journal holds it. `sequence` counts from 1 without gaps; main alone gives it. */
export interface JournalEntry {
  readonly sequence: number;
  readonly change: Change;
}
