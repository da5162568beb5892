import type { ReactNode } from 'react';
import { useSessionState } from '../parts/session-context.ts';
import { BriefView } from './brief-view.tsx';
import { ClaimsView } from './claims-view.tsx';
import { DifferenceView } from './difference-view.tsx';
import { LinksView } from './links-view.tsx';
import { ReadView } from './read-view.tsx';
import { SearchView } from './search-view.tsx';

/** The middle of the window: texts, claims, links or a brief. */
export function Desk(): ReactNode {
  const view = useSessionState((state) => state.view);
  return (
    <main className="desk area" aria-label="Desk" data-area="desk" tabIndex={-1}>
      {view === 'read' && <ReadView />}
      {view === 'claims' && <ClaimsView />}
      {view === 'links' && <LinksView />}
      {view === 'brief' && <BriefView />}
      {view === 'search' && <SearchView />}
      {view === 'difference' && <DifferenceView />}
    </main>
  );
}
