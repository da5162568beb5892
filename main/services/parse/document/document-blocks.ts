import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import type { BlockKind } from '../../../../app/record/text.ts';

/** What a paragraph becomes. */
export interface ParagraphKind {
  readonly kind: BlockKind;
  /** Of a heading. */
  readonly level?: number;
}

interface OpenParagraph {
  kind: ParagraphKind;
  readonly parts: string[];
  /** Paragraphs that were anchored in this one, in a frame: they stand after it. */
  readonly after: BlockDraft[];
  afterBreak: boolean;
}

const paragraph: ParagraphKind = { kind: 'paragraph' };

/**
 * Gathers the blocks of a document by rule T13: paragraphs, also inside one another (text boxes), and notes, which are
 * gathered apart and come last. What is written outside of any paragraph opens one.
 */
export class DocumentBlocks {
  readonly #main: BlockDraft[] = [];
  readonly #notes: BlockDraft[] = [];
  /** Open paragraphs, innermost last, with the edges of notes and frames between them. */
  readonly #open: (OpenParagraph | 'note' | 'frame')[] = [];

  openParagraph(kind: ParagraphKind = paragraph): void {
    this.#open.push({ kind, parts: [], after: [], afterBreak: false });
  }

  /** Where the kind is only known after the beginning. */
  setKind(kind: ParagraphKind): void {
    const open = this.#open.at(-1);
    if (typeof open === 'object') open.kind = kind;
  }

  /** An optional hyphen (U+00AD) is no letter: it leaves nothing. */
  text(text: string): void {
    const open = this.#innermost();
    if (/\S/.test(text)) open.afterBreak = false;
    open.parts.push(text.replaceAll('\u00ad', ''));
  }

  /** A line break is a space, two in a row end the paragraph and begin another of its kind. */
  lineBreak(): void {
    const open = this.#innermost();
    if (open.afterBreak) this.#flush(open);
    else open.parts.push(' ');
    open.afterBreak = true;
  }

  /** Ends the innermost paragraph; none open: does nothing. */
  closeParagraph(): void {
    const open = this.#open.at(-1);
    if (typeof open !== 'object') return;
    this.#flush(open);
    this.#open.pop();
    const target = this.#targetBelow(this.#open.length);
    for (const draft of open.after) target.push(draft);
  }

  /** From here to `closeNote` everything belongs to a note; the paragraph around it goes on afterwards. */
  openNote(): void {
    this.#open.push('note');
  }

  /** From here to `closeFrame` everything belongs to a text box, which stands after the paragraph that it is in. */
  openFrame(): void {
    this.#open.push('frame');
  }

  closeNote(): void {
    this.#closeTo('note');
  }

  closeFrame(): void {
    this.#closeTo('frame');
  }

  /** Puts in notes that were read elsewhere. */
  addNotes(notes: readonly BlockDraft[]): void {
    for (const { text } of notes) this.#notes.push({ kind: 'footnote', text });
  }

  /** All blocks in their order, the notes last. Ends what is open. */
  finish(): BlockDraft[] {
    while (this.#open.length > 0) {
      if (typeof this.#open.at(-1) === 'object') this.closeParagraph();
      else this.#open.pop();
    }
    return [...this.#main, ...this.#notes];
  }

  #innermost(): OpenParagraph {
    const open = this.#open.at(-1);
    if (typeof open === 'object') return open;
    const opened = { kind: paragraph, parts: [], after: [], afterBreak: false };
    this.#open.push(opened);
    return opened;
  }

  #flush(open: OpenParagraph): void {
    const text = open.parts.join('');
    open.parts.length = 0;
    open.afterBreak = false;
    if (!/\S/.test(text)) return;
    const own = this.#open.lastIndexOf(open);
    if (this.#open.lastIndexOf('note', own) !== -1) this.#notes.push({ kind: 'footnote', text });
    else this.#targetBelow(own).push({ ...open.kind, text });
  }

  /** Where the blocks of a paragraph at a place in the stack go: behind the paragraph around it. */
  #targetBelow(index: number): BlockDraft[] {
    const outer = this.#open.slice(0, index).findLast((open) => typeof open === 'object');
    return outer === undefined ? this.#main : outer.after;
  }

  #closeTo(edge: 'note' | 'frame'): void {
    while (typeof this.#open.at(-1) === 'object') this.closeParagraph();
    if (this.#open.at(-1) === edge) this.#open.pop();
  }
}
