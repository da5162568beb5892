import type { ParagraphKind } from '../document/document-blocks.ts';
import type { XmlElement, XmlHandler } from '../document/xml-events.ts';

interface WordStyle {
  name: string;
  basedOn: string | null;
  /** 0 to 8 for a heading, 9 for body text; `null`: as its base. */
  outline: number | null;
  /** Whether it is numbered or bulleted; `null`: as its base. */
  listed: boolean | null;
  /** Whether its letters are hidden; `null`: as its base. */
  hidden: boolean | null;
}

// Files name the built-in styles in English in every language of Word; LibreOffice and Google do alike.
const kindsByName: readonly (readonly [RegExp, ParagraphKind])[] = [
  [/^title$/i, { kind: 'heading', level: 1 }],
  [/^(?:intense )?quote$|^quotations?$|^block (?:text|quotation)$/i, { kind: 'quotation' }],
  [/^caption$|^(?:illustration|table|figure|drawing)$/i, { kind: 'caption' }],
];

// A chain of styles longer than this bites its own tail.
const longestChain = 50;

/** The styles of a Word document, as far as they say what a paragraph is. */
export class WordStyles implements XmlHandler {
  readonly #styles = new Map<string, WordStyle>();
  #current: WordStyle | null = null;

  open(element: XmlElement): void {
    const value = element.attribute('w:val');
    switch (element.name) {
      case 'w:style': {
        this.#current = { name: '', basedOn: null, outline: null, listed: null, hidden: null };
        const id = element.attribute('w:styleId');
        if (id !== null) this.#styles.set(id, this.#current);
        return;
      }
      case 'w:name':
        if (this.#current !== null) this.#current.name = value ?? '';
        return;
      case 'w:basedOn':
        if (this.#current !== null) this.#current.basedOn = value;
        return;
      case 'w:outlineLvl':
        if (this.#current !== null) this.#current.outline = Number(value);
        return;
      case 'w:numId':
        if (this.#current !== null) this.#current.listed = value !== '0';
        return;
      case 'w:vanish':
        if (this.#current !== null) this.#current.hidden = isOn(value);
    }
  }

  close(name: string): void {
    if (name === 'w:style') this.#current = null;
  }

  text(): void {}

  /** What a paragraph of a style is; `null`: nothing but a paragraph. */
  kindOf(styleId: string | null): ParagraphKind | null {
    const chain = this.#chain(styleId);
    for (const { name } of chain) {
      const level = /^heading (\d)$/i.exec(name)?.[1];
      if (level !== undefined) return headingOf(Number(level) - 1);
      for (const [pattern, kind] of kindsByName) if (pattern.test(name)) return kind;
    }
    const outline = chain.find((style) => style.outline !== null)?.outline ?? null;
    if (outline !== null && outline < 9) return headingOf(outline);
    return chain.find((style) => style.listed !== null)?.listed ? { kind: 'list-item' } : null;
  }

  isHidden(styleId: string | null): boolean {
    return this.#chain(styleId).find((style) => style.hidden !== null)?.hidden ?? false;
  }

  #chain(styleId: string | null): WordStyle[] {
    const chain: WordStyle[] = [];
    let style = this.#styles.get(styleId ?? '');
    while (style !== undefined && chain.length < longestChain) {
      chain.push(style);
      style = this.#styles.get(style.basedOn ?? '');
    }
    return chain;
  }
}

/** A heading of an outline level, 0 the highest. */
export function headingOf(outline: number): ParagraphKind {
  return { kind: 'heading', level: Math.min(6, Math.max(1, outline + 1)) };
}

/** Whether a switch of Word's is on: it is if it stands there, unless it says otherwise. */
export function isOn(value: string | null): boolean {
  return value === null || !/^(?:0|false|off)$/i.test(value);
}
