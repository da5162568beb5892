import { lazy, type ReactNode, Suspense } from 'react';
import type { ArticleId } from '../../../app/record/ids.ts';

const List = lazy(() =>
  import('./parallels-section.tsx').then(({ ParallelsSection }) => ({ default: ParallelsSection })),
);

/** The parallel passages of an article, in the Inspector: no part of the first picture. */
export function LateParallelsSection({ articleId }: { readonly articleId: ArticleId }): ReactNode {
  return (
    <Suspense fallback={null}>
      <List articleId={articleId} />
    </Suspense>
  );
}

const Clusters = lazy(() =>
  import('./clusters-view.tsx').then(({ ClustersView }) => ({ default: ClustersView })),
);

/** The clusters of the project, read when they are first shown. */
export function LateClusters(): ReactNode {
  return (
    <Suspense fallback={null}>
      <Clusters />
    </Suspense>
  );
}

const OneCluster = lazy(() =>
  import('./cluster-inspector.tsx').then(({ ClusterInspector }) => ({ default: ClusterInspector })),
);

/** The passage of a cluster that the keyboard is on, in the Inspector. */
export function LateClusterInspector(): ReactNode {
  return (
    <Suspense fallback={null}>
      <OneCluster />
    </Suspense>
  );
}
