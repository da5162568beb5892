import type { ComponentProps, ReactNode } from 'react';

// A table can't draw only the lines in sight, so the roles of one are put on plain elements. The rules that want a real
// table, and a tab stop on each part of one, are answered here for all of them: what can be reached is said by the grid.

type PartProps = ComponentProps<'div'> & { readonly [data: `data-${string}`]: unknown };

export function Grid(props: PartProps): ReactNode {
  // biome-ignore lint/a11y/useSemanticElements: see above
  return <div role="grid" {...props} />;
}

export function GridLines(props: PartProps): ReactNode {
  // biome-ignore lint/a11y/useSemanticElements: see above
  return <div role="rowgroup" {...props} />;
}

export function GridRow(props: PartProps): ReactNode {
  // biome-ignore lint/a11y/useSemanticElements: see above
  // biome-ignore lint/a11y/useFocusableInteractive: see above
  return <div role="row" {...props} />;
}

export function GridCell(props: PartProps): ReactNode {
  // biome-ignore lint/a11y/useSemanticElements: see above
  // biome-ignore lint/a11y/useFocusableInteractive: see above
  return <div role="gridcell" {...props} />;
}

export function GridHead(props: PartProps): ReactNode {
  // biome-ignore lint/a11y/useSemanticElements: see above
  // biome-ignore lint/a11y/useFocusableInteractive: see above
  return <div role="columnheader" {...props} />;
}
