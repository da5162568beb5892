import type { Maker } from '../../app/base/maker.ts';
import type { HostApi, ProjectInfo } from '../../app/host/host-api.ts';
import type { Diff, RecordMap } from '../../app/record/diff.ts';
import { newChange } from '../../app/record/new-change.ts';
import type { ProjectRecord } from '../../app/record/records.ts';
import {
  type JournalPosition,
  type OutboxRow,
  type ProjectDatabase,
  recentKept,
} from './database.ts';
import { putIntoOutbox, readOutbox } from './outbox.ts';
import { entriesAfter, readJournalledState } from './read-journal.ts';
import { rebuildDatabase, type TellRebuild } from './rebuild-database.ts';
import { writeSettledDiff } from './write-diff.ts';

/** What reconciling came to. */
export interface Reconciled {
  readonly position: JournalPosition;
  /** What the analyst has to know, in sentences. */
  readonly notices: readonly string[];
}

/**
 * Brings database and journal to one state at start; afterwards the database holds everything that the journal holds.
 * Whichever is behind is brought up. A database that belongs to another history than the journal is kept aside in a
 * file and rebuilt, of which `tell` hears. Changes in the outbox stay on top of whatever the journal says, in their order.
 */
export async function reconcile(
  database: ProjectDatabase,
  host: HostApi,
  project: ProjectInfo,
  maker: Maker,
  tell: TellRebuild,
): Promise<Reconciled> {
  const [known, outbox] = await Promise.all([
    database.positions.get('journal'),
    readOutbox(database),
  ]);
  if (known === undefined && outbox.length === 0) {
    const notices =
      project.created || project.lastSequence === 0
        ? []
        : [
            'This window had no database of the project, so it was rebuilt from the journal. Nothing in the journal is missing.',
          ];
    return { position: await rebuildDatabase(database, host, project, tell), notices };
  }
  const position = known ?? { key: 'journal', sequence: 0, changeId: null };
  // Where only reading is allowed neither side is written for the other: what the journal says is shown.
  if (project.readOnly !== null && position.sequence > project.lastSequence) {
    return { position: await rebuildDatabase(database, host, project, tell), notices: [] };
  }
  if (position.sequence > project.lastSequence && isOlderCopy(project, position)) {
    return bringJournalUp(database, host, project, maker, position.sequence - project.lastSequence);
  }
  if (position.sequence <= project.lastSequence && (await isSameHistory(host, project, position))) {
    return bringDatabaseUp(database, host, position, outbox);
  }
  if (project.readOnly !== null) {
    return { position: await rebuildDatabase(database, host, project, tell), notices: [] };
  }
  const records = await readRecords(database);
  const { fileName } = await host.keepAside({
    reason: 'The database did not belong to the journal of this folder.',
    records,
  });
  return {
    position: await rebuildDatabase(database, host, project, tell),
    notices: [
      `The journal in this folder is not the one this database was made from (was the folder replaced by an older copy?). The journal counts; the ${records.length} records of the database were kept in ${fileName}.`,
    ],
  };
}

/** Every record of the database. Cost: all of it. */
async function readRecords(database: ProjectDatabase): Promise<ProjectRecord[]> {
  const tables = database.recordTables();
  return database.transaction('r', tables, async () =>
    (await Promise.all(tables.map((table) => table.toArray()))).flat(),
  );
}

/**
 * Whether the journal ends with a change that this database held at that place: then it is an older copy of the journal
 * the database was made from. Of a change longer ago than is remembered nobody knows; that counts as no.
 */
function isOlderCopy(project: ProjectInfo, position: JournalPosition): boolean {
  return (position.recent ?? []).some(
    ([sequence, changeId]) =>
      sequence === project.lastSequence && changeId === project.lastChangeId,
  );
}

async function isSameHistory(
  host: HostApi,
  project: ProjectInfo,
  position: JournalPosition,
): Promise<boolean> {
  if (position.sequence === 0) return true;
  if (position.sequence === project.lastSequence) return position.changeId === project.lastChangeId;
  const page = await host.readChanges({ after: position.sequence - 1 });
  const entry = page.entries[0];
  // A damaged line is skipped by main: the entry is missing then, which says nothing about the history.
  if (entry === undefined || entry.sequence !== position.sequence) return true;
  return entry.change.id === position.changeId;
}

async function bringDatabaseUp(
  database: ProjectDatabase,
  host: HostApi,
  from: JournalPosition,
  outbox: readonly OutboxRow[],
): Promise<Reconciled> {
  let position = from;
  // Held already, whatever the outbox says: done once more it would undo what came after.
  const journalled = new Set<string>((from.recent ?? []).map(([, changeId]) => changeId));
  for await (const entries of entriesAfter(host, from.sequence)) {
    const last = entries.at(-1);
    if (last === undefined) continue;
    const recent = [
      ...(position.recent ?? []),
      ...entries.map(({ sequence, change }) => [sequence, change.id] as const),
    ].slice(-recentKept);
    const reached = {
      key: 'journal',
      sequence: last.sequence,
      changeId: last.change.id,
      recent,
    } as const;
    position = reached;
    await database.transaction('rw', database.tables, async () => {
      for (const { change } of entries) {
        journalled.add(change.id);
        await writeSettledDiff(database, change.diff);
      }
      await database.positions.put(reached);
    });
  }
  if (outbox.length === 0) return { position, notices: [] };
  const unknown = outbox.filter(({ change }) => !journalled.has(change.id));
  await database.transaction('rw', database.tables, async () => {
    await database.outbox.clear();
    await putOutbox(database, unknown);
  });
  return { position, notices: [] };
}

/** What the journal lacks becomes one change in the outbox, which is sent like any other. */
async function bringJournalUp(
  database: ProjectDatabase,
  host: HostApi,
  project: ProjectInfo,
  maker: Maker,
  behind: number,
): Promise<Reconciled> {
  const records = await readRecords(database);
  const state = await readJournalledState(host, project);
  const diff = diffBetween(state.records, new Map(records.map((record) => [record.id, record])));
  // Nobody asked for it: no step of undo.
  const made = newChange(maker, 'Bring the journal up to the database', diff);
  const change = { ...made, unattended: true as const };
  const position: JournalPosition = { key: 'journal', ...state.position };
  await database.transaction('rw', [database.outbox, database.positions], async () => {
    // The changes that stood here are part of the records already, so they travel in the one diff.
    await database.outbox.clear();
    await putIntoOutbox(database, { position: 1, change });
    await database.positions.put(position);
  });
  return {
    position,
    notices: [
      `The journal in this folder was ${behind} ${behind === 1 ? 'change' : 'changes'} behind the database (was the folder replaced by an older copy?). It was brought up from the database; nothing was lost.`,
    ],
  };
}

async function putOutbox(database: ProjectDatabase, rows: readonly OutboxRow[]): Promise<void> {
  for (const row of rows) {
    await writeSettledDiff(database, row.change.diff);
    await putIntoOutbox(database, row);
  }
}

/** The diff from one state to another, comparing records by `rev` and time. Cost: both states. */
function diffBetween(from: RecordMap, to: RecordMap): Diff {
  const added: ProjectRecord[] = [];
  const updated: [ProjectRecord, ProjectRecord][] = [];
  const removed: ProjectRecord[] = [];
  for (const record of to.values()) {
    const before = from.get(record.id);
    if (before === undefined) added.push(record);
    else if (before.rev !== record.rev || before.modifiedAt !== record.modifiedAt) {
      updated.push([before, record]);
    }
  }
  for (const record of from.values()) if (!to.has(record.id)) removed.push(record);
  return { added, updated, removed };
}
