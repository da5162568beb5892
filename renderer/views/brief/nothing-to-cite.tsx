import type { ReactNode } from 'react';
import type { ToCite } from '../../session/writing/to-cite.ts';

/** Why a list to cite from is empty: there is nothing yet (`none` says what to do), or the filter leaves nothing. */
export function NothingToCite(props: {
  readonly found: ToCite<unknown>;
  readonly none: string;
}): ReactNode {
  const { matching, all } = props.found;
  if (matching.length > 0) return null;
  return <p className="hint">{all === 0 ? props.none : 'None has the words of the filter.'}</p>;
}
