import type { Command } from '../command.ts';
import { setView, toggleInspector, toggleLibrary } from '../desk.ts';
import { stepArea } from '../focus.ts';
import { redo, undo } from '../history/undo.ts';
import { undoTitle } from '../history/undo-titles.ts';
import { toggleLetterKeys } from '../letter-keys.ts';

const views = [
  { name: 'read', title: 'Show the reader' },
  { name: 'claims', title: 'Show the claims' },
  { name: 'links', title: 'Show the links' },
  { name: 'brief', title: 'Show the brief' },
  { name: 'evidence', title: 'Show the evidence' },
] as const;

/** Undo, views, areas and help. */
export const windowCommands: readonly Command[] = [
  {
    id: 'edit.undo',
    title: 'Undo',
    group: 'Edit',
    key: 'Mod+Z',
    scope: 'project',
    changes: true,
    titleNow: (session) => undoTitle(session, 'Undo'),
    run: undo,
  },
  {
    id: 'edit.redo',
    title: 'Redo',
    group: 'Edit',
    key: 'Mod+Shift+Z',
    scope: 'project',
    changes: true,
    titleNow: (session) => undoTitle(session, 'Redo'),
    run: redo,
  },
  ...views.map(
    ({ name, title }, index): Command => ({
      id: `view.${name}`,
      title,
      group: 'View',
      key: `Mod+${index + 1}`,
      scope: 'project',
      run: (session) => setView(session, name),
    }),
  ),
  {
    id: 'view.library',
    title: 'Show or hide the Library',
    group: 'View',
    key: 'Mod+Alt+L',
    scope: 'project',
    run: toggleLibrary,
  },
  {
    id: 'view.inspector',
    title: 'Show or hide the Inspector',
    group: 'View',
    key: 'Mod+Alt+I',
    scope: 'project',
    run: toggleInspector,
  },
  {
    id: 'view.next-area',
    title: 'Go to the next area',
    group: 'View',
    key: 'F6',
    scope: 'project',
    run: (session) => stepArea(session, 1),
  },
  {
    id: 'view.previous-area',
    title: 'Go to the previous area',
    group: 'View',
    key: 'Shift+F6',
    scope: 'project',
    run: (session) => stepArea(session, -1),
  },
  {
    id: 'view.letter-keys',
    title: 'Switch single-letter keys on or off',
    group: 'View',
    scope: 'project',
    run: toggleLetterKeys,
  },
  {
    id: 'help.palette',
    title: 'Search or run a command',
    group: 'Help',
    key: 'Mod+K',
    scope: 'anywhere',
    run: (session) => session.openDialog({ kind: 'palette' }),
  },
  {
    id: 'help.keys',
    title: 'Keys',
    group: 'Help',
    key: '?',
    scope: 'anywhere',
    run: (session) => session.openDialog({ kind: 'keys' }),
  },
];
