import { FileText, Link2, MessageSquareQuote, Tag, Tags, Trash2 } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { EvidenceItem } from '../../session/evidence/evidence-item.ts';
import {
  annotationsOfIds,
  selectAnnotations,
  selectedOf,
} from '../../session/evidence/evidence-selection.ts';
import { BatchBar, type BatchBarAction } from '../parts/batch-bar.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { type BatchAction, runBatch } from './batch-actions.ts';

const actions: readonly BatchBarAction<BatchAction>[] = [
  { action: 'tag', label: 'Tag…', keyName: 'T', icon: <Tag size={14} /> },
  { action: 'untag', label: 'Take a tag off…', keyName: 'U', icon: <Tags size={14} /> },
  { action: 'link', label: 'Link…', keyName: 'L', icon: <Link2 size={14} /> },
  { action: 'claim', label: 'Claim…', keyName: 'C', icon: <MessageSquareQuote size={14} /> },
  { action: 'brief', label: 'Send to brief', keyName: 'B', icon: <FileText size={14} /> },
  { action: 'remove', label: 'Remove…', keyName: 'Delete', icon: <Trash2 size={14} /> },
];

/** What can be done with the selected annotations; each press is one step for undo. */
export function SelectedAnnotations({
  shown,
}: {
  readonly shown: readonly EvidenceItem[];
}): ReactNode {
  const session = useSession();
  const selected = useSessionState((state) => state.evidence.selected);
  const all = useRecords((records) => records.list('annotation'));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `all` is another list when one of them changed
  const there = useMemo(() => annotationsOfIds(session, selected).length, [session, selected, all]);
  /** In the order of the table. What a filter hides is not acted on, by key or by press. */
  const ids = useMemo(() => selectedOf(shown, selected), [shown, selected]);
  // Undo may have taken away what was selected.
  if (there === 0) return null;
  const readOnly = session.store.project.readOnly !== null;
  return (
    <BatchBar
      label="Selected annotations"
      selected={ids.length}
      hidden={there - ids.length}
      shown={shown.length}
      actions={readOnly ? [] : actions}
      onSelectAll={() =>
        selectAnnotations(
          session,
          shown.map(({ annotation }) => annotation.id),
        )
      }
      onSelectNothing={() => selectAnnotations(session, [])}
      onAction={(action) => runBatch(session, action, ids)}
    />
  );
}
