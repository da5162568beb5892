import { type ReactNode, useState } from 'react';
import type { ConcordanceLine } from '../../../app/host/search.ts';
import { highlightAllLines, highlightLines } from '../../session/search/concordance.ts';
import type { FoundList } from '../../session/search/search-state.ts';
import { KeyLabel } from '../parts/key-label.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { ConcordanceGrid } from './concordance-grid.tsx';

/** The concordance with what can be done to its lines. */
export function ConcordanceView({
  found,
}: {
  readonly found: FoundList<ConcordanceLine>;
}): ReactNode {
  const session = useSession();
  const tags = useRecords((records) => records.list('tag'));
  const chosen = useSessionState((state) => state.search.selected.size);
  const [tagId, setTagId] = useState('');
  const tag = tags.find(({ id }) => id === tagId) ?? null;
  const readOnly = session.store.project.readOnly !== null;
  const count = found.total.toLocaleString('en-GB');
  return (
    <div className="concordance-view">
      <div className="concordance-bar" role="toolbar" aria-label="Concordance lines">
        <button
          type="button"
          className="button"
          disabled={readOnly}
          onClick={() => void highlightLines(session, tag)}
        >
          {chosen === 0
            ? 'Highlight this line'
            : `Highlight ${chosen.toLocaleString('en-GB')} selected ${chosen === 1 ? 'line' : 'lines'}`}
          <KeyLabel value="h" />
        </button>
        <button
          type="button"
          className="button"
          disabled={readOnly}
          title={`All ${count} lines, also those out of sight: one step for undo`}
          onClick={() => void highlightAllLines(session, tag)}
        >
          Highlight all visible lines <KeyLabel value="Shift+h" />
        </button>
        {tags.length > 0 && (
          <label className="concordance-tag">
            <span>as</span>
            <select value={tagId} onChange={(event) => setTagId(event.target.value)}>
              <option value="">no tag</option>
              {tags.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.key === null ? one.name : `${one.name} (${one.key})`}
                </option>
              ))}
            </select>
          </label>
        )}
        <span className="concordance-keys">
          <kbd>↵</kbd> opens · <kbd>Space</kbd> selects · <kbd>1</kbd>–<kbd>9</kbd> tags
        </span>
      </div>
      <ConcordanceGrid found={found} tag={tag} />
    </div>
  );
}
