import { FileText, Link2, MessageSquareQuote, Tag, Tags, Trash2, X } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { Button, Toolbar } from 'react-aria-components';
import type { EvidenceItem } from '../../session/evidence/evidence-item.ts';
import { annotationsOfIds, selectAnnotations } from '../../session/evidence/evidence-selection.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { type BatchAction, runBatch } from './batch-actions.ts';

const actions: readonly (readonly [BatchAction, string, string, ReactNode])[] = [
  ['tag', 'Tag…', 'T', <Tag key="tag" size={14} />],
  ['untag', 'Take a tag off…', 'U', <Tags key="untag" size={14} />],
  ['link', 'Link…', 'L', <Link2 key="link" size={14} />],
  ['claim', 'Claim…', 'C', <MessageSquareQuote key="claim" size={14} />],
  ['brief', 'Send to brief', 'B', <FileText key="brief" size={14} />],
  ['remove', 'Remove…', 'Delete', <Trash2 key="remove" size={14} />],
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
  const there = useMemo(
    () => annotationsOfIds(session, selected).map(({ id }) => id),
    [session, selected, all],
  );
  const inOrder = useMemo(
    () => shown.flatMap(({ annotation: { id } }) => (selected.has(id) ? id : [])),
    [shown, selected],
  );
  /** In the order of the table; what is selected and not shown after it. */
  const ids = useMemo(() => {
    if (inOrder.length === there.length) return inOrder;
    const seen = new Set(inOrder);
    return [...inOrder, ...there.filter((id) => !seen.has(id))];
  }, [inOrder, there]);
  const hidden = ids.length - inOrder.length;
  // Undo may have taken away what was selected.
  if (ids.length === 0) return null;
  const readOnly = session.store.project.readOnly !== null;
  return (
    <div className="selected-bar evidence-selected">
      <div className="selected-head">
        <span>
          {ids.length.toLocaleString('en-GB')} selected
          {hidden > 0 && `, ${hidden.toLocaleString('en-GB')} not shown`}
        </span>
        {shown.length > inOrder.length && (
          <button
            type="button"
            className="button quiet"
            onClick={() =>
              selectAnnotations(
                session,
                shown.map(({ annotation }) => annotation.id),
              )
            }
          >
            Select all {shown.length.toLocaleString('en-GB')}
          </button>
        )}
        <button
          type="button"
          className="button quiet icon"
          aria-label="Select nothing"
          title="Select nothing (Escape)"
          onClick={() => selectAnnotations(session, [])}
        >
          <X size={15} aria-hidden="true" />
        </button>
      </div>
      {!readOnly && (
        <Toolbar className="selected-actions" aria-label="Selected annotations">
          {actions.map(([action, label, key, icon]) => (
            <Button
              key={action}
              className="button quiet"
              onPress={() => runBatch(session, action, ids)}
            >
              <span title={`${label} (${key})`} className="icon-slot">
                {icon}
                {label}
              </span>
            </Button>
          ))}
        </Toolbar>
      )}
    </div>
  );
}
