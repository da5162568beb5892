import type { Session } from '../session.ts';

/** What undo and redo would do, as their commands show it; `null`: the bare word. */
interface UndoTitles {
  readonly undo: string | null;
  readonly redo: string | null;
}

const noTitles: UndoTitles = { undo: null, redo: null };

/** How long main is not told while one change follows another, in milliseconds: the menu is made anew each time. */
const pause = 300;

/** The names of the steps that come next. */
function undoTitles(session: Session): UndoTitles {
  if (!session.hasProject) return noTitles;
  const { undoName, redoName } = session.store;
  return { undo: undoName, redo: redoName };
}

/** The title of an undo or redo command as of now: "Undo Highlight as “figure”". */
export function undoTitle(session: Session, verb: 'Undo' | 'Redo'): string {
  const { undo, redo } = undoTitles(session);
  const name = verb === 'Undo' ? undo : redo;
  return name === null ? verb : `${verb} ${name}`;
}

/** Looks up in the journal what could be undone where this window did nothing yet, for lists that show its name. */
export function findUndoTitles(session: Session): void {
  if (!session.hasProject || session.store.project.readOnly !== null) return;
  const { store } = session;
  // What can't be read now is said when undo is asked for.
  for (const side of ['done', 'undone'] as const) store.whenUndoReady(side)?.catch(() => undefined);
}

/** Names in the native menu what undo and redo would do, from now on. Returns what ends it. */
export function followUndoTitles(session: Session): () => void {
  let told = noTitles;
  let store: Session['store'] | null = null;
  let unsubscribe = (): void => undefined;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const tell = (): void => {
    timer = null;
    const titles = undoTitles(session);
    if (titles.undo === told.undo && titles.redo === told.redo) return;
    told = titles;
    // A menu that is not right is no reason to disturb anyone.
    void session.host.showUndo(titles).catch(() => undefined);
  };
  const note = (): void => {
    timer ??= setTimeout(tell, pause);
  };
  const follow = (): void => {
    const present = session.hasProject ? session.store : null;
    if (present === store) return;
    unsubscribe();
    store = present;
    unsubscribe = present === null ? () => undefined : present.subscribe(note);
    note();
  };
  const stop = session.state.subscribe(follow);
  follow();
  return () => {
    stop();
    unsubscribe();
    if (timer !== null) clearTimeout(timer);
  };
}
