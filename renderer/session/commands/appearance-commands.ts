import type { Command } from '../command.ts';
import { stepTextSize, usualTextSize } from '../history/change-reading.ts';

const group = 'View';
const scope = 'anywhere';

/** How text is shown. The keys beside Alt: without it they are the window's own, which make everything larger. */
export const appearanceCommands: readonly Command[] = [
  {
    id: 'view.reading-settings',
    title: 'Reading settings…',
    group,
    scope,
    run: (session) => session.openDialog({ kind: 'reading' }),
  },
  {
    id: 'view.larger-text',
    title: 'Larger text',
    group,
    key: 'Mod+Alt+=',
    otherKey: 'Mod+Alt++',
    scope,
    run: (session) => stepTextSize(session, 1),
  },
  {
    id: 'view.smaller-text',
    title: 'Smaller text',
    group,
    key: 'Mod+Alt+-',
    scope,
    run: (session) => stepTextSize(session, -1),
  },
  {
    id: 'view.usual-text',
    title: 'Text at its usual size',
    group,
    key: 'Mod+Alt+0',
    scope,
    run: usualTextSize,
  },
];
