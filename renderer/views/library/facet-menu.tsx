import { type ReactNode, type RefObject, useMemo } from 'react';
import { facetValues } from '../../session/library/library-filter.ts';
import type { LibraryItem } from '../../session/library/library-item.ts';
import { ValueMenu } from '../parts/value-menu.tsx';

/** The values of a chip of the Library with how many articles have each. */
export function FacetMenu(props: {
  readonly title: string;
  readonly facet: 'languages' | 'tagIds' | 'outlets';
  readonly items: readonly LibraryItem[];
  readonly chosen: readonly string[];
  readonly nameOf: (value: string) => string;
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onChange: (chosen: readonly string[]) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { items, facet, ...menu } = props;
  const values = useMemo(() => facetValues(items, facet), [items, facet]);
  const empty = facet === 'tagIds' ? 'No article has a tag yet.' : 'Nothing of that name.';
  return <ValueMenu {...menu} values={values} empty={empty} />;
}
