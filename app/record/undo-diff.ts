import type { Maker } from '../base/maker.ts';
import { keepCounters, withoutCounters } from './counters.ts';
import type { Diff, RecordMap } from './diff.ts';
import { invertDiff } from './diff.ts';
import type { ProjectRecord } from './records.ts';

/**
 * The diff that takes back `done` as a new change upon the present records: contents as they were, but each record's
 * `rev` goes on counting, its `modifiedAt` and `author` are of now, and counters never go back (rules D5, D6). Of an
 * updated record only the fields that `done` changed go back: a new revision that came in since stays.
 * Returns `null` when what it would touch is no longer as `done` left it: then the change can't be taken back without
 * losing what came after.
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
    if (present === undefined) return null;
    const back = fieldsBack(present, left, restored);
    if (back === null) return null;
    updated.push([present, stamp(back, present)]);
  }
  const removed: ProjectRecord[] = [];
  for (const record of inverse.removed) {
    const present = records.get(record.id);
    if (present === undefined || !sameContent(present, record)) return null;
    removed.push(present);
  }
  return { added: inverse.added.map((record) => stamp(record, record)), updated, removed };
}

/** `present` with the fields in which `left` and `restored` differ as they are in `restored`; `null` if one changed. */
function fieldsBack(
  present: ProjectRecord,
  left: ProjectRecord,
  restored: ProjectRecord,
): ProjectRecord | null {
  const now = content(present);
  const after = content(left);
  const before = content(restored);
  const back: Record<string, unknown> = { ...present };
  for (const field of new Set([...Object.keys(after), ...Object.keys(before)])) {
    if (key(after[field]) === key(before[field])) continue;
    // An article that was marked unread and opened since is read: no work that could be lost.
    if (field !== 'read' && key(now[field]) !== key(after[field])) return null;
    if (field in before) back[field] = before[field];
    else delete back[field];
  }
  return back as unknown as ProjectRecord;
}

/** Whether two states of a record say the same, whoever made them and whenever, counters apart. */
function sameContent(one: ProjectRecord, other: ProjectRecord): boolean {
  // Having been read is no work that could be lost.
  const { read: _one, ...left } = content(one);
  const { read: _other, ...right } = content(other);
  return key(left) === key(right);
}

/** What a record says, without who and when, and without counters. */
function content(record: ProjectRecord): Readonly<Record<string, unknown>> {
  const { rev, modifiedAt, author, createdAt, ...fields } = withoutCounters(record);
  return fields;
}

/** A text that is the same for equal values. */
function key(value: unknown): string | undefined {
  return JSON.stringify(value, sortedKeys);
}

/** A `JSON.stringify` replacer that writes objects with their keys in order, so that equal values give equal text. */
function sortedKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
