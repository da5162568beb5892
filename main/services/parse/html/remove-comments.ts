import { htmlBlocks } from './html-blocks.ts';
import type { HtmlDocument, HtmlElement } from './html-node.ts';

const named =
  /(?:^|\s)(?:comments|(?:reader|user|fb)-?comments|comments?-(?:area|container|list|section|thread|wrapper)|commentlist|disqus_thread|respond|leserkommentare|kommentare|commentaires|comentarios|commenti|reacties)(?=$|\s)/i;
/** So many letters beside the comments are an article, short as it may be. */
const fewestLetters = 140;
/** Each is read once, and they may hold one another. */
const mostElements = 20;

/** Takes readers' comments out of a page that has an article beside them: they are not the outlet's words. */
export function removeComments({ body }: HtmlDocument): void {
  const found = [...body.querySelectorAll('div, section, aside, ol, ul')].filter(
    (element) =>
      named.test(element.getAttribute('id') ?? '') ||
      named.test(element.getAttribute('class') ?? ''),
  );
  if (found.length === 0) return;
  const all = lettersIn(body);
  let taken = 0;
  for (const element of found.slice(0, mostElements)) {
    if (element.querySelector('h1, main') !== null || !isIn(element, body)) continue;
    const letters = lettersIn(element);
    if (all - taken - letters < fewestLetters) continue;
    taken += letters;
    element.remove();
  }
}

/** Not with one that was taken out. */
function isIn(element: HtmlElement, body: HtmlElement): boolean {
  return element.closest('body') === body;
}

function lettersIn(element: HtmlElement): number {
  return htmlBlocks(element).reduce(
    (sum, { kind, text }) => (kind === 'heading' ? sum : sum + text.trim().length),
    0,
  );
}
