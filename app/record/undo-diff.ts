import type { Maker } from '../base/maker.ts';
import { keepCounters, withoutCounters } from './counters.ts';
import type { Diff, RecordMap } from './diff.ts';
import { invertDiff } from './diff.ts';
import type { ProjectRecord } from './records.ts';

/**
 * The diff that takes back `done` as a new change upon the present records: contents as they were, but each record's
 * `rev` goes on counting, its `modifiedAt` and `author` are of now, and counters never go back (rules D5, D6).
 * Returns `null` when a record it would touch is no longer as `done` left it: then the change can't be taken back
 * without losing what came after.
 */
export function undoDiff(records: RecordMap, done: Diff, maker: Maker): Diff | null {
  const inverse = invertDiff(done);
  const now = maker.now();
  const stamp = (record: ProjectRecord, present: ProjectRecord): ProjectRecord =>
    keepCounters(
      { ...record, rev: present.rev + 1, modifiedAt: now, author: maker.author },
      present,
    );
  for (const record of inverse.added) if (records.has(record.id)) return null;
  const updated: [ProjectRecord, ProjectRecord][] = [];
  for (const [left, restored] of inverse.updated) {
    const present = records.get(left.id);
    if (present === undefined || !sameContent(present, left)) return null;
    updated.push([present, stamp(restored, present)]);
  }
  const removed: ProjectRecord[] = [];
  for (const record of inverse.removed) {
    const present = records.get(record.id);
    if (present === undefined || !sameContent(present, record)) return null;
    removed.push(present);
  }
  return { added: inverse.added.map((record) => stamp(record, record)), updated, removed };
}

/** Whether two states of a record say the same, whoever made them and whenever, counters apart. */
function sameContent(one: ProjectRecord, other: ProjectRecord): boolean {
  return contentKey(one) === contentKey(other);
}

function contentKey(record: ProjectRecord): string {
  const { rev, modifiedAt, author, createdAt, ...content } = withoutCounters(record);
  return JSON.stringify(content, sortedKeys);
}

/** A `JSON.stringify` replacer that writes objects with their keys in order, so that equal values give equal text. */
function sortedKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
