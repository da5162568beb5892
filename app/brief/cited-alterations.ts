import type { RichTextNode } from '../record/rich-text.ts';
import { alterationsOf } from './altered-quote.ts';
import { presentAlterations, type QuoteAlteration } from './quote-alterations.ts';

/**
 * The alterations of a citation's node as they apply to the words that its annotation has now: with the quote that the
 * writer last accepted they move with their words. `null`: they no longer fit, and the words are printed as they are
 * (rule I22). Every screen and every export takes them from here.
 */
export function citedAlterations(
  node: RichTextNode,
  quote: string,
): readonly QuoteAlteration[] | null {
  const accepted = node.attrs?.accepted;
  const before =
    typeof accepted === 'object' && accepted !== null && 'quote' in accepted
      ? accepted.quote
      : null;
  return presentAlterations(quote, alterationsOf(node), typeof before === 'string' ? before : null);
}
