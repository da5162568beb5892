import type { Command } from '../command.ts';
import { showHistory, showHistoryOf } from '../history/history.ts';
import { presentLabel } from '../history/history-entry.ts';
import type { Session } from '../session.ts';

const scope = 'project';

/** What happened in the project, and the ways back. */
export const historyCommands: readonly Command[] = [
  {
    id: 'view.history',
    title: 'Show the history',
    group: 'View',
    key: 'Mod+6',
    scope,
    run: showHistory,
  },
  {
    id: 'history.of-here',
    title: 'History of what is selected',
    group: 'View',
    scope,
    enabled: (session) => selectedId(session) !== null,
    run(session) {
      const id = selectedId(session);
      if (id !== null) showHistoryOf(session, id, presentLabel(session, id) ?? 'this record');
    },
  },
  {
    id: 'history.restore-project',
    title: 'Restore the project to the selected change…',
    group: 'Project',
    scope,
    changes: true,
    enabled: (session) => session.get().view === 'history' && session.get().history.shown !== null,
    run(session) {
      const { shown } = session.get().history;
      if (shown !== null) session.openDialog({ kind: 'restore-project', entry: shown });
    },
  },
];

/** What the Inspector is about: a claim, an annotation, a brief, or else the article that is open. */
function selectedId(session: Session): string | null {
  const { view, claimId, annotationId, briefId, history } = session.get();
  if (view === 'history') return history.choice.record?.id ?? null;
  if (view === 'brief') return briefId;
  return claimId ?? annotationId ?? session.activeArticle()?.id ?? null;
}
