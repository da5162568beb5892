import { lazy, type ReactNode, Suspense } from 'react';

const View = lazy(() =>
  import('./links-view.tsx').then(({ LinksView }) => ({ default: LinksView })),
);

const OneLink = lazy(() =>
  import('./link-inspector.tsx').then(({ LinkInspector }) => ({ default: LinkInspector })),
);

/** The links as a table or as a graph: no part of the first picture, the code is read when they are first shown. */
export function LateLinksView(): ReactNode {
  return (
    <Suspense fallback={null}>
      <View />
    </Suspense>
  );
}

/** The link that the keyboard is on in the table, in the Inspector. */
export function LateLinkInspector(): ReactNode {
  return (
    <Suspense fallback={null}>
      <OneLink />
    </Suspense>
  );
}

const Curves = lazy(() =>
  import('./link-curves.tsx').then(({ LinkCurves }) => ({ default: LinkCurves })),
);

/** The arrows over the texts, and the links that are drawn from marker to marker. */
export function LateLinkCurves(): ReactNode {
  return (
    <Suspense fallback={null}>
      <Curves />
    </Suspense>
  );
}
