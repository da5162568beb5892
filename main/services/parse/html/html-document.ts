import { parseHTML } from 'linkedom';
import type { HtmlDocument, HtmlElement, HtmlNode } from './html-node.ts';
import { isElement } from './html-node.ts';
import type { LimitedPage } from './limit-nesting.ts';
import { limitNesting } from './limit-nesting.ts';

/** A parsed page. */
export interface ParsedPage {
  readonly document: HtmlDocument;
}

const doctypeNode = 10;

const headOnly = new Set(['title', 'meta', 'link', 'base']);

/**
 * Parses a page, a part of one, or whatever calls itself HTML. There is always html, head and body: linkedom, unlike a
 * browser, does not make up for tags that the author left out, as HTML allows. Linear.
 */
export function parsePage(source: string): ParsedPage {
  return parseLimited(limitNesting(source));
}

/** As `parsePage`, of a page that is known to be nested no deeper than may be. */
export function parseLimited({ html }: Pick<LimitedPage, 'html'>): ParsedPage {
  const { document } = parseHTML(html) as unknown as { document: HtmlDocument };
  const whole = isWhole(document) ? document : rebuilt(document);
  endHead(whole);
  return { document: whole };
}

const headElements =
  /^(?:base|basefont|bgsound|link|meta|noframes|noscript|script|style|template|title)$/;

/**
 * Moves what cannot stand in a head, and all behind it, to the beginning of the body, where a browser has it: for it the
 * head ends there. Readability throws for text that is in no body.
 */
function endHead({ head, body }: HtmlDocument): void {
  const nodes = [...head.childNodes];
  const start = nodes.findIndex((node) =>
    isElement(node)
      ? !headElements.test(node.localName)
      : node.nodeType === 3 && /\S/.test(node.textContent ?? ''),
  );
  if (start === -1) return;
  const first = body.firstChild;
  for (const node of nodes.slice(start)) body.insertBefore(node, first);
}

function isWhole(document: HtmlDocument): boolean {
  const root = document.documentElement as HtmlElement | null;
  if (root?.localName !== 'html') return false;
  // What stands behind the end of the page belongs to its body.
  for (const node of document.childNodes) {
    const isText = node.nodeType === 3 && /\S/.test(node.textContent ?? '');
    if (isText || (isElement(node) && node !== root)) return false;
  }
  const names = [...root.children].map((element) => element.localName);
  return names.length === 2 && names[0] === 'head' && names[1] === 'body';
}

/** The same nodes under html, head and body as a browser would have put them. */
function rebuilt(broken: HtmlDocument): HtmlDocument {
  const { document } = parseHTML(
    '<!doctype html><html><head></head><body></body></html>',
  ) as unknown as { document: HtmlDocument };
  const place = (parent: { readonly childNodes: Iterable<HtmlNode> }, into: HtmlElement | null) => {
    // A copy: placing a node takes it out of the list. (A doctype's `nextSibling` is null in linkedom 0.18, whatever
    // follows it, so the list it is.)
    for (const node of [...parent.childNodes]) {
      const name = isElement(node) ? node.localName : '';
      if (isElement(node) && name === 'html' && into === null) {
        copyAttributes(node, document.documentElement);
        place(node, null);
      } else if (isElement(node) && name === 'head' && into === null) place(node, document.head);
      else if (isElement(node) && name === 'body' && into === null) {
        copyAttributes(node, document.body);
        place(node, document.body);
      } else if (node.nodeType !== doctypeNode) {
        (into ?? (headOnly.has(name) ? document.head : document.body)).appendChild(node);
      }
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
