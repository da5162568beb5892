import type { RichTextMark, RichTextNode } from '../../record/rich-text.ts';
import { type Citation, citationOf } from '../cited-ids.ts';
import { type MentionTarget, mentionOf } from '../mentions.ts';

/** What stands for a citation or a reference in the text of a line; a letter of no script. */
export const citationSign = '\uFFFC';

/** A citation in a line. */
export interface LineCitation {
  readonly citation: Citation;
  readonly node: RichTextNode;
  /** Where its sign stands in `BriefLine.text`; of one in a footnote where the footnote stands. */
  readonly offset: number;
  readonly inFootnote: boolean;
}

/** A reference in a line: it shows what a record is called, which nobody wrote. */
export interface LineReference {
  readonly target: MentionTarget;
  /** Where its sign stands in `BriefLine.text`. */
  readonly offset: number;
}

/** The writer's words of one text block: of a paragraph, a heading, a cell, a caption, a footnote. */
export interface BriefLine {
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'caption' | 'footnote';
  /** Of a heading: 1 to 3. */
  readonly level: number;
  readonly path: readonly number[];
  /** Whether it stands in a block quotation of the writer's. */
  readonly inQuotation: boolean;
  /** Of a caption: the picture above it. Else `null`. */
  readonly pictureId: string | null;
  /** The words, with `citationSign` for each citation and reference; footnotes are lines of their own. */
  readonly text: string;
  readonly citations: readonly LineCitation[];
  readonly references: readonly LineReference[];
  /** What stands in italics, as titles do. Offsets of `text`. */
  readonly italics: readonly { readonly start: number; readonly end: number }[];
  readonly comments: readonly LineComment[];
  /** ProseMirror's count at each offset of `text`, and at its end. */
  readonly positions: readonly number[];
  /** Of a footnote: the citations of the line that it stands in. */
  readonly around: readonly LineCitation[];
}

/** A comment to self. */
export interface LineComment {
  readonly id: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A block that is no text: a citation set off, or a figure, which has its caption as a line. */
export interface BriefBlock {
  readonly kind: 'citation';
  readonly path: readonly number[];
  readonly citation: Citation;
  readonly node: RichTextNode;
}

export type BriefUnit = BriefLine | BriefBlock;

/** The lines and block citations of a block of a document, in reading order; a footnote follows its line. Cost: its nodes. */
export function unitsOfBlock(block: RichTextNode, path: readonly number[]): readonly BriefUnit[] {
  const units: BriefUnit[] = [];
  collect(block, path, { cell: false, quotation: false }, units);
  return units;
}

/** What a block stands in. */
interface Inside {
  readonly cell: boolean;
  readonly quotation: boolean;
}

function collect(
  node: RichTextNode,
  path: readonly number[],
  inside: Inside,
  units: BriefUnit[],
): void {
  const citation = citationOf(node);
  if (citation !== null) {
    units.push({ kind: 'citation', path, citation, node });
    return;
  }
  switch (node.type) {
    case 'paragraph':
      addLine(node, path, inside.cell ? 'cell' : 'paragraph', 0, inside.quotation, units);
      return;
    case 'heading': {
      const level = node.attrs?.level;
      addLine(
        node,
        path,
        'heading',
        typeof level === 'number' ? level : 1,
        inside.quotation,
        units,
      );
      return;
    }
    case 'figure':
      addLine(node, path, 'caption', 0, inside.quotation, units);
      return;
    default: {
      const below = {
        cell: inside.cell || node.type === 'table_cell' || node.type === 'table_header',
        quotation: inside.quotation || node.type === 'blockquote',
      };
      for (const [index, child] of (node.content ?? []).entries()) {
        collect(child, [...path, index], below, units);
      }
    }
  }
}

function addLine(
  node: RichTextNode,
  path: readonly number[],
  kind: BriefLine['kind'],
  level: number,
  inQuotation: boolean,
  units: BriefUnit[],
): void {
  const line = new LineBuilder();
  for (const child of node.content ?? []) line.add(child);
  const id = kind === 'caption' ? node.attrs?.pictureId : null;
  const made = {
    ...line.line(kind, level, path, inQuotation, []),
    pictureId: typeof id === 'string' ? id : null,
  };
  units.push(made);
  for (const { note, position } of line.footnotes) {
    const inner = new LineBuilder(position + 1);
    for (const child of note.content ?? []) inner.add(child);
    units.push(inner.line('footnote', 0, path, inQuotation, made.citations));
  }
}

class LineBuilder {
  #text = '';
  #position: number;
  readonly #positions: number[] = [];
  readonly #citations: LineCitation[] = [];
  readonly #references: LineReference[] = [];
  readonly #italics: { start: number; end: number }[] = [];
  readonly #comments = new Map<string, { text: string; from: number; to: number }>();
  readonly footnotes: { readonly note: RichTextNode; readonly position: number }[] = [];

