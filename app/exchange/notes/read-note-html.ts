import { Parser } from 'htmlparser2';
import { readUuid } from '../../base/derived-id.ts';
import { safeLink } from '../../brief/safe-link.ts';
import type { RichTextMark, RichTextNode } from '../../record/rich-text.ts';
import { NoteBuilder } from './note-builder.ts';

const longestNote = 1_000_000;
const mentioned = ['article', 'annotation', 'tag', 'claim'];
const skipped = ['script', 'style', 'template', 'head', 'title', 'iframe', 'object', 'svg'];

const blocks: ReadonlyMap<string, readonly [type: string, level?: number]> = new Map(
  Object.entries<readonly [type: string, level?: number]>({
    p: ['paragraph'],
    pre: ['paragraph'],
    td: ['paragraph'],
    th: ['paragraph'],
    dt: ['paragraph'],
    dd: ['paragraph'],
    h1: ['heading', 1],
    h2: ['heading', 2],
    h3: ['heading', 3],
    h4: ['heading', 3],
    h5: ['heading', 3],
    h6: ['heading', 3],
    ul: ['bullet_list'],
    ol: ['ordered_list'],
    li: ['list_item'],
    blockquote: ['blockquote'],
  }),
);

/** Deeper in one another no words are set; those below are words without further marks. */
const deepest = 60;

/** Elements that part the words before them from those behind, and are nothing in a note. */
const breaking = ['div', 'section', 'article', 'tr', 'table', 'header', 'footer', 'hr', 'figure'];

const marks: ReadonlyMap<string, string> = new Map([
  ['strong', 'strong'],
  ['b', 'strong'],
  ['em', 'em'],
  ['i', 'em'],
]);

/**
 * A note of HTML that this or another program wrote: paragraphs, headings, lists, quotations, emphasis, links, mentions; of other
 * elements the words. Nothing that could run is taken. `null`: there are no words in it. What is over a million code units
 * is cut off.
 */
export function readNoteHtml(html: string): RichTextNode | null {
  const note = new NoteBuilder();
  const open: { readonly name: string; readonly mark: RichTextMark | null }[] = [];
  let skipping = 0;
  /** The mention that is open: its words are not those of the note. */
  let mention: string | null = null;
  const marksNow = (): RichTextMark[] => {
    const found: RichTextMark[] = [];
    for (const { mark } of open) {
      if (mark !== null && !found.some(({ type }) => type === mark.type)) found.push(mark);
    }
    return found;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (skipped.includes(name)) skipping += 1;
      if (skipping > 0 || mention !== null) return;
      const block = blocks.get(name);
      if (block !== undefined) note.openBlock(block[0], blockAttributes(block, attributes));
      else if (breaking.includes(name)) note.endText();
      else if (name === 'br') note.inline({ type: 'hard_break' }, marksNow());
      else if (name === 'a' && isMention(attributes)) {
        const { 'data-kind': kind, href = '' } = attributes;
        note.inline({ type: 'reference', attrs: { kind, id: readUuid(href) } }, marksNow());
        mention = name;
      } else if (open.length < deepest) open.push({ name, mark: markOf(name, attributes) });
    },
    ontext(text) {
      if (skipping > 0 || mention !== null) return;
      note.text(text.replace(/[ ]*[\t\r\n\f][\s]*/g, ' '), marksNow());
    },
    onclosetag(name) {
      if (skipped.includes(name)) skipping = Math.max(0, skipping - 1);
      if (skipping > 0) return;
      if (mention === name) {
        mention = null;
        return;
      }
      const block = blocks.get(name);
      if (block !== undefined) {
        note.closeBlock(block[0]);
        return;
      }
      if (breaking.includes(name)) note.endText();
      const at = open.findLastIndex((one) => one.name === name);
      if (at >= 0) open.splice(at, 1);
    },
  });
  parser.end(html.slice(0, longestNote));
  return note.note();
}

function blockAttributes(
  [type, level]: readonly [type: string, level?: number],
  { start }: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> | null {
  if (level !== undefined) return { level };
  const order = Number(start);
  return type === 'ordered_list' && start !== undefined && Number.isSafeInteger(order)
    ? { order }
    : null;
}

function isMention({
  href = '',
  'data-kind': kind = '',
}: Readonly<Record<string, string>>): boolean {
  return mentioned.includes(kind) && readUuid(href) !== null;
}

function markOf(name: string, { href }: Readonly<Record<string, string>>): RichTextMark | null {
  if (name === 'a' && href !== undefined) {
    const safe = safeLink(href);
    return safe === null ? null : { type: 'link', attrs: { href: safe } };
  }
  const type = marks.get(name);
  return type === undefined ? null : { type };
}
