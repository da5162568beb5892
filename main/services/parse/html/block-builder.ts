import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import type { BlockContext } from './block-context.ts';

// A word in small letters, a number, an acronym or a sentence's end before a capital: two things that a style sheet keeps
// apart. One letter before others may be the first of its word, set large.
const itemEnd = /(?:\p{Ll}{2}|\d\d|[.!?…)”’»])$/u;
const itemStart = /^[\p{Lu}“‘«]/u;
const acronymEnd = /\p{Lu}{2}$/u;
const wordStart = /^\p{Lu}\p{Ll}/u;

function runsTogether(before: string, after: string): boolean {
  return (
    (itemEnd.test(before) && itemStart.test(after)) ||
    (acronymEnd.test(before) && wordStart.test(after))
  );
}

/** Gathers the text between two ends of blocks, and the drafts that become of it. */
export class BlockBuilder {
  readonly drafts: BlockDraft[] = [];
  #parts: string[] = [];
  /** Whether a line break came last, white space aside: a second one ends the paragraph. */
  #afterBreak = false;
  #quoteDepth = 0;
  /** Whether an item ended after the last text, and another has begun since. */
  #joint: 'none' | 'left' | 'entered' = 'none';

  text(text: string, preformatted: boolean): void {
    if (/\S/.test(text)) this.#afterBreak = false;
    if (this.#joint === 'entered' && runsTogether(this.#lastText(), text)) this.#parts.push(' ');
    if (text !== '') this.#joint = 'none';
    // The line feeds of preformatted text are kept apart from those that only break the source's lines.
    this.#parts.push(preformatted ? text : text.replaceAll('\n', ' '));
  }

  lineBreak(context: BlockContext): void {
    if (this.#afterBreak) this.end(context);
    else this.#parts.push(' ');
    this.#afterBreak = true;
  }

  /** An inline element of the kind that pages lay out side by side ends here. */
  leaveItem(): void {
    this.#joint = 'left';
  }

  /** One begins here. */
  enterItem(): void {
    if (this.#joint === 'left') this.#joint = 'entered';
  }

  #lastText(): string {
    return this.#parts.at(-1) ?? '';
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
    this.#joint = 'none';
    for (const text of preformatted ? gathered.split(/\r?\n[ \t]*\r?\n/) : [gathered]) {
      if (!/\S/.test(text)) continue;
      this.drafts.push(
        kind === 'heading' && level !== undefined ? { kind, level, text } : { kind, text },
      );
    }
  }
}
