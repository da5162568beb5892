import { lazy, type ReactNode, Suspense } from 'react';

const View = lazy(() =>
  import('./carry-over-view.tsx').then(({ CarryOverView }) => ({ default: CarryOverView })),
);

/** The review of annotations on earlier revisions: no part of the first picture, its code is read when it is first shown. */
export function LateCarryOverView(): ReactNode {
  return (
    <Suspense fallback={null}>
      <View />
    </Suspense>
  );
}
