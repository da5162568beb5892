import type { ReactNode } from 'react';

/** A cell of a concordance line. No `td`: its line is placed by its index and not by a table. */
export function ConcordanceCell(props: {
  readonly className: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the keyboard
    <div className={props.className} role="gridcell">
      {props.children}
    </div>
  );
}
