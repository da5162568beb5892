import { mentionedIds, nameMentions } from '../../brief/mentions.ts';
import type { RichTextNode } from '../../record/rich-text.ts';
import type { ExportContext } from '../exchange-format.ts';
import { readNoteMarkdown } from '../notes/read-note-markdown.ts';
import { writeNoteMarkdown } from '../notes/write-note-markdown.ts';
import { mentionName } from '../table/mention-name.ts';

const indent = '    ';

/** A note as Markdown, set in below what it belongs to, with a blank line before it. References become names, which is told. */
export function* noteLines(
  note: RichTextNode,
  { records, report }: ExportContext,
  label: string,
): Generator<string> {
  const why = 'A note has the names of what it mentions there.';
  report.lose('References in notes', why, label, mentionedIds(note).length);
  const markdown = writeNoteMarkdown(nameMentions(note, (target) => mentionName(records, target)));
  yield '\n';
  for (const line of markdown.split('\n')) yield line === '' ? '\n' : `${indent}${line}\n`;
  yield '\n';
}

/** Whether a line may be one of a note: it is set in, or blank. */
export function isNoteLine(line: string): boolean {
  return line.startsWith(indent) || line.trim() === '';
}

/** The note that lines hold. */
export function readNoteLines(lines: readonly string[]): RichTextNode | null {
  return readNoteMarkdown(lines.map((line) => line.slice(indent.length)).join('\n'));
}
