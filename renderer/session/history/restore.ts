import type { EarlierState, HistoryEntry } from '../../../app/host/history.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import { type ProjectRestoration, restoreProject } from '../../../app/record/restore-project.ts';
import { restoreRecord } from '../../../app/record/restore-record.ts';
import { readDiff } from '../../store/read-diff.ts';
import { countOf } from '../article-list.ts';
import type { Session } from '../session.ts';
import { refreshHistory } from './history.ts';
import { lastChangesOf } from './history-entry.ts';
import { recordLabel } from './history-fields.ts';
import { momentWords } from './history-words.ts';

/**
 * Makes a record say again what it said in a state of the history, or brings it back with what hung on it. Says what came
 * of it.
 */
export async function restoreState(
  session: Session,
  entry: HistoryEntry,
  state: ProjectRecord,
  when: 'before' | 'after',
): Promise<void> {
  const { store } = session;
  session.flushDrafts();
  await store.whenComplete();
  await store.whenSaved();
  const isGone = !store.records.all.has(state.id);
  const removal = isGone ? await removalOf(session, state.id) : null;
  if (!session.hasProject || session.store !== store) return;
  const restored = restoreRecord(store.records, store.maker, state, removal);
  if (!restored.ok) {
    session.say(restored.error.message);
    return;
  }
  const { diff, left } = restored.value;
  const all = new Map([...diff.added, state].map((record) => [record.id as string, record]));
  const label = recordLabel(state, (id) => store.records.all.get(id) ?? all.get(id));
  const time = momentWords(entry.at);
  const name = isGone
    ? `Bring back ${label}`
    : `Restore ${label} to ${when === 'before' ? 'before ' : ''}${time}`;
  store.commit(name, diff);
  const others = diff.added.length - 1;
  const withIt = isGone && others > 0 ? ` with ${countOf(others, 'record')} that hung on it` : '';
  const without =
    left === 0 ? '' : ` ${countOf(left, 'record')} that hung on it could not be brought back.`;
  session.say(`${name}${withIt}: done.${without} Undo takes it back.`);
  await followChange(session);
}

/** The change that removed a record, whole. */
async function removalOf(session: Session, id: string) {
  const { entries } = await lastChangesOf(session, id, 1);
  const [last] = entries;
  return last === undefined ? null : readDiff(session.host, last.sequence);
}

/** What restoring the project to an entry would do. */
export interface RestorePlan extends Omit<ProjectRestoration, 'diff'> {
  readonly entry: HistoryEntry;
  /** Each record that was changed since, as it was. */
  readonly states: readonly EarlierState[];
  /** The journal's last entry when this was worked out. */
  readonly upTo: number;
  /** Entries since that can't be read: what only they changed is not restored. */
  readonly unreadable: number;
}

/** Works out what restoring the project to how it was after an entry would do. Rejects when the journal can't be read. */
export async function planRestore(session: Session, entry: HistoryEntry): Promise<RestorePlan> {
  const { store } = session;
  session.flushDrafts();
  await store.whenComplete();
  await store.whenSaved();
  const upTo = store.sequence;
  const states: EarlierState[] = [];
  let unreadable = 0;
  for (let offset: number | null = 0; offset !== null; ) {
    const page: Awaited<ReturnType<typeof session.host.readEarlierStates>> =
      await session.host.readEarlierStates({ sequence: entry.sequence, upTo, offset });
    states.push(...page.states);
    unreadable = page.unreadable;
    offset = page.nextOffset;
  }
  const { diff: _diff, ...summary } = restoreProject(store.records, store.maker, states);
  return { ...summary, entry, states, upTo, unreadable };
}

/** Restores the project as planned: one change, which undo takes back. What came in since the plan was made stays. */
export async function restoreTo(session: Session, plan: RestorePlan): Promise<void> {
  const { store } = session;
  const { diff, kinds } = restoreProject(store.records, store.maker, plan.states);
  if (kinds.length === 0) {
    session.say('The project is as it was then already; nothing was changed.');
    return;
  }
  session.focusAnnotation(null);
  session.set({ linkFrom: null });
  store.commit(restoreName(plan.entry), diff);
  session.say(`${restoreName(plan.entry)}: done. Undo takes it back.`);
  await followChange(session);
}

/** "Restore the project to 12 May 2031, 14:02". */
function restoreName(entry: HistoryEntry): string {
  return `Restore the project to ${momentWords(entry.at)}`;
}

/** The history shows what was just done. */
async function followChange(session: Session): Promise<void> {
  await session.store.whenSaved();
  if (session.hasProject && session.get().view === 'history') await refreshHistory(session);
}
