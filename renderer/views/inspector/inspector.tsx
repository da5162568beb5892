import type { ReactNode } from 'react';
import { shownPanes } from '../../session/shown-panes.ts';
import { LateClaimInspector } from '../claims/late-claims.tsx';
import { LateHistoryInspector } from '../history/late-history.tsx';
import { LateLinkInspector } from '../links/late-links.tsx';
import { useLinksAs } from '../links/use-links-view.ts';
import { LateCellInspector } from '../matrix/late-matrix.tsx';
import { useClaimsAs } from '../matrix/use-claims-as.ts';
import { LateClusterInspector, LateParallelsSection } from '../parallels/late-parallels.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { AnnotationInspector } from './annotation-inspector.tsx';
import { AnnotationList } from './annotation-list.tsx';
import { ArticleInspector, ArticleOrigin } from './article-inspector.tsx';
import { BriefInspector } from './brief-inspector.tsx';

/** What is selected, and what can be said of it. */
export function Inspector(): ReactNode {
  return (
    <aside className="inspector area" aria-label="Inspector" data-area="inspector" tabIndex={-1}>
      <Content />
    </aside>
  );
}

function Content(): ReactNode {
  const session = useSession();
  const view = useSessionState((state) => state.view);
  const annotationId = useSessionState((state) => state.annotationId);
  const claimId = useSessionState((state) => state.claimId);
  const linksAs = useLinksAs();
  const claimsAs = useClaimsAs();
  useSessionState((state) => state.activePane);
  useSessionState(shownPanes);
  if (view === 'brief') return <BriefInspector />;
  if (view === 'history') return <LateHistoryInspector />;
  if (view === 'links' && linksAs === 'table') return <LateLinkInspector />;
  if (view === 'links' && linksAs === 'clusters') return <LateClusterInspector />;
  if (claimId !== null) return <LateClaimInspector key={claimId} id={claimId} />;
  if (view === 'claims' && claimsAs === 'matrix') return <LateCellInspector />;
  const article = session.activeArticle();
  if (article !== null && (view === 'read' || view === 'compare')) {
    return (
      <>
        {annotationId === null ? (
          <ArticleInspector key={article.id} id={article.id} />
        ) : (
          <AnnotationInspector id={annotationId} />
        )}
        {/* Always here, so that its list keeps the keyboard whatever is inspected. */}
        <LateParallelsSection articleId={article.id} />
        {annotationId === null && <ArticleOrigin key={`origin ${article.id}`} id={article.id} />}
        <AnnotationList articleId={article.id} />
      </>
    );
  }
  if (annotationId !== null) return <AnnotationInspector id={annotationId} />;
  return (
    <p className="empty">
      {view === 'claims'
        ? 'Choose a claim to see its passages.'
        : view === 'difference'
          ? 'Open one of the two texts by its title to see what is known of it.'
          : 'Open an article to see what is known of it.'}
    </p>
  );
}
