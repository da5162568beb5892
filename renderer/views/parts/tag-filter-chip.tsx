import { Tags, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { clearTagFilter } from '../../session/codebook/tag-filter.ts';
import { useSession } from './session-context.ts';
import { useTagFilter } from './use-tag-filter.ts';

/**
 * The tag filter, wherever it acts: what it asks for, to be changed by a press, and taken away by another. `shown`: how
 * much of what it acts on here is left. Nothing is drawn while there is no filter.
 */
export function TagFilterChip({ shown }: { readonly shown?: string }): ReactNode {
  const session = useSession();
  const filter = useTagFilter();
  if (filter === null) return null;
  const isBroken = filter.expression === null;
  return (
    <div className="tag-filter-chip">
      <button
        type="button"
        className="chip"
        data-on
        title="Change the tag filter"
        onClick={() => session.openDialog({ kind: 'tag-filter' })}
      >
        <Tags size={12} aria-hidden="true" />
        <span className="visually-hidden">Filtered by tags: </span>
        <span className="chip-text">{filter.text}</span>
      </button>
      <button
        type="button"
        className="button quiet icon"
        aria-label="Clear the tag filter"
        title="Clear the tag filter"
        onClick={() => {
          clearTagFilter(session);
          session.say('The tag filter is off.');
        }}
      >
        <X size={14} aria-hidden="true" />
      </button>
      {isBroken ? (
        <span className="objection">A tag of this filter is gone: nothing is filtered.</span>
      ) : (
        shown !== undefined && <span className="tag-filter-shown">{shown}</span>
      )}
    </div>
  );
}
