import { lazy, type ReactNode, Suspense } from 'react';
import type { StanceQuestion } from '../../session/matrix/matrix-evidence.ts';

const View = lazy(() =>
  import('./matrix-view.tsx').then(({ MatrixView }) => ({ default: MatrixView })),
);

const Inspector = lazy(() =>
  import('./cell-inspector.tsx').then(({ CellInspector }) => ({ default: CellInspector })),
);

const Stance = lazy(() =>
  import('./stance-dialog.tsx').then(({ StanceDialog }) => ({ default: StanceDialog })),
);

/**
 * The matrix of claims and articles: no part of the first picture, its code is read when it is first shown. `bar`: where its
 * filter is put.
 */
export function LateMatrix({ bar }: { readonly bar: HTMLElement | null }): ReactNode {
  return (
    <Suspense fallback={<Waiting />}>
      <View bar={bar} />
    </Suspense>
  );
}

/** Holds the keyboard until there is something to give it to; nothing in the bar above is meant by then. */
function Waiting(): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="matrix" tabIndex={0} aria-label="The matrix is on its way" />
  );
}

/** The cell before the analyst, in the Inspector. */
export function LateCellInspector(): ReactNode {
  return (
    <Suspense fallback={null}>
      <Inspector />
    </Suspense>
  );
}

/** Asks for a stance. */
export function LateStanceDialog({ question }: { readonly question: StanceQuestion }): ReactNode {
  return (
    <Suspense fallback={null}>
      <Stance question={question} />
    </Suspense>
  );
}
