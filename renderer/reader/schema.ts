import { type DOMOutputSpec, type NodeSpec, Schema } from 'prosemirror-model';
import type { BlockKind } from '../../app/record/text.ts';

/**
 * The reader's document: the blocks of one revision, one after the other, text only. It is flat on purpose, because
 * rule P1 counts positions by it, so list items and table cells stand alone. `li`, `figcaption` and `td` outside their
 * lists, figures and tables are wrong HTML, and their roles without the parents' an accessibility error: those blocks
 * are paragraphs with a class, and a list item's bullet is generated content, which screen readers speak.
 */
export const readerSchema = new Schema({
  nodes: {
    doc: { content: 'block*' },
    paragraph: textBlock(() => ['p', { dir: 'auto' }, 0]),
    heading: {
      ...textBlock(({ attrs }) => [`h${attrs.level}`, { dir: 'auto' }, 0]),
      attrs: { level: { validate: 'number' } },
    },
    list_item: textBlock(() => ['p', { class: 'reader-list-item', dir: 'auto' }, 0]),
    quotation: textBlock(() => ['blockquote', { dir: 'auto' }, 0]),
    caption: textBlock(() => ['p', { class: 'reader-caption', dir: 'auto' }, 0]),
    table_cell: textBlock(() => ['p', { class: 'reader-table-cell', dir: 'auto' }, 0]),
    footnote: textBlock(() => ['p', { class: 'reader-footnote', dir: 'auto' }, 0]),
    text: {},
  },
});

/** The node that stands for each kind of block. */
export const nodeNameOf = {
  paragraph: 'paragraph',
  heading: 'heading',
  'list-item': 'list_item',
  quotation: 'quotation',
  caption: 'caption',
  'table-cell': 'table_cell',
  footnote: 'footnote',
} as const satisfies Record<BlockKind, string>;

function textBlock(toDOM: (node: { attrs: Record<string, unknown> }) => DOMOutputSpec): NodeSpec {
  return { group: 'block', content: 'text*', marks: '', selectable: false, toDOM };
}
