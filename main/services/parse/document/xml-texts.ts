import type { XmlElement, XmlHandler } from './xml-events.ts';

/** An element that holds text and nothing else, as the files of document properties are made of. */
export interface TextElement {
  readonly element: XmlElement;
  readonly text: string;
}

/** Gathers the innermost elements of a small XML file with their texts, in order. */
export class XmlTexts implements XmlHandler {
  readonly found: TextElement[] = [];
  #element: XmlElement | null = null;
  #text = '';

  open(element: XmlElement): void {
    this.#element = element;
    this.#text = '';
  }

  close(): void {
    if (this.#element !== null) this.found.push({ element: this.#element, text: this.#text });
    this.#element = null;
  }

  text(text: string): void {
    this.#text += text;
  }

  /** Texts of the elements of one name, white space trimmed, none empty. */
  all(name: string): string[] {
    return this.found
      .filter(({ element }) => element.name === name)
      .map(({ text }) => text.trim())
      .filter((text) => text !== '');
  }

  first(name: string): string | null {
    return this.all(name)[0] ?? null;
  }
}
