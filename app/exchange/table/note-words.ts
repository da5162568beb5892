import { type MentionTarget, mentionOf } from '../../brief/mentions.ts';
import type { RichTextNode } from '../../record/rich-text.ts';

/** A note as plain text, and whether that left something out. */
export interface NoteWords {
  /** Blocks on lines of their own. */
  readonly text: string;
  /** Whether it has marks, lists, headings, references or blank lines, of which a table only has the words. */
  readonly isPoorer: boolean;
}

/** Blocks that stand on a line of their own; all others only hold such. */
const lines = new Set(['paragraph', 'heading', 'code_block']);

/**
 * A note's words, one line for each of its blocks, read back by `noteOf`. `nameOf`: what stands for a record that is
 * mentioned. Cost: one walk over the note.
 */
export function noteWords(
  note: RichTextNode,
  nameOf: (target: MentionTarget) => string,
): NoteWords {
  const found: string[] = [];
  let isPoorer = false;
  const wordsOf = (node: RichTextNode): string => {
    const target = mentionOf(node);
    if (target !== null || (node.marks?.length ?? 0) > 0) isPoorer = true;
    if (target !== null) return nameOf(target);
    if (node.type === 'hard_break') {
      isPoorer = true;
      return ' ';
    }
    return node.text ?? (node.content ?? []).map(wordsOf).join('');
  };
  const collect = (node: RichTextNode): void => {
    if (node.type !== 'paragraph' && node.type !== 'doc') isPoorer = true;
    if (lines.has(node.type) || node.text !== undefined) found.push(wordsOf(node));
    else for (const child of node.content ?? []) collect(child);
  };
  collect(note);
  // `noteOf` leaves out blank lines and space around others.
  isPoorer ||= found.some((line) => line.trim() === '' || line.trim() !== line);
  return { text: found.join('\n').trim(), isPoorer };
}

/** A text as a note: a paragraph for each line that is not empty. `null`: it has none. */
export function noteOf(text: string): RichTextNode | null {
  const paragraphs = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }));
  return paragraphs.length === 0 ? null : { type: 'doc', content: paragraphs };
}
