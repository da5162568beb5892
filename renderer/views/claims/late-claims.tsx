import { lazy, type ReactNode, Suspense } from 'react';
import type { ClaimId } from '../../../app/record/ids.ts';

const List = lazy(() =>
  import('./claims-list.tsx').then(({ ClaimsList }) => ({ default: ClaimsList })),
);

const Inspected = lazy(() =>
  import('./claim-inspector.tsx').then(({ ClaimInspector }) => ({ default: ClaimInspector })),
);

/** The claims as a list: no part of the first picture, its code is read when it is first shown. */
export function LateClaimsList(): ReactNode {
  return (
    // Holds the keyboard until there is something to give it to: else the choice above the list would get it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <Suspense fallback={<section tabIndex={0} aria-label="The claims are on their way" />}>
      <List />
    </Suspense>
  );
}

/** A claim in the Inspector; its code is read with the first one. */
export function LateClaimInspector({ id }: { readonly id: ClaimId }): ReactNode {
  return (
    <Suspense fallback={null}>
      <Inspected id={id} />
    </Suspense>
  );
}
