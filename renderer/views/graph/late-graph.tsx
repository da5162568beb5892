import { lazy, type ReactNode, Suspense } from 'react';

const View = lazy(() =>
  import('./graph-view.tsx').then(({ GraphView }) => ({ default: GraphView })),
);

/** The graph of links: no part of the first picture, its code is read when it is first shown. */
export function LateGraph(): ReactNode {
  return (
    <Suspense fallback={<Waiting />}>
      <View />
    </Suspense>
  );
}

/** Holds the keyboard for the drawing, so that the first arrow key does not act on what stands above it. */
function Waiting(): ReactNode {
  return (
    <div
      className="graph-waiting"
      role="status"
      aria-label="The graph is being read"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing that comes in its place takes keys
      tabIndex={0}
      data-begin
    />
  );
}
