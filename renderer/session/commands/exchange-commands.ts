import type { Command } from '../command.ts';
import { showLastReport } from '../exchange/exchange.ts';

/** What goes to other programs and comes from them. */
export const exchangeCommands: readonly Command[] = [
  {
    id: 'exchange.import',
    title: 'Import from another program…',
    group: 'Project',
    key: 'Mod+Alt+R',
    scope: 'project',
    changes: true,
    enabled: (session) => session.get().exchange.running === null,
    run: (session) => session.openDialog({ kind: 'import-from' }),
  },
  {
    id: 'exchange.export',
    title: 'Export to another program…',
    group: 'Project',
    key: 'Mod+Alt+E',
    scope: 'project',
    enabled: (session) => session.get().exchange.running === null,
    run: (session) => session.openDialog({ kind: 'export-to' }),
  },
  {
    id: 'exchange.report',
    title: 'Show the report of the last export or import',
    group: 'Project',
    scope: 'project',
    enabled: (session) => session.get().exchange.last !== null,
    run: showLastReport,
  },
];
