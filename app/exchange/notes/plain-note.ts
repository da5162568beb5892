import type { RichTextNode } from '../../record/rich-text.ts';

/** A note of plain text: a paragraph each line; `null` if there is nothing in it. */
export function plainNote(text: string): RichTextNode | null {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) return null;
  const content = lines.map((line) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: line.trim() }],
  }));
  return { type: 'doc', content };
}

/** Notes one after the other; `null`: none of them says anything. */
export function joinNotes(notes: readonly (RichTextNode | null)[]): RichTextNode | null {
  const content = notes.flatMap((note) => note?.content ?? []);
  return content.length === 0 ? null : { type: 'doc', content };
}
