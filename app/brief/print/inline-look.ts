import type { RichTextMark } from '../../record/rich-text.ts';
import { safeLink } from '../safe-link.ts';
import type { RunLook } from './print-quote.ts';

/** How words with these marks look; an address that is not safe to follow is left out. */
export function lookOf(marks: readonly RichTextMark[] | undefined): RunLook {
  let look: RunLook = {};
  for (const mark of marks ?? []) {
    if (mark.type === 'strong') look = { ...look, strong: true };
    if (mark.type === 'em') look = { ...look, emphasis: true };
    const href = mark.type === 'link' ? mark.attrs?.href : null;
    const link = typeof href === 'string' ? safeLink(href) : null;
    if (link !== null) look = { ...look, href: link };
  }
  return look;
}
