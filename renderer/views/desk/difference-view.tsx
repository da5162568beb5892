import type { ReactNode } from 'react';

/** Two texts read against each other. */
export function DifferenceView(): ReactNode {
  return <section aria-label="Differences" data-focus-name="differences" tabIndex={-1} />;
}
