import type { Nodes, Parents, PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { safeLink } from '../../brief/safe-link.ts';
import type { RichTextMark, RichTextNode } from '../../record/rich-text.ts';
import { NoteBuilder } from './note-builder.ts';
import { plainNote } from './plain-note.ts';

/** Markdown beyond this may take its reader for ever; it is read as plain text. */
const longestNote = 100_000;

/**
 * Signs that its reader comes back to again and again, which takes the square of their number: far more than notes have, and
 * less than a second's work.
 */
const most = { emphasis: 4_000, brackets: 1_000, markers: 10_000, nested: 50 } as const;
const markers = />|[-+*](?=[ \t])|\d[.)](?=[ \t])/g;

/** A note of Markdown; HTML in it is left out, pictures are their words. `null`: there is nothing in it. */
export function readNoteMarkdown(markdown: string): RichTextNode | null {
  if (markdown.length > longestNote || isTangled(markdown)) return plainNote(markdown);
  const note = new NoteBuilder();
  for (const child of fromMarkdown(markdown).children) take(child, note, []);
  return note.note();
}

/** Whether nobody wrote it, and reading it would take minutes or more depth than there is. */
function isTangled(markdown: string): boolean {
  const count = (pattern: RegExp): number => markdown.match(pattern)?.length ?? 0;
  if (count(/[*_]/g) > most.emphasis || count(/\[/g) > most.brackets) return true;
  let all = 0;
  for (const line of markdown.split(/\r\n?|\n/)) {
    const head = /^[\s>*+\-\d.)]*/.exec(line)?.[0] ?? '';
    const here = head.match(markers)?.length ?? 0;
    all += here;
    if (here > most.nested || all > most.markers) return true;
  }
  return false;
}

function take(node: Nodes, note: NoteBuilder, marks: readonly RichTextMark[]): void {
  switch (node.type) {
    case 'paragraph':
      inBlock('paragraph', null, node, note, marks);
      return;
    case 'heading':
      inBlock('heading', { level: Math.min(3, node.depth) }, node, note, marks);
      return;
    case 'blockquote':
      inBlock('blockquote', null, node, note, marks);
      return;
    case 'list': {
      if (node.ordered !== true) inBlock('bullet_list', null, node, note, marks);
      else inBlock('ordered_list', { order: node.start ?? 1 }, node, note, marks);
      return;
    }
    case 'listItem':
      inBlock('list_item', null, node, note, marks);
      return;
    case 'code':
      note.openBlock('paragraph');
      note.text(node.value.replace(/\s*\n\s*/g, ' '), marks);
      note.closeBlock('paragraph');
      return;
    default:
      takeInline(node as PhrasingContent, note, marks);
  }
}

function takeInline(
  node: PhrasingContent,
  note: NoteBuilder,
  marks: readonly RichTextMark[],
): void {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      note.text(node.value.replace(/\s*\n\s*/g, ' '), marks);
      return;
    case 'break':
      note.inline({ type: 'hard_break' }, marks);
      return;
    case 'image':
      note.text(node.alt ?? '', marks);
      return;
    case 'strong':
      inMark(node, { type: 'strong' }, note, marks);
      return;
    case 'emphasis':
      inMark(node, { type: 'em' }, note, marks);
      return;
    case 'link': {
      const href = safeLink(node.url);
      inMark(node, href === null ? null : { type: 'link', attrs: { href } }, note, marks);
      return;
    }
    default:
      if ('children' in node) {
        for (const child of node.children) take(child, note, marks);
      }
  }
}

function inBlock(
  type: string,
  attrs: Readonly<Record<string, unknown>> | null,
  node: Parents,
  note: NoteBuilder,
  marks: readonly RichTextMark[],
): void {
  note.openBlock(type, attrs);
  for (const child of node.children) take(child, note, marks);
  note.closeBlock(type);
}

function inMark(
  node: Parents,
  mark: RichTextMark | null,
  note: NoteBuilder,
  marks: readonly RichTextMark[],
): void {
  const known = mark === null || marks.some(({ type }) => type === mark.type);
  const all = known ? marks : [...marks, mark];
  for (const child of node.children) take(child, note, all);
}
