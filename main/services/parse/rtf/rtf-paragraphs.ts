import type { ParagraphKind } from '../document/document-blocks.ts';

interface Format {
  /** 0 to 8 of a heading, 9 of body text; `null`: not said. */
  outline: number | null;
  list: boolean | null;
}

const plain: Format = { outline: null, list: null };

/** What the paragraph at hand is, from its formatting and the style sheet. */
export class RtfParagraphs {
  readonly #names = new Map<number, string>();
  readonly #styles = new Map<number, Format>();
  #style = 0;
  #inTable = false;
  #format: Format = plain;

  nameStyle(style: number, name: string): void {
    this.#names.set(style, name);
  }

  /** Takes a control word of a style's own formatting. */
  formatStyle(style: number, word: string, parameter: number | null): void {
    this.#styles.set(style, formatted(this.#styles.get(style) ?? plain, word, parameter));
  }

  /** Takes a control word of the paragraph's formatting; all others change nothing. */
  format(word: string, parameter: number | null): void {
    if (word === 'pard') {
      this.#format = plain;
      this.#inTable = false;
      this.#style = 0;
    } else if (word === 's') this.#style = parameter ?? 0;
    else if (word === 'intbl') this.#inTable = parameter !== 0;
    else this.#format = formatted(this.#format, word, parameter);
  }

  kind(): ParagraphKind {
    const name = this.#names.get(this.#style) ?? '';
    const style = this.#styles.get(this.#style) ?? plain;
    const level = /^heading (\d)/i.exec(name)?.[1];
    const outline =
      this.#format.outline ?? (level === undefined ? style.outline : Number(level) - 1);
    if (outline !== null && outline >= 0 && outline < 9) {
      return { kind: 'heading', level: Math.min(6, outline + 1) };
    }
    if (/^title$/i.test(name)) return { kind: 'heading', level: 1 };
    if (/^(?:intense )?quote$|^quotations?$|^block text$/i.test(name)) return { kind: 'quotation' };
    if (/^caption$/i.test(name)) return { kind: 'caption' };
    if (this.#format.list ?? style.list) return { kind: 'list-item' };
    return { kind: this.#inTable ? 'table-cell' : 'paragraph' };
  }
}

function formatted(format: Format, word: string, parameter: number | null): Format {
  if (word === 'outlinelevel') return { ...format, outline: parameter };
  // `\ls0` takes a paragraph out of its list.
  if (word === 'ls') return { ...format, list: parameter !== 0 };
  if (word === 'pnlvlblt' || word === 'pnlvlbody') return { ...format, list: true };
  return format;
}
