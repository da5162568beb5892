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
}

/** A change as the journal holds it. `sequence` counts from 1 without gaps; main alone gives it. */
export interface JournalEntry {
  readonly sequence: number;
  readonly change: Change;
}
