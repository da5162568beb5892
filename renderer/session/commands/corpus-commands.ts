import type { Command } from '../command.ts';
import { askEncoding, hasEncoding } from '../corpus/encoding.ts';
import { addFolder, lookForChanges, showFolders } from '../corpus/folders.ts';
import { openDifferences, stepDifference } from '../reading/differences.ts';
import { revisionsOf } from '../reading/revisions.ts';
import type { Session } from '../session.ts';

/** Where articles come from, and what became of them: pasting, jobs, watched folders, revisions and their differences. */
export const corpusCommands: readonly Command[] = [
  {
    id: 'import.paste',
    title: 'Paste as article…',
    group: 'Project',
    scope: 'project',
    changes: true,
    run: (session) => session.openDialog({ kind: 'paste' }),
  },
  {
    id: 'import.jobs',
    title: 'Show jobs and import reports',
    group: 'Project',
    scope: 'project',
    run: (session) => session.openDialog({ kind: 'jobs' }),
  },
  {
    id: 'folders.show',
    title: 'Watched folders…',
    group: 'Project',
    scope: 'project',
    run: showFolders,
  },
  {
    id: 'folders.add',
    title: 'Watch a folder…',
    group: 'Project',
    scope: 'project',
    changes: true,
    run: addFolder,
  },
  {
    id: 'folders.rescan',
    title: 'Look for changes in the watched folders now',
    group: 'Project',
    scope: 'project',
    changes: true,
    run: lookForChanges,
  },
  {
    id: 'article.encoding',
    title: 'Change the character encoding…',
    group: 'Project',
    scope: 'project',
    changes: true,
    enabled(session) {
      const article = session.activeArticle();
      return article !== null && hasEncoding(session, article.id);
    },
    run: askEncoding,
  },
  {
    id: 'revision.differences',
    title: 'Show what the last revision changed',
    group: 'Read',
    scope: 'project',
    enabled: (session) => lastTwo(session) !== null,
    run(session) {
      const sides = lastTwo(session);
      if (sides !== null) openDifferences(session, sides);
    },
  },
  {
    id: 'difference.next',
    title: 'Next difference, or pair of the comparison',
    group: 'Read',
    key: 'F7',
    scope: 'project',
    enabled: hasSteps,
    run: (session) => step(session, 1),
  },
  {
    id: 'difference.previous',
    title: 'Previous difference, or pair of the comparison',
    group: 'Read',
    key: 'Shift+F7',
    scope: 'project',
    enabled: hasSteps,
    run: (session) => step(session, -1),
  },
];

function hasSteps(session: Session): boolean {
  const { view } = session.get();
  return view === 'difference' || view === 'compare';
}

async function step(session: Session, direction: 1 | -1): Promise<void> {
  if (session.get().view === 'difference') stepDifference(session, direction);
  else (await import('../comparing/choose-pair.ts')).stepPair(session, direction);
}

/** The present revision of the active article and the one before; `null`: there is but one. */
function lastTwo(session: Session): Parameters<typeof openDifferences>[1] | null {
  const article = session.activeArticle();
  if (article === null) return null;
  const [right, left] = [...revisionsOf(session.store.records, article.id)].reverse();
  return left === undefined || right === undefined ? null : { left: left.id, right: right.id };
}
