import type { EarlierState } from '../../../app/host/history.ts';
import type { JournalEntry } from '../../../app/record/change.ts';
import { keepCounters } from '../../../app/record/counters.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import { recordChanges } from './light-entry.ts';

/**
 * Gathers what records were before the entries that it is told, in order: the first entry that touches a record shows the
 * state that it had until then.
 */
export class EarlierStates {
  readonly #states = new Map<string, { record: ProjectRecord | null; rev: number }>();

  add({ change }: JournalEntry): void {
    for (const { before, after } of recordChanges(change.diff)) {
      const record = after ?? before;
      if (record === null) continue;
      const rev = Math.max(before?.rev ?? 0, after?.rev ?? 0);
      const known = this.#states.get(record.id);
      if (known === undefined) this.#states.set(record.id, { record: before, rev });
      else {
        known.rev = Math.max(known.rev, rev);
        // Numbers that were given since are not given again (rule D6).
        if (known.record !== null) known.record = keepCounters(known.record, record);
      }
    }
  }

  /** All of them, in the order in which they were touched first. */
  list(): readonly EarlierState[] {
    return [...this.#states].map(([id, state]) => ({ id, ...state }));
  }
}
