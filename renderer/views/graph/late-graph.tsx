import { lazy, type ReactNode, Suspense } from 'react';

const View = lazy(() =>
  import('./graph-view.tsx').then(({ GraphView }) => ({ default: GraphView })),
);

/** The graph of links: no part of the first picture, its code is read when it is first shown. */
export function LateGraph(): ReactNode {
  return (
    <Suspense fallback={null}>
      <View />
    </Suspense>
  );
}
