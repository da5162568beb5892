import { lazy, type ReactNode, Suspense } from 'react';

const View = lazy(() =>
  import('./review-view.tsx').then(({ ReviewView }) => ({ default: ReviewView })),
);

/** The queue of suggestions: no part of the first picture, its code is read when it is first shown. */
export function LateReviewView(): ReactNode {
  return (
    <Suspense fallback={null}>
      <View />
    </Suspense>
  );
}
