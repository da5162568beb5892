import type { ReactNode } from 'react';
import type { DeskView } from '../../session/session-state.ts';
import { BriefView } from '../brief/brief-view.tsx';
import { LateCarryOverView } from '../carry-over/late-carry-over.tsx';
import { LateCompareView } from '../comparing/late-compare.tsx';
import { LateEvidenceView, WayBackToEvidence } from '../evidence/late-evidence.tsx';
import { LateHistoryView } from '../history/late-history.tsx';
import { LateLinksView } from '../links/late-links.tsx';
import { ClaimsFrame } from '../matrix/claims-frame.tsx';
import { useSessionState, useStoreState } from '../parts/session-context.ts';
import { LateReviewView } from '../review/late-review.tsx';
import { DifferenceView } from './difference-view.tsx';
import { ReadView } from './read-view.tsx';
import { SearchView } from './search-view.tsx';

/** The middle of the window: texts, claims, links or a brief. */
export function Desk(): ReactNode {
  const view = useSessionState((state) => state.view);
  const complete = useStoreState((store) => store.isComplete);
  // These go through all records of the project, which are not here in the first moments of a large one.
  const waits = !complete && !['read', 'search', 'difference', 'compare'].includes(view);
  return (
    <main className="desk area" aria-label="Desk" data-area="desk" tabIndex={-1}>
      {waits && <p className="empty">Reading the project’s annotations, claims and links…</p>}
      {!waits && <DeskContent view={view} />}
    </main>
  );
}

function DeskContent({ view }: { readonly view: DeskView }): ReactNode {
  return (
    <>
      {view === 'read' && <WayBackToEvidence />}
      {view === 'read' && <ReadView />}
      {view === 'claims' && <ClaimsFrame />}
      {view === 'links' && <LateLinksView />}
      {view === 'brief' && <BriefView />}
      {view === 'search' && <SearchView />}
      {view === 'difference' && <DifferenceView />}
      {view === 'evidence' && <LateEvidenceView />}
      {view === 'history' && <LateHistoryView />}
      {view === 'carry-over' && <LateCarryOverView />}
      {view === 'compare' && <LateCompareView />}
      {view === 'review' && <LateReviewView />}
    </>
  );
}
