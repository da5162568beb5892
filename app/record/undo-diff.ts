import type { Maker } from '../base/maker.ts';
import { beforeCarrying } from './before-carrying.ts';
import { keepCounters } from './counters.ts';
import type { Diff, RecordMap } from './diff.ts';
import { invertDiff } from './diff.ts';
import { changedFields, withFields } from './record-content.ts';
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
    const back =
      fieldsBack(present, left, restored) ??
      fieldsBack(beforeCarrying(present, left), left, restored);
    if (back === null) return null;
    updated.push([present, stamp(back, present)]);
  }
  const removed: ProjectRecord[] = [];
  for (const record of inverse.removed) {
    const present = records.get(record.id);
    if (present === undefined) return null;
    const isAsLeft =
      sameContent(present, record) || sameContent(beforeCarrying(present, record), record);
    if (!isAsLeft) return null;
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
  const fields = changedFields(left, restored);
  const since = changedFields(present, left);
  // An article that was marked unread and opened since is read: no work that could be lost.
  if (fields.some((field) => field !== 'read' && since.includes(field))) return null;
  return withFields(present, fields, restored);
}

/** Whether two states of a record say the same, whoever made them and whenever, counters apart. */
function sameContent(one: ProjectRecord, other: ProjectRecord): boolean {
  // Having been read is no work that could be lost.
  return changedFields(one, other).every((field) => field === 'read');
}
