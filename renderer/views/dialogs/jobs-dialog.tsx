import type { ReactNode } from 'react';

/** To come. */
export function JobsDialog(): ReactNode {
  return null;
}
