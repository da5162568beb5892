import type { BlockKind } from '../../../../app/record/text.ts';
import type { BlockElement } from './html-node.ts';

// ARIA's and EPUB's words for them, and the class names and addresses that Markdown, WordPress, MediaWiki and Word's
// export write.
const noteRole = /^doc-(?:footnote|endnotes?)$/;
const noteType = /(?:^|\s)(?:footnotes?|endnotes?|rearnotes?)(?:\s|$)/;
const noteClass =
  /(?:^|\s)(?:footnotes?|endnotes?|reflist|references|footnote-definition)(?:\s|$)/i;
// On anything else the name is that of a page's frame.
const noteElement = /^(?:aside|div|dl|li|ol|p|section|ul)$/;
const noteId = /^(?:fn[:-]?\d|footnote-?\d|endnote-?\d|cite_note-)/i;
const captionClass =
  /(?:^|\s)(?:wp-caption-text|figcaption|(?:image|photo|media|figure|picture)[-_]{0,2}caption)(?:\s|$)/i;
const pullQuoteClass = /(?:^|\s)(?:wp-block-)?pull-?quote(?:\s|$)/i;

/** The kind that an element gives its text by a role, a class or an id instead of its name; `null`: none. */
export function markedKind(element: BlockElement): BlockKind | null {
  if (isNote(element)) return 'footnote';
  const classes = element.getAttribute('class');
  if (classes === null) return null;
  if (captionClass.test(classes)) return 'caption';
  return pullQuoteClass.test(classes) ? 'quotation' : null;
}

/** Whether an element is a note, or the list of them. */
export function isNote(element: BlockElement): boolean {
  return (
    noteRole.test(element.getAttribute('role') ?? '') ||
    noteType.test(element.getAttribute('epub:type') ?? '') ||
    (noteElement.test(element.localName) && noteClass.test(element.getAttribute('class') ?? '')) ||
    noteId.test(element.getAttribute('id') ?? '')
  );
}
