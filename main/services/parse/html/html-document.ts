import { parseHTML } from 'linkedom';
import type { HtmlDocument, HtmlElement, HtmlNode } from './html-node.ts';
import { isElement } from './html-node.ts';
import { limitNesting } from './limit-nesting.ts';

/** A parsed page with the measures that decide how much work may be done with it. */
export interface ParsedPage {
  readonly document: HtmlDocument;
  /** How many tags were opened: the elements, nearly. */
  readonly elementCount: number;
}

const headOnly = new Set(['title', 'meta', 'link', 'base']);

/**
 * Parses a page, a part of one, or whatever calls itself HTML. There is always html, head and body: linkedom, unlike a
 * browser, does not make up for tags that the author left out, as HTML allows. Linear.
 */
export function parsePage(source: string): ParsedPage {
  const { html, elementCount } = limitNesting(source);
  const { document } = parseHTML(html) as unknown as { document: HtmlDocument };
  return { document: isWhole(document) ? document : rebuilt(document), elementCount };
}

function isWhole(document: HtmlDocument): boolean {
  const root = document.documentElement as HtmlElement | null;
  if (root?.localName !== 'html') return false;
  const names = [...root.children].map((element) => element.localName);
  return names.length === 2 && names[0] === 'head' && names[1] === 'body';
}

/** The same nodes under html, head and body as a browser would have put them. */
function rebuilt(broken: HtmlDocument): HtmlDocument {
  const { document } = parseHTML(
    '<!doctype html><html><head></head><body></body></html>',
  ) as unknown as { document: HtmlDocument };
  const place = (parent: { readonly firstChild: HtmlNode | null }, into: HtmlElement | null) => {
    for (let node = parent.firstChild; node !== null; ) {
      const next = node.nextSibling;
      const name = isElement(node) ? node.localName : '';
      if (isElement(node) && name === 'html' && into === null) {
        copyAttributes(node, document.documentElement);
        place(node, null);
      } else if (isElement(node) && name === 'head' && into === null) place(node, document.head);
      else if (isElement(node) && name === 'body' && into === null) {
        copyAttributes(node, document.body);
        place(node, document.body);
      } else if (node.nodeType !== 10) {
        (into ?? (headOnly.has(name) ? document.head : document.body)).appendChild(node);
      }
      node = next;
    }
  };
  place(broken, null);
  return document;
}

function copyAttributes(from: HtmlElement, to: HtmlElement): void {
  for (const name of ['lang', 'dir', 'class', 'id', 'hidden']) {
    const value = from.getAttribute(name);
    if (value !== null) to.setAttribute(name, value);
  }
}
