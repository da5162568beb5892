import type { ReactNode } from 'react';

/** To come. */
export function TableDialog(_props: { readonly tableId: string }): ReactNode {
  return null;
}
