import type { BlockElement } from './html-node.ts';

/** Whether an element says of itself that it is not shown. Style sheets are not read. */
export function isHidden(element: BlockElement): boolean {
  if (element.hasAttribute('hidden')) return true;
  if (element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style');
  return style !== null && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}
