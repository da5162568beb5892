import { type RefCallback, useCallback, useState } from 'react';

/** Whether the element that `ref` is given is narrower than so many pixels, followed as it changes; no until it is measured. */
export function useNarrowerThan<Kind extends Element>(
  width: number,
): { readonly isNarrow: boolean; readonly ref: RefCallback<Kind> } {
  const [isNarrow, setNarrow] = useState(false);
  const ref = useCallback(
    (element: Kind | null) => {
      if (element === null) return undefined;
      // Told before the first frame too, and without a layout of its own.
      const sizes = new ResizeObserver(([entry]) => {
        if (entry !== undefined) setNarrow(entry.contentRect.width < width);
      });
      sizes.observe(element);
      return () => sizes.disconnect();
    },
    [width],
  );
  return { isNarrow, ref };
}
