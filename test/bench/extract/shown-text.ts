import { parseHTML } from 'linkedom';
import type { HtmlElement } from '../../../main/services/parse/html/html-node.ts';
import { isElement } from '../../../main/services/parse/html/html-node.ts';

const separate =
  /^(?:address|article|aside|blockquote|br|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;

/**
 * All the text of a piece of HTML, one string for each stretch between two ends of blocks. The judge's own reading, with
 * nothing left out and none of the rules of what is judged: `textContent` would run the last word of a paragraph and the
 * first of the next into one.
 */
export function shownText(html: string): string[] {
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`);
  const pieces: string[] = [];
  let gathered = '';
  const end = () => {
    if (gathered.trim() !== '') pieces.push(gathered.replace(/\s+/g, ' ').trim());
    gathered = '';
  };
  const read = (parent: HtmlElement): void => {
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) gathered += node.textContent ?? '';
      if (!isElement(node)) continue;
      const apart = separate.test(node.localName);
      if (apart) end();
      read(node);
      if (apart) end();
    }
  };
  read(document.body as unknown as HtmlElement);
  end();
  return pieces;
}
