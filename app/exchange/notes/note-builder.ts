import type { RichTextMark, RichTextNode } from '../../record/rich-text.ts';

/** A block that is being filled. */
interface OpenBlock {
  readonly type: string;
  readonly attrs: Readonly<Record<string, unknown>> | null;
  readonly content: RichTextNode[];
}

/** Blocks that hold words, not blocks. */
const textBlocks: readonly string[] = ['paragraph', 'heading'];
/** A file may be nested deeper than anybody reads. */
const deepest = 20;

/**
 * Builds a note of what a reader meets in the order of the text. Words outside a paragraph get one; lists and items always
 * hold what they must. Used for one note and thrown away.
 */
export class NoteBuilder {
  readonly #root: OpenBlock = { type: 'doc', attrs: null, content: [] };
  readonly #open: OpenBlock[] = [this.#root];

  openBlock(type: string, attrs: OpenBlock['attrs'] = null): void {
    this.endText();
    if (this.#open.length >= deepest) return;
    const parent = this.#top.type;
    const isList = type === 'bullet_list' || type === 'ordered_list';
    // An item outside of a list, or words in a list outside of an item.
    if (type === 'list_item' && !isListType(parent)) this.#push('bullet_list', null);
    if (isListType(parent) && type !== 'list_item') this.#push('list_item', null);
    if (isList && this.#top.type === 'list_item' && this.#top.content.length === 0) {
      this.#top.content.push({ type: 'paragraph' });
    }
    this.#push(type, attrs);
  }

  /** Closes the innermost open block of a type with all that is open in it. Does nothing if there is none. */
  closeBlock(type: string): void {
    const at = this.#open.findLastIndex((block, index) => index > 0 && block.type === type);
    if (at < 0) return;
    while (this.#open.length > at) this.#pop();
  }

  /** Ends the paragraph or heading that is open, as a block in it does in HTML. */
  endText(): void {
    while (this.#isInText) this.#pop();
  }

  text(text: string, marks: readonly RichTextMark[]): void {
    if (text === '') return;
    if (!this.#isInText && text.trim() === '') return;
    this.#wantText();
    const { content } = this.#top;
    const last = content.at(-1);
    if (last?.type === 'text' && sameMarks(last.marks ?? [], marks)) {
      content[content.length - 1] = { ...last, text: `${last.text ?? ''}${text}` };
    } else content.push(withMarks({ type: 'text', text }, marks));
  }

  inline(node: RichTextNode, marks: readonly RichTextMark[]): void {
    this.#wantText();
    this.#top.content.push(withMarks(node, marks));
  }

  /** The note; `null` if there is nothing in it. */
  note(): RichTextNode | null {
    while (this.#open.length > 1) this.#pop();
    const { content } = this.#root;
    return content.length === 0 ? null : { type: 'doc', content };
  }

  get #top(): OpenBlock {
    return this.#open.at(-1) ?? this.#root;
  }

  get #isInText(): boolean {
    return textBlocks.includes(this.#top.type);
  }

  #wantText(): void {
    if (this.#isInText) return;
    if (isListType(this.#top.type)) this.#push('list_item', null);
    this.#push('paragraph', null);
  }

  #push(type: string, attrs: OpenBlock['attrs']): void {
    this.#open.push({ type, attrs, content: [] });
  }

  #pop(): void {
    const block = this.#open.pop();
    if (block === undefined) return;
    const node = closed(block);
    if (node !== null) this.#top.content.push(node);
  }
}

function closed({ type, attrs, content }: OpenBlock): RichTextNode | null {
  if (textBlocks.includes(type)) {
    return {
      type,
      ...(attrs === null ? {} : { attrs }),
      ...(content.length === 0 ? {} : { content }),
    };
  }
  if (isListType(type) && content.length === 0) return null;
  const isItem = type === 'list_item';
  const needsText = content.length === 0 || (isItem && content[0]?.type !== 'paragraph');
  const whole = needsText ? [{ type: 'paragraph' }, ...content] : content;
  return { type, ...(attrs === null ? {} : { attrs }), content: whole };
}

function isListType(type: string): boolean {
  return type === 'bullet_list' || type === 'ordered_list';
}

function withMarks(node: RichTextNode, marks: readonly RichTextMark[]): RichTextNode {
  return marks.length === 0 ? node : { ...node, marks: [...marks] };
}

function sameMarks(one: readonly RichTextMark[], other: readonly RichTextMark[]): boolean {
  return (
    one.length === other.length &&
    one.every(
      (mark, index) =>
        mark.type === other[index]?.type && mark.attrs?.href === other[index]?.attrs?.href,
    )
  );
}
