import { lazy, type ReactNode, Suspense } from 'react';

const View = lazy(() =>
  import('./compare-view.tsx').then(({ CompareView }) => ({ default: CompareView })),
);

/** Articles side by side: no part of the first picture, its code is read when it is first shown. */
export function LateCompareView(): ReactNode {
  return (
    <Suspense fallback={null}>
      <View />
    </Suspense>
  );
}
