import type { Command } from '../command.ts';
import { setView } from '../desk.ts';
import { changeLinksView } from '../links/links-view.ts';

const scope = 'project';

/** Links as a whole: adding one by its ends, their types, how they are shown. */
export const linkCommands: readonly Command[] = [
  {
    id: 'link.add',
    title: 'Add a link between two passages or claims…',
    group: 'Annotate',
    scope,
    changes: true,
    run(session) {
      const annotation = session.annotation();
      session.openDialog({ kind: 'add-link', from: annotation });
    },
  },
  {
    id: 'link.types',
    title: 'Types of links…',
    group: 'Project',
    scope,
    changes: true,
    run: (session) => session.openDialog({ kind: 'link-types' }),
  },
  ...(['table', 'graph'] as const).map(
    (as): Command => ({
      id: `link.as-${as}`,
      title: `Show the links as a ${as}`,
      group: 'View',
      scope,
      run(session) {
        changeLinksView(session, { as });
        setView(session, 'links');
      },
    }),
  ),
];
