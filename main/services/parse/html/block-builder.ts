import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import type { BlockContext } from './block-context.ts';

/** Gathers the text between two ends of blocks, and the drafts that become of it. */
export class BlockBuilder {
  readonly drafts: BlockDraft[] = [];
  #parts: string[] = [];
  /** Whether a line break came last, white space aside: a second one ends the paragraph. */
  #afterBreak = false;
  #quoteDepth = 0;

  text(text: string, preformatted: boolean): void {
    if (/\S/.test(text)) this.#afterBreak = false;
    // The line feeds of preformatted text are kept apart from those that only break the source's lines.
    this.#parts.push(preformatted ? text : text.replaceAll('\n', ' '));
  }

  lineBreak(context: BlockContext): void {
    if (this.#afterBreak) this.end(context);
    else this.#parts.push(' ');
    this.#afterBreak = true;
  }

  // Browsers draw the marks around a quotation in the text; without them it would read as the writer's own words.
  openQuote(): void {
    this.#quoteDepth += 1;
    this.#parts.push(this.#quoteDepth % 2 === 1 ? '“' : '‘');
  }

  closeQuote(): void {
    this.#parts.push(this.#quoteDepth % 2 === 1 ? '”' : '’');
    this.#quoteDepth -= 1;
  }

  /** Makes a draft of what was gathered, several of preformatted text with blank lines, none of white space. */
  end({ kind, level, preformatted }: BlockContext): void {
    // A hyphen that only says where a word may be broken is no letter of it.
    const gathered = this.#parts.join('').replaceAll('\u00ad', '');
    this.#parts = [];
    this.#afterBreak = false;
    for (const text of preformatted ? gathered.split(/\r?\n[ \t]*\r?\n/) : [gathered]) {
      if (!/\S/.test(text)) continue;
      this.drafts.push(
        kind === 'heading' && level !== undefined ? { kind, level, text } : { kind, text },
      );
    }
  }
}
