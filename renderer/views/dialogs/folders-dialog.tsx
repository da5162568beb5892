import type { ReactNode } from 'react';

/** To come. */
export function FoldersDialog(): ReactNode {
  return null;
}
