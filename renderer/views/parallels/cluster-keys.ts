import {
  askClusterClaim,
  compareRows,
  dismissCluster,
  openRow,
  setBase,
  toggleRow,
} from '../../session/parallels/cluster-actions.ts';
import type { ClusterRow } from '../../session/parallels/cluster-rows.ts';
import type { Session } from '../../session/session.ts';

/** What a key of the table, or its button, does with the row that it is at. */
export interface RowAction {
  readonly title: string;
  readonly key: string;
  /** Whether it changes records. */
  readonly changes: boolean;
  run(session: Session, row: ClusterRow | null): void;
}

const ofRow =
  (run: (session: Session, row: ClusterRow) => void): RowAction['run'] =>
  (session, row) => {
    if (row !== null) run(session, row);
    else session.say('Go to a passage first, with the arrow keys.');
  };

export const rowActions: readonly RowAction[] = [
  { title: 'Make claim…', key: 'c', changes: true, run: askClusterClaim },
  { title: 'Open both', key: 'Enter', changes: false, run: ofRow(openRow) },
  { title: 'Compare', key: 'o', changes: false, run: compareRows },
  { title: 'Read against this', key: 'b', changes: false, run: ofRow(setBase) },
  { title: 'Dismiss', key: 'd', changes: true, run: dismissCluster },
];

/** The action of a key; `null`: the key has none. */
export function rowActionOfKey(key: string): RowAction['run'] | null {
  if (key === ' ') return ofRow(toggleRow);
  return rowActions.find((action) => action.key === key)?.run ?? null;
}
