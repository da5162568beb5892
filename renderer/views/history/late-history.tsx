import { lazy, type ReactNode, Suspense } from 'react';

const View = lazy(() =>
  import('./history-view.tsx').then(({ HistoryView }) => ({ default: HistoryView })),
);
const Entry = lazy(() =>
  import('./history-inspector.tsx').then(({ HistoryInspector }) => ({ default: HistoryInspector })),
);

/** The history: no part of the first picture, its code is read when it is first shown. */
export function LateHistoryView(): ReactNode {
  return (
    <Suspense fallback={null}>
      <View />
    </Suspense>
  );
}

/** The change that is chosen in it. */
export function LateHistoryInspector(): ReactNode {
  return (
    <Suspense fallback={null}>
      <Entry />
    </Suspense>
  );
}
