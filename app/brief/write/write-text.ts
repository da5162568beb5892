import { methodNote } from '../describe-source.ts';
import type { PrintedBrief, PrintedPassage } from '../print/printed-brief.ts';
import { placeLine, sourceLine } from './passage-lines.ts';
import { textBlocks, textLine } from './text-blocks.ts';
import { indented, wrapped } from './wrap-text.ts';

/** How a brief is laid out as plain text. */
export interface TextOptions {
  readonly appendix: boolean;
  /** The longest line in characters; `null`: a paragraph is one line, and quotations are as they are in their source. */
  readonly wrap: number | null;
}

/**
 * A brief as plain text in UTF-8: notes in brackets and at the end, quotations set in by four spaces. Ends with a line
 * feed. Equal briefs give equal text.
 */
export function writeText(brief: PrintedBrief, { appendix, wrap }: TextOptions): string {
  const flow = (blocks: PrintedBrief['blocks']) => textBlocks(blocks, wrap);
  const { title, blocks, notes, bibliography, passages } = brief;
  const parts = [underlined(title, '='), ...flow(blocks)];
  if (notes.length > 0) {
    parts.push(underlined('Notes', '-'));
    for (const note of notes) {
      const [first = '', ...rest] = flow(note.blocks);
      parts.push(indented([`[${note.number}] ${first}`, ...rest].join('\n\n'), '', '    '));
    }
  }
  if (bibliography !== null && bibliography.entries.length > 0) {
    parts.push(underlined(bibliography.heading, '-'));
    for (const { runs } of bibliography.entries) {
      parts.push(indented(wrapped(textLine(runs), wrap, 4), '', '    '));
    }
  }
  if (appendix && passages.length > 0) {
    parts.push(underlined('Sources', '-'), wrapped(methodNote, wrap));
    for (const passage of passages) parts.push(source(passage, wrap));
  }
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function source(passage: PrintedPassage, wrap: number | null): string {
  const { label, url, before, quote, after } = passage;
  const head = `${label} ${sourceLine(passage)}${url === null ? '' : `, ${url}`}; ${placeLine(passage)}.`;
  const lines = [wrapped(head, wrap)];
  if (passage.annotationId !== null) {
    lines.push(indented(wrapped(`${before}>>${quote}<<${after}`, wrap, 4), '    ', '    '));
  }
  return lines.join('\n');
}

function underlined(title: string, line: string): string {
  const words = title.replace(/\s+/g, ' ').trim();
  const length = Math.min(72, Math.max(1, [...words].length));
  return `${words}\n${line.repeat(length)}`;
}
