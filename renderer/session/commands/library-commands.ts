import { isTrashed } from '../../../app/article/article-state.ts';
import type { Command } from '../command.ts';
import { focusArea } from '../focus.ts';
import { toggleMark } from '../library/library-actions.ts';
import { chosenArticles, showPlace } from '../library/library-selection.ts';
import { moveToTrash, restoreFromTrash, trashedArticles } from '../library/library-trash.ts';
import { changeView, presentView } from '../library/library-view.ts';
import type { Session } from '../session.ts';

const group = 'Library';
const scope = 'project';

const anyChosen = (session: Session): boolean =>
  session.get().library.selected.size > 0 || session.activeArticle() !== null;

/** What is done to the selected articles, or to the open one. Each of them changes records, as one step. */
const articleCommands: readonly Command[] = [
  {
    id: 'library.star',
    title: 'Star or unstar',
    group,
    scope,
    enabled: anyChosen,
    run: (session) => toggleMark(session, chosenArticles(session), 'starred'),
  },
  {
    id: 'library.read',
    title: 'Mark read or unread',
    group,
    scope,
    enabled: anyChosen,
    run: (session) => toggleMark(session, chosenArticles(session), 'read'),
  },
  {
    id: 'library.tags',
    title: 'Tag the article…',
    group,
    key: 'Mod+Shift+G',
    scope,
    enabled: anyChosen,
    run: (session) =>
      session.openDialog({
        kind: 'article-tags',
        articleIds: chosenArticles(session).map(({ id }) => id),
      }),
  },
  {
    id: 'library.edit',
    title: 'Edit what is known of the article…',
    group,
    scope,
    enabled: anyChosen,
    run: (session) =>
      session.openDialog({
        kind: 'edit-articles',
        articleIds: chosenArticles(session).map(({ id }) => id),
      }),
  },
  {
    id: 'library.archive',
    title: 'Archive or unarchive',
    group,
    scope,
    enabled: anyChosen,
    run: (session) => toggleMark(session, chosenArticles(session), 'archived'),
  },
  {
    id: 'library.trash',
    title: 'Move the article to the trash',
    group,
    scope,
    enabled: (session) => chosenArticles(session).some((article) => !isTrashed(article)),
    run: (session) => moveToTrash(session, chosenArticles(session)),
  },
  {
    id: 'library.restore',
    title: 'Restore from the trash',
    group,
    scope,
    enabled: (session) => chosenArticles(session).some(isTrashed),
    run: (session) => restoreFromTrash(session, chosenArticles(session).filter(isTrashed)),
  },
  {
    id: 'library.empty-trash',
    title: 'Empty the trash…',
    group,
    scope,
    enabled: (session) => trashedArticles(session.store.records).length > 0,
    run: (session) => session.openDialog({ kind: 'empty-trash' }),
  },
];

/** The Library's commands. */
export const libraryCommands: readonly Command[] = [
  ...articleCommands.map((command): Command => ({ ...command, changes: true })),
  {
    id: 'library.wide',
    title: 'Wide list of articles on or off',
    group,
    key: 'Mod+Shift+L',
    scope,
    run: (session) => {
      session.set({ libraryShown: true });
      changeView(session, { wide: !presentView(session).wide });
    },
  },
  {
    id: 'library.show-trash',
    title: 'Show the trash',
    group,
    scope,
    run: (session) => {
      session.set({ libraryShown: true });
      showPlace(session, 'trash');
      focusArea(session, 'library');
    },
  },
];
