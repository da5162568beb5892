import { keepCounters } from './counters.ts';
import type { Diff } from './diff.ts';
import { changedFields, withFields } from './record-content.ts';
import type { ProjectRecord } from './records.ts';

/**
 * A diff as it is done upon the present records, which may be another state than it was made for: main and window change
 * articles at the same time (rule D7). Of an updated record that has changed since, the fields that the diff changes are
 * taken from it, the others stay; its `rev` goes beyond both. A diff made for the present state, or done already,
 * comes back as it is. Cost: the records that changed since.
 *
 * @param present the record of an id as it is now; `undefined`: not known here, then the diff's word counts
 */
export function settleDiff(present: (id: string) => ProjectRecord | undefined, diff: Diff): Diff {
  let settled = false;
  const updated = diff.updated.map((pair) => {
    const [before, after] = pair;
    const now = present(after.id);
    if (now === undefined || isSameState(now, before) || isDone(now, after)) return pair;
    settled = true;
    return [now, merged(now, before, after)] as const;
  });
  return settled ? { ...diff, updated } : diff;
}

function isSameState(one: ProjectRecord, other: ProjectRecord): boolean {
  return one.rev === other.rev && one.modifiedAt === other.modifiedAt;
}

/** Main and window may count to the same `rev` in the same millisecond: then what the record says decides. */
function isDone(now: ProjectRecord, after: ProjectRecord): boolean {
  return isSameState(now, after) && changedFields(now, after).length === 0;
}

function merged(now: ProjectRecord, before: ProjectRecord, after: ProjectRecord): ProjectRecord {
  const latest = now.modifiedAt > after.modifiedAt ? now : after;
  const fields = withFields(now, changedFields(before, after), after);
  const record = {
    ...fields,
    rev: Math.max(now.rev, after.rev) + 1,
    modifiedAt: latest.modifiedAt,
    author: latest.author,
  };
  return keepCounters(keepCounters(record, now), after);
}
