import { type ComponentProps, lazy, type ReactNode, Suspense } from 'react';
import type { FacetMenu } from './facet-menu.tsx';
import type { ViewMenu } from './view-menu.tsx';

const View = lazy(() => import('./view-menu.tsx').then(({ ViewMenu }) => ({ default: ViewMenu })));
const Facet = lazy(() =>
  import('./facet-menu.tsx').then(({ FacetMenu }) => ({ default: FacetMenu })),
);

/** The menus are no part of the first picture: their code is read when one is first opened. */
export function LateViewMenu(props: ComponentProps<typeof ViewMenu>): ReactNode {
  return (
    <Suspense fallback={null}>
      <View {...props} />
    </Suspense>
  );
}

export function LateFacetMenu(props: ComponentProps<typeof FacetMenu>): ReactNode {
  return (
    <Suspense fallback={null}>
      <Facet {...props} />
    </Suspense>
  );
}
