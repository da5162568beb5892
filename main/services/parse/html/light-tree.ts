import { Parser } from 'htmlparser2';
import type { BlockElement, HtmlNode } from './html-node.ts';

/**
 * The elements and texts of a page, for `htmlBlocks` only. For pages that are too large for linkedom: each of its nodes
 * has an entry in a weak map for listeners (`interface/event-target.js`), some 2 KB in all, and with a million of them
 * the collection of garbage takes most of the time. Linear.
 */
export function lightTree(html: string): BlockElement {
  const root = new LightElement('html', {}, null);
  let current = root;
  let last: LightText | null = null;
  const parser = new Parser({
    onopentag(name, attributes) {
      current = current.append(new LightElement(name, attributes, current));
      last = null;
    },
    onclosetag() {
      current = current.parentNode ?? root;
      last = null;
    },
    ontext(text) {
      // The parser hands a text over in pieces, one for each character reference.
      if (last === null) last = current.append(new LightText(current));
      last.parts.push(text);
    },
  });
  parser.write(html);
  parser.end();
  return root;
}

class LightText implements HtmlNode {
  readonly nodeType = 3;
  readonly firstChild = null;
  nextSibling: HtmlNode | null = null;
  readonly parts: string[] = [];
  readonly parentNode: LightElement;

  constructor(parentNode: LightElement) {
    this.parentNode = parentNode;
  }

  get textContent(): string {
    return this.parts.join('');
  }
}

class LightElement implements BlockElement {
  readonly nodeType = 1;
  /** Nobody asks an element here. */
  readonly textContent = null;
  firstChild: LightText | LightElement | null = null;
  nextSibling: LightText | LightElement | null = null;
  #lastChild: LightText | LightElement | null = null;

  readonly localName: string;
  readonly parentNode: LightElement | null;
  readonly #attributes: Readonly<Record<string, string>>;

  constructor(
    localName: string,
    attributes: Readonly<Record<string, string>>,
    parentNode: LightElement | null,
  ) {
    this.localName = localName;
    this.#attributes = attributes;
    this.parentNode = parentNode;
  }

  append<Child extends LightText | LightElement>(child: Child): Child {
    if (this.#lastChild === null) this.firstChild = child;
    else this.#lastChild.nextSibling = child;
    this.#lastChild = child;
    return child;
  }

  get children(): readonly LightElement[] {
    const found: LightElement[] = [];
    for (let node = this.firstChild; node !== null; ) {
      if (node instanceof LightElement) found.push(node);
      node = node.nextSibling as LightText | LightElement | null;
    }
    return found;
  }

  getAttribute(name: string): string | null {
    return Object.hasOwn(this.#attributes, name) ? (this.#attributes[name] ?? null) : null;
  }

  hasAttribute(name: string): boolean {
    return Object.hasOwn(this.#attributes, name);
  }
}
