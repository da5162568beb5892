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
    <Suspense fallback={null}>
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
