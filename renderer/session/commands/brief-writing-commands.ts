import type { Command } from '../command.ts';
import { showOutline } from '../left-area.ts';
import type { Session } from '../session.ts';
import { openBriefFind } from '../writing/find-in-brief.ts';

const group = 'Brief';

function showsBrief(session: Session): boolean {
  return session.get().view === 'brief' && session.openBrief.editor !== null;
}

/** What stands beside the text of a brief. */
export const briefWritingCommands: readonly Command[] = [
  {
    id: 'brief.find',
    title: 'Find in this brief…',
    group,
    scope: 'project',
    enabled: showsBrief,
    run: (session) => openBriefFind(session, { replaces: false }),
  },
  {
    id: 'brief.replace',
    title: 'Find and replace in this brief…',
    group,
    key: 'Mod+H',
    scope: 'project',
    changes: true,
    enabled: showsBrief,
    run: (session) => openBriefFind(session, { replaces: true }),
  },
  {
    id: 'brief.outline',
    title: 'Go to the outline of the brief',
    group,
    key: 'Mod+Alt+O',
    scope: 'project',
    run: (session) => showOutline(session, { focus: true }),
  },
];
