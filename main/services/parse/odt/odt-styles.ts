import type { ParagraphKind } from '../document/document-blocks.ts';
import type { XmlElement } from '../document/xml-events.ts';

// The built-in styles have these names in the files of every language of LibreOffice.
const kindsByName: readonly (readonly [RegExp, ParagraphKind])[] = [
  [/^Title$/, { kind: 'heading', level: 1 }],
  [/^Quotations?$/, { kind: 'quotation' }],
  [/^(?:Caption|Illustration|Figure|Table|Drawing)$/, { kind: 'caption' }],
];

// A chain of styles longer than this bites its own tail.
const longestChain = 50;

/** The styles of an OpenDocument text, as far as they say what a paragraph is and what is hidden. */
export class OdtStyles {
  readonly #parents = new Map<string, string | null>();
  readonly #hidden = new Set<string>();
  #current = '';

  /** Takes up a style, or a property of the one taken up last. */
  open(element: XmlElement): void {
    if (element.name === 'style:style') {
      this.#current = element.attribute('style:name') ?? '';
      this.#parents.set(this.#current, element.attribute('style:parent-style-name'));
    } else if (element.name === 'style:text-properties') {
      if (element.attribute('text:display') === 'none') this.#hidden.add(this.#current);
    }
  }

  /** What a paragraph of a style is; `null`: nothing but a paragraph. */
  kindOf(name: string | null): ParagraphKind | null {
    for (const style of this.#chain(name)) {
      for (const [pattern, kind] of kindsByName) if (pattern.test(style)) return kind;
    }
    return null;
  }

  isHidden(name: string | null): boolean {
    return this.#chain(name).some((style) => this.#hidden.has(style));
  }

  #chain(name: string | null): string[] {
    const chain: string[] = [];
    for (
      let style = name;
      style && chain.length < longestChain;
      style = this.#parents.get(style) ?? null
    ) {
      chain.push(style);
    }
    return chain;
  }
}
