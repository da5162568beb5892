import type { Change } from '../../../app/record/change.ts';
import type { Diff } from '../../../app/record/diff.ts';
import type { ChangeId } from '../../../app/record/ids.ts';
import { joinSlices } from '../../../app/record/slice-diff.ts';
import { CodedError } from '../coded-error.ts';

/**
 * What a window has sent of a change that comes in slices. It sends one change at a time, so no more than one is held:
 * the first slice of another lets go of what was there.
 */
export class HeldSlices {
  #changeId: ChangeId | null = null;
  #slices: Diff[] = [];

  /** Holds a slice. Throws `CodedError` `invalid` if the one before it is not here. */
  hold({ changeId, index, diff }: { changeId: ChangeId; index: number; diff: Diff }): void {
    if (index === 0) {
      this.#changeId = changeId;
      this.#slices = [];
    }
    if (this.#changeId !== changeId || this.#slices.length !== index) throw incomplete();
    this.#slices.push(diff);
  }

  /**
   * The change with the slices of it, which are let go of. Throws `CodedError` `invalid` if they are not all here, or a
   * record stands in two of them (rule D1).
   */
  take(change: Change, slices: number): Change {
    const held = this.#changeId === change.id ? this.#slices : [];
    this.clear();
    if (held.length !== slices) throw incomplete();
    const diff = joinSlices([...held, change.diff]);
    if (!namesEachOnce(diff)) {
      throw new CodedError('invalid', 'A record stands in the change twice.');
    }
    return { ...change, diff };
  }

  /** Lets go of what is held. */
  clear(): void {
    this.#changeId = null;
    this.#slices = [];
  }
}

function incomplete(): CodedError {
  return new CodedError('invalid', 'A part of the change did not come. It is sent again.');
}

function namesEachOnce({ added, updated, removed }: Diff): boolean {
  const ids = new Set<string>();
  for (const { id } of added) ids.add(id);
  for (const [{ id }] of updated) ids.add(id);
  for (const { id } of removed) ids.add(id);
  return ids.size === added.length + updated.length + removed.length;
}
