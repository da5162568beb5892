import type { ComponentProps, ReactNode } from 'react';

// A list that draws only the lines in sight can't be nested lists, so the roles of a tree are put on plain elements. The
// focus stays on the tree, which says which line is meant: the rules that want a tab stop on each line are answered here.

type PartProps = ComponentProps<'div'> & { readonly [data: `data-${string}`]: unknown };

export function Tree(props: PartProps): ReactNode {
  return <div role="tree" {...props} />;
}

export function TreeItem(props: PartProps): ReactNode {
  // biome-ignore lint/a11y/useFocusableInteractive: see above
  return <div role="treeitem" {...props} />;
}
