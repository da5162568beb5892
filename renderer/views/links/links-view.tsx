import { Plus, Settings2 } from 'lucide-react';
import { type ReactNode, useEffect, useMemo } from 'react';
import { countOf } from '../../session/article-list.ts';
import { focusArea } from '../../session/focus.ts';
import { presentLinks } from '../../session/links/link-item.ts';
import { changeLinksView } from '../../session/links/links-view.ts';
import { SearchSegments } from '../desk/search-segments.tsx';
import { LateGraph } from '../graph/late-graph.tsx';
import { LateClusters } from '../parallels/late-parallels.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { LinksTable } from './links-table.tsx';
import { useLinksView } from './use-links-view.ts';

/**
 * Every link of the project, as a table or as a graph; and the clusters of parallel passages, of which links and claims are
 * made.
 */
export function LinksView(): ReactNode {
  const session = useSession();
  const view = useLinksView();
  const count = useRecords((records) => records.count('link'));
  const links = useRecords((records) => records.list('link'));
  const articles = useRecords((records) => records.list('article'));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the number hangs on
  const listed = useMemo(() => presentLinks(session.store.records), [session, links, articles]);
  // The graph draws evidence as well.
  const hasEvidence = useRecords((records) => records.count('evidence') > 0);
  const isGraph = view.as === 'graph' && (count > 0 || hasEvidence);
  useEffect(() => {
    // The Desk was given the focus before the code of this view was read: it goes on to the list now.
    const { activeElement } = document;
    const isWaiting = activeElement instanceof HTMLElement && activeElement.dataset.area === 'desk';
    // The clusters are read by themselves, and take it then.
    if (isWaiting && view.as !== 'clusters') focusArea(session, 'desk');
  }, [session, view.as]);
  const isClusters = view.as === 'clusters';
  const readOnly = session.store.project.readOnly !== null;
  return (
    <div className="links-view">
      <header className="links-head">
        <h2>{isClusters ? 'Clusters' : countOf(listed, 'link')}</h2>
        <SearchSegments
          label="Show links as"
          value={view.as}
          options={[
            ['table', 'Table'],
            ['graph', 'Graph'],
            ['clusters', 'Clusters'],
          ]}
          onChange={(as) => changeLinksView(session, { as })}
        />
        {!readOnly && (
          <span className="links-head-actions">
            <button
              type="button"
              className="button quiet"
              onClick={() => session.openDialog({ kind: 'link-types' })}
            >
              <Settings2 size={15} aria-hidden="true" />
              <span className="button-words">Types of links…</span>
            </button>
            <button
              type="button"
              className="button quiet"
              onClick={() => session.openDialog({ kind: 'add-link', from: null })}
            >
              <Plus size={15} aria-hidden="true" />
              <span className="button-words">Add link…</span>
            </button>
          </span>
        )}
      </header>
      {count === 0 && !isGraph && !isClusters && <NoLinks />}
      {count > 0 && view.as === 'table' && <LinksTable view={view} />}
      {isGraph && <LateGraph />}
      {isClusters && <LateClusters />}
    </div>
  );
}

function NoLinks(): ReactNode {
  return (
    <div className="desk-empty">
      <h2>No links yet</h2>
      <p>
        A link says how two passages of different articles relate: one repeats, contradicts or
        quotes the other. Press <kbd>L</kbd> on a highlight, then <kbd>L</kbd> on the other one; or
        drag the marker of one, beside the text, onto that of the other; or add a link here and
        choose its two ends.
      </p>
    </div>
  );
}
