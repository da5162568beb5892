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

/** As much of an element as decides what becomes of its text. */
export interface BlockElement extends HtmlNode {
  readonly localName: string;
  /** A new list at every reading: cost in proportion to all children. */
  readonly children: Iterable<BlockElement>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
}

export interface HtmlElement extends BlockElement {
  /** As `children`, of all kinds of nodes. */
  readonly childNodes: Iterable<HtmlNode>;
  readonly children: Iterable<HtmlElement>;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelector(selectors: string): HtmlElement | null;
  querySelectorAll(selectors: string): Iterable<HtmlElement>;
  closest(selectors: string): HtmlElement | null;
  appendChild(node: HtmlNode): void;
  insertBefore(node: HtmlNode, next: HtmlNode | null): void;
  remove(): void;
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
export function isElement<Kind extends BlockElement = HtmlElement>(node: HtmlNode): node is Kind {
  return node.nodeType === 1;
}
