import type { ProjectRecord } from './records.ts';

/**
 * A change of records as a value: what was added, what became what, what was removed. Each record id stands in it at
 * most once. Rules D1 to D6 of SPEC.md. Undo, saving, the journal and import all speak it.
 */
export interface Diff {
  readonly added: readonly ProjectRecord[];
  readonly updated: readonly (readonly [before: ProjectRecord, after: ProjectRecord])[];
  readonly removed: readonly ProjectRecord[];
}

/** The diff that changes nothing. */
export const emptyDiff: Diff = { added: [], updated: [], removed: [] };

/** Records by id: the state that diffs are applied to. */
export type RecordMap = ReadonlyMap<string, ProjectRecord>;

export function isEmptyDiff(diff: Diff): boolean {
  return diff.added.length === 0 && diff.updated.length === 0 && diff.removed.length === 0;
}

/** The diff that takes back `diff`: applying both leaves every record as it was, to the letter (rule D2). */
export function invertDiff(diff: Diff): Diff {
  return {
    added: diff.removed,
    updated: diff.updated.map(([before, after]) => [after, before] as const),
    removed: diff.added,
  };
}

/**
 * Applies a diff to records by id and returns a new map; `records` is untouched. Cost: a copy of the map. Throws
 * RangeError when an added id is there, or an updated or removed one is not: the diff was made for another state.
 */
export function applyDiff(records: RecordMap, diff: Diff): Map<string, ProjectRecord> {
  const next = new Map(records);
  for (const record of diff.added) {
    if (next.has(record.id)) throw new RangeError(`Record ${record.id} is there already.`);
    next.set(record.id, record);
  }
  for (const [, after] of diff.updated) {
    if (!next.has(after.id)) throw new RangeError(`Record ${after.id} to update is not there.`);
    next.set(after.id, after);
  }
  for (const record of diff.removed) {
    if (!next.delete(record.id))
      throw new RangeError(`Record ${record.id} to remove is not there.`);
  }
  return next;
}

/** One diff that does what `first` and then `second` do (rule D3). Throws RangeError if they cannot follow. */
export function squashDiffs(first: Diff, second: Diff): Diff {
  const added = new Map(first.added.map((record) => [record.id as string, record]));
  const updated = new Map(first.updated.map((pair) => [pair[0].id as string, pair]));
  const removed = new Map(first.removed.map((record) => [record.id as string, record]));
  for (const record of second.added) {
    if (added.has(record.id) || updated.has(record.id)) {
      throw new RangeError(`Record ${record.id} is added twice.`);
    }
    const before = removed.get(record.id);
    if (before === undefined) added.set(record.id, record);
    else {
      removed.delete(record.id);
      if (before !== record) updated.set(record.id, [before, record]);
    }
  }
  for (const [before, after] of second.updated) {
    if (removed.has(after.id)) throw new RangeError(`Record ${after.id} was removed.`);
    if (added.has(after.id)) added.set(after.id, after);
    else updated.set(after.id, [updated.get(after.id)?.[0] ?? before, after]);
  }
  for (const record of second.removed) {
    if (removed.has(record.id)) throw new RangeError(`Record ${record.id} is removed twice.`);
    if (added.delete(record.id)) continue;
    const before = updated.get(record.id)?.[0] ?? record;
    updated.delete(record.id);
    removed.set(record.id, before);
  }
  return {
    added: [...added.values()],
    updated: [...updated.values()],
    removed: [...removed.values()],
  };
}
