import { crc32 } from 'node:zlib';
import type { HistoryEntry, RecordChange, TouchedKind } from '../../../app/host/history.ts';
import type { JournalEntry } from '../../../app/record/change.ts';
import type { Diff } from '../../../app/record/diff.ts';
import { changedFields } from '../../../app/record/record-content.ts';
import type { ProjectRecord, RecordKind } from '../../../app/record/records.ts';
import { recordKinds } from '../../../app/record/records.ts';

const tail = /^,"crc":"([0-9a-f]{8})"\}$/;
const tailLength = ',"crc":"00000000"}'.length;

/**
 * Reads a line of the journal that this program or an earlier one wrote. Its bytes are proven by the checksum, its form
 * was checked when it was written and is not again: that would cost ten times as much as the reading. `null`: not whole,
 * or of a form that is not known.
 */
export function readLine(bytes: Buffer): JournalEntry | null {
  const start = bytes.length - tailLength;
  const checksum = start < 0 ? undefined : tail.exec(bytes.toString('latin1', start))?.[1];
  if (checksum === undefined) return null;
  if (crc32(bytes.subarray(0, start)) !== Number.parseInt(checksum, 16)) return null;
  try {
    const { sequence, change } = JSON.parse(bytes.toString('utf8')) as JournalEntry;
    const { added, updated, removed } = change.diff;
    const known = [...added, ...updated.flat(), ...removed].every(({ kind }) => isKind(kind));
    return known && Number.isSafeInteger(sequence) ? { sequence, change } : null;
  } catch {
    return null;
  }
}

function isKind(kind: string): boolean {
  return (recordKinds as readonly string[]).includes(kind);
}

/** An entry without its records. */
export function lightEntry({ sequence, change }: JournalEntry): HistoryEntry {
  return {
    sequence,
    changeId: change.id,
    name: change.name,
    author: change.author,
    at: change.at,
    unattended: change.unattended === true,
    jobId: change.jobId ?? null,
    undoes: change.undoes ?? null,
    redoes: change.redoes ?? null,
    touched: touchedKinds(change.diff),
  };
}

/** Every record that a diff touches, as it was and as it is then: added ones first, then updated, then removed ones. */
export function recordChanges({ added, updated, removed }: Diff): readonly RecordChange[] {
  return [
    ...added.map((after) => ({ before: null, after })),
    ...updated.map(([before, after]) => ({ before, after })),
    ...removed.map((before) => ({ before, after: null })),
  ];
}

function touchedKinds({ added, updated, removed }: Diff): readonly TouchedKind[] {
  const counts = new Map<RecordKind, { added: number; updated: number; removed: number }>();
  const count = ({ kind }: ProjectRecord, how: 'added' | 'updated' | 'removed'): void => {
    const counted = counts.get(kind) ?? { added: 0, updated: 0, removed: 0 };
    counted[how] += 1;
    counts.set(kind, counted);
  };
  for (const record of added) count(record, 'added');
  for (const [before, after] of updated) {
    if (!isCounting(before, after)) count(after, 'updated');
  }
  for (const record of removed) count(record, 'removed');
  return [...counts].map(([kind, counted]) => ({ kind, ...counted }));
}

/** An article that only counts one annotation more, or the count of claims: nothing that anybody did. */
function isCounting(before: ProjectRecord, after: ProjectRecord): boolean {
  const mayCount = after.kind === 'article' || after.kind === 'setting';
  return mayCount && changedFields(before, after).length === 0;
}
