import { ArrowLeftRight, Columns2, Shapes, Trash2 } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { LinkItem } from '../../session/links/link-item.ts';
import { linksOfIds } from '../../session/links/links-edit.ts';
import { selectLinks } from '../../session/links/links-selection.ts';
import { BatchBar, type BatchBarAction } from '../parts/batch-bar.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { type LinkAction, runOnLinks } from './use-link-keys.ts';

const actions: readonly BatchBarAction<LinkAction>[] = [
  { action: 'compare', label: 'Compare', keyName: 'C', icon: <Columns2 size={14} /> },
  { action: 'type', label: 'Change type…', keyName: 'T', icon: <Shapes size={14} /> },
  { action: 'reverse', label: 'Reverse', keyName: 'R', icon: <ArrowLeftRight size={14} /> },
  { action: 'remove', label: 'Remove', keyName: 'Delete', icon: <Trash2 size={14} /> },
];

/** What can be done with the selected links; each press is one step for undo. */
export function SelectedLinks({ shown }: { readonly shown: readonly LinkItem[] }): ReactNode {
  const session = useSession();
  const selected = useSessionState((state) => state.links.selected);
  const all = useRecords((records) => records.list('link'));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `all` is another list when one of them changed
  const ids = useMemo(
    () => linksOfIds(session, [...selected]).map(({ id }) => id),
    [session, selected, all],
  );
  // Undo may have taken away what was selected.
  if (ids.length === 0) return null;
  // What only may be read can be compared all the same.
  const isReadOnly = session.store.project.readOnly !== null;
  return (
    <BatchBar
      label="Selected links"
      selected={ids.length}
      shown={shown.length}
      actions={isReadOnly ? actions.filter(({ action }) => action === 'compare') : actions}
      onSelectAll={() =>
        selectLinks(
          session,
          shown.map(({ link }) => link.id),
        )
      }
      onSelectNothing={() => selectLinks(session, [])}
      onAction={(action) => runOnLinks(session, action, ids)}
    />
  );
}
