import type { Command } from '../command.ts';
import { showGraph, showInGraph } from '../graph/graph-actions.ts';

/** Links and evidence as a drawing. */
export const graphCommands: readonly Command[] = [
  {
    id: 'graph.show',
    title: 'Show the graph of links',
    group: 'View',
    key: 'Mod+Alt+G',
    scope: 'project',
    run: showGraph,
  },
  {
    id: 'graph.here',
    title: 'Show the passage or claim in the graph',
    group: 'Read',
    key: 'g',
    scope: 'project',
    enabled: (session) => session.get().annotationId !== null || session.get().claimId !== null,
    run: showInGraph,
  },
];
