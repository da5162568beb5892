import { htmlBlocks } from './html-blocks.ts';
import type { HtmlDocument, HtmlElement } from './html-node.ts';

const mostCandidates = 20;
/** So much more text than the rest of the page is no decoration. */
const share = 3;

/**
 * Takes `aria-hidden` off what holds by far the most of a page's text. It hides from screen readers, not from sight:
 * small pieces so marked are decoration, but a page saved while a dialog was open has its whole article marked so.
 */
export function uncoverText({ body }: HtmlDocument): void {
  const candidates = [...body.querySelectorAll('[aria-hidden="true"]')]
    .filter((element) => element.querySelector('p') !== null)
    .slice(0, mostCandidates);
  if (candidates.length === 0) return;
  const seen = lettersIn(body);
  for (const element of candidates) {
    if (lettersIn(element) > share * seen) element.removeAttribute('aria-hidden');
  }
}

function lettersIn(element: HtmlElement): number {
  return htmlBlocks(element).reduce((sum, { text }) => sum + text.length, 0);
}