  /** @param position ProseMirror's count where the line begins, inside its text block */
  constructor(position = 0) {
    this.#position = position;
  }

  add(node: RichTextNode): void {
    const from = this.#position;
    const start = this.#text.length;
    const citation = citationOf(node);
    const target = mentionOf(node);
    if (node.type === 'text') this.#write(node.text ?? '');
    else if (target !== null) {
      this.#references.push({ target, offset: start });
      this.#write(citationSign);
    } else if (citation !== null) {
      const offset = this.#text.length;
      this.#citations.push({ citation, node, offset, inFootnote: false });
      this.#write(citationSign);
    } else if (node.type === 'footnote') {
      this.footnotes.push({ note: node, position: from });
      for (const child of node.content ?? []) {
        const cited = citationOf(child);
        if (cited !== null) {
          const offset = Math.max(0, this.#text.length - 1);
          this.#citations.push({ citation: cited, node: child, offset, inFootnote: true });
        }
      }
      this.#position += sizeOf(node);
    } else this.#write(node.type === 'hard_break' ? '\n' : ' ');
    this.#comment(node.marks ?? [], from);
    if (node.marks?.some(({ type }) => type === 'em') === true) this.#italic(start);
  }

  #italic(start: number): void {
    const last = this.#italics.at(-1);
    if (last?.end === start) last.end = this.#text.length;
    else this.#italics.push({ start, end: this.#text.length });
  }

  #write(text: string): void {
    for (let at = 0; at < text.length; at += 1) this.#positions.push(this.#position + at);
    this.#text += text;
    this.#position += text.length;
  }

  #comment(marks: readonly RichTextMark[], from: number): void {
    for (const { type, attrs } of marks) {
      const { id, text } = attrs ?? {};
      if (type !== 'comment' || typeof id !== 'string') continue;
      const known = this.#comments.get(id);
      if (known === undefined) {
        const words = typeof text === 'string' ? text : '';
        this.#comments.set(id, { text: words, from, to: this.#position });
      } else known.to = this.#position;
    }
  }

  line(
    kind: BriefLine['kind'],
    level: number,
    path: readonly number[],
    inQuotation: boolean,
    around: readonly LineCitation[],
  ): BriefLine {
    return {
      kind,
      level,
      path,
      inQuotation,
      pictureId: null,
      text: this.#text,
      citations: this.#citations,
      references: this.#references,
      italics: this.#italics,
      comments: [...this.#comments].map(([id, comment]) => ({ id, ...comment })),
      positions: [...this.#positions, this.#position],
      around,
    };
  }
}

/** How much of a document a node takes, as ProseMirror counts. */
function sizeOf(node: RichTextNode): number {
  if (node.type === 'text') return node.text?.length ?? 0;
  if (node.type !== 'footnote') return 1;
  return (node.content ?? []).reduce((size, child) => size + sizeOf(child), 2);
}
