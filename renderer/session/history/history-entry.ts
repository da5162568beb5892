import type { HistoryEntry, RecordChange } from '../../../app/host/history.ts';
import { withAnalystFields } from '../../../app/record/analyst-fields.ts';
import { changedFields } from '../../../app/record/record-content.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import type { Session } from '../session.ts';
import { idsIn, type Lookup, type RecordView, recordLabel, recordView } from './history-fields.ts';
import { noHistoryChoice } from './history-state.ts';

/** A record of an entry with what can be done with it now. */
export interface EntryRecord {
  readonly view: RecordView;
  readonly change: RecordChange;
}

/** What an entry changed, as far as it was read. */
export interface EntryShown {
  readonly records: readonly EntryRecord[];
  /** How many records were read, those that only count included. */
  readonly read: number;
  readonly total: number;
}

/** How many ids main looks up at once. */
const idsAtOnce = 200;

/** Reads what an entry changed from the record `offset` on: a page. Rejects when the journal can't be read. */
export async function readEntryShown(
  session: Session,
  sequence: number,
  offset: number,
): Promise<EntryShown> {
  const page = await session.host.readEntry({ sequence, offset });
  const lookup = await lookupFor(session, page.records);
  const records = page.records.flatMap((change): EntryRecord[] => {
    const view = recordView(change, lookup);
    return view === null ? [] : [{ view, change }];
  });
  return { records, read: offset + page.records.length, total: page.total };
}

/** Finds what the records speak of: among themselves, in the project, or, what is gone, in the journal. */
async function lookupFor(session: Session, changes: readonly RecordChange[]): Promise<Lookup> {
  const here = new Map<string, ProjectRecord>();
  const spoken = new Set<string>();
  for (const { before, after } of changes) {
    for (const record of [before, after]) {
      if (record === null) continue;
      here.set(record.id, record);
      for (const id of idsIn(record)) spoken.add(id);
    }
  }
  const { all } = session.store.records;
  const known = (id: string): ProjectRecord | undefined => here.get(id) ?? all.get(id);
  // What is gone may itself speak of something that is gone: an annotation of its article.
  for (let missing = missingOf(spoken, known); missing.length > 0; ) {
    const found = await session.host.readLastStates({ ids: missing.slice(0, idsAtOnce) });
    const fresh = new Set<string>();
    for (const record of found) {
      here.set(record.id, record);
      for (const id of idsIn(record)) fresh.add(id);
    }
    missing = missingOf(fresh, known);
  }
  return known;
}

function missingOf(
  ids: ReadonlySet<string>,
  known: (id: string) => ProjectRecord | undefined,
): readonly string[] {
  return [...ids].filter((id) => known(id) === undefined);
}

/** The last changes of a record, newest first. Rejects when the journal can't be read. */
export async function lastChangesOf(
  session: Session,
  recordId: string,
  limit: number,
): Promise<{ readonly entries: readonly HistoryEntry[]; readonly total: number }> {
  const { record, fromDay, toDay, ...choice } = noHistoryChoice;
  return session.host.readHistory({
    filter: { ...choice, recordId, from: null, until: null },
    upTo: session.store.sequence,
    offset: 0,
    limit,
    all: true,
  });
}

/** A record as people name it, if it is there: "annotation 3:10". */
export function presentLabel(session: Session, id: string): string | null {
  const { all } = session.store.records;
  const record = all.get(id);
  return record === undefined ? null : recordLabel(record, (other) => all.get(other));
}

/** How a state of a record stands to what is there now. */
export type Standing = 'same' | 'different' | 'gone';

/** Whether restoring that state would change anything, or would bring the record back. */
export function standingOf(session: Session, state: ProjectRecord): Standing {
  const present = session.store.records.all.get(state.id);
  if (present === undefined) return 'gone';
  const restored = withAnalystFields(present, state);
  return changedFields(present, restored).length === 0 ? 'same' : 'different';
}
