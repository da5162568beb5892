/**
 * What is used of linkedom's nodes: `main` is compiled without the DOM's types, so that nothing there takes itself for a
 * page.
 */
export interface HtmlNode {
  /** 1 element, 3 text, 4 CDATA, 8 comment, 9 document. */
  readonly nodeType: number;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly parentNode: HtmlNode | null;
  readonly textContent: string | null;
}

export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  /** A new list at every reading: cost in proportion to all children. */
  readonly childNodes: Iterable<HtmlNode>;
  /** As `childNodes`, elements only. */
  readonly children: Iterable<HtmlElement>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  setAttribute(name: string, value: string): void;
  querySelector(selectors: string): HtmlElement | null;
  querySelectorAll(selectors: string): Iterable<HtmlElement>;
  closest(selectors: string): HtmlElement | null;
  appendChild(node: HtmlNode): void;
}

export interface HtmlDocument {
  readonly documentElement: HtmlElement;
  readonly head: HtmlElement;
  readonly body: HtmlElement;
  readonly childNodes: Iterable<HtmlNode>;
  querySelector(selectors: string): HtmlElement | null;
  querySelectorAll(selectors: string): Iterable<HtmlElement>;
}

/** Whether a node is an element. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === 1;
}
