import { ArrowLeftRight, Shapes, Trash2, X } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { Button, Toolbar } from 'react-aria-components';
import type { LinkItem } from '../../session/links/link-item.ts';
import { linksOfIds } from '../../session/links/links-edit.ts';
import { selectLinks } from '../../session/links/links-selection.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { type LinkAction, runOnLinks } from './use-link-keys.ts';

const actions: readonly (readonly [LinkAction, string, string, ReactNode])[] = [
  ['type', 'Change type…', 'T', <Shapes key="type" size={14} />],
  ['reverse', 'Reverse', 'R', <ArrowLeftRight key="reverse" size={14} />],
  ['remove', 'Remove', 'Delete', <Trash2 key="remove" size={14} />],
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
  return (
    <div className="selected-bar evidence-selected">
      <div className="selected-head">
        <span>{ids.length.toLocaleString('en-GB')} selected</span>
        {shown.length > ids.length && (
          <button
            type="button"
            className="button quiet"
            onClick={() =>
              selectLinks(
                session,
                shown.map(({ link }) => link.id),
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
          onClick={() => selectLinks(session, [])}
        >
          <X size={15} aria-hidden="true" />
        </button>
      </div>
      {session.store.project.readOnly === null && (
        <Toolbar className="selected-actions" aria-label="Selected links">
          {actions.map(([action, label, key, icon]) => (
            <Button
              key={action}
              className="button quiet"
              onPress={() => runOnLinks(session, action, ids)}
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
