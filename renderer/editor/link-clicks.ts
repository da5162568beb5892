import { Plugin } from 'prosemirror-state';

/**
 * Clicks on links never navigate the window. With Ctrl or Command, or plainly in a read-only text, they are handed to
 * `open`, which asks.
 */
export function linkClicks(readOnly: boolean, open: ((href: string) => void) | undefined): Plugin {
  const clicked = (event: MouseEvent): boolean => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (link === null) return false;
    event.preventDefault();
    const wanted = event.button === 0 && (readOnly || event.ctrlKey || event.metaKey);
    if (wanted) open?.(link.getAttribute('href') ?? '');
    return wanted;
  };
  return new Plugin({
    props: {
      handleDOMEvents: {
        click: (_view, event) => clicked(event),
        auxclick: (_view, event) => clicked(event),
      },
    },
  });
}
