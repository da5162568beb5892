import type { Diff } from '../../app/record/diff.ts';
import type { ProjectRecord, RecordKind } from '../../app/record/records.ts';
import { settleDiff } from '../../app/record/settle-diff.ts';
import { partsOf } from '../../app/record/slice-diff.ts';
import type { ProjectDatabase } from './database.ts';

/** How many records are handed over at a time: some 10 ms of the window's thread. */
const recordsAtOnce = 400;

/**
 * Writes a diff into the tables, inside the caller's transaction. It puts the states after the diff whatever stood
 * there, so writing the same diff again does no harm: that is how an interrupted save is repeated. Many records are
 * handed over some at a time, so that the window does not stand still.
 */
export async function writeDiff(database: ProjectDatabase, diff: Diff): Promise<void> {
  const puts = byKind([...diff.added, ...diff.updated.map(([, after]) => after)]);
  const deletes = byKind(diff.removed);
  await Promise.all([
    ...[...puts].map(async ([kind, records]) => {
      for (const part of partsOf(records, recordsAtOnce))
        await database.records(kind).bulkPut(part);
    }),
    ...[...deletes].map(([kind, records]) =>
      database.records(kind).bulkDelete(records.map((record) => record.id)),
    ),
  ]);
}

/**
 * Writes a diff upon what stands in the tables, which may be another state than it was made for (rule D7). Writing the
 * same diff again changes nothing. Cost: reading what it updates.
 */
export async function writeSettledDiff(database: ProjectDatabase, diff: Diff): Promise<void> {
  const present = new Map<string, ProjectRecord>();
  for (const [kind, records] of byKind(diff.updated.map(([before]) => before))) {
    const found = await database.records(kind).bulkGet(records.map(({ id }) => id));
    for (const record of found) if (record !== undefined) present.set(record.id, record);
  }
  await writeDiff(
    database,
    settleDiff((id) => present.get(id), diff),
  );
}

/** Diffs that follow each other, to be written in order: those that remove nothing as one. */
export function joinDiffs(diffs: readonly Diff[]): readonly Diff[] {
  if (diffs.some(({ removed }) => removed.length > 0)) return diffs;
  const added = diffs.flatMap((diff) => diff.added);
  // What one of them added and another changed is put twice, the last state last.
  return [{ added, updated: diffs.flatMap((diff) => diff.updated), removed: [] }];
}

/** The kinds that a diff touches: the tables its transaction needs. */
export function kindsIn(diff: Diff): readonly RecordKind[] {
  const kinds = new Set<RecordKind>();
  for (const record of diff.added) kinds.add(record.kind);
  for (const [, after] of diff.updated) kinds.add(after.kind);
  for (const record of diff.removed) kinds.add(record.kind);
  return [...kinds];
}

function byKind(records: readonly ProjectRecord[]): Map<RecordKind, ProjectRecord[]> {
  const groups = new Map<RecordKind, ProjectRecord[]>();
  for (const record of records) {
    const group = groups.get(record.kind);
    if (group === undefined) groups.set(record.kind, [record]);
    else group.push(record);
  }
  return groups;
}
