import { type Node, type NodeSpec, Schema } from 'prosemirror-model';
import type { BlockKind } from '../../app/record/text.ts';

/**
 * The reader's document: the blocks of one revision, one after the other, text only; in a long text in sections of a few
 * (`revisionDocument`). It is no deeper on purpose, because rule P1 counts positions by it, so list items and table cells
 * stand alone. `li`, `figcaption` and `td` outside their
 * lists, figures and tables are wrong HTML, and their roles without the parents' an accessibility error: those blocks
 * are paragraphs with a class, and a list item's bullet is generated content, which screen readers speak.
 */
export const readerSchema = new Schema({
  nodes: {
    doc: { content: 'block* | section+' },
    section: {
      content: 'block+',
      selectable: false,
      // From which `reader.css` guesses the height of what was never laid out: lines of a column of full width.
      attrs: { lines: { validate: 'number' }, blocks: { validate: 'number' } },
      toDOM: ({ attrs: { lines, blocks } }) => [
        'div',
        {
          class: 'reader-section',
          style: `--reader-lines:${lines};--reader-blocks:${blocks}`,
        },
        0,
      ],
    },
    paragraph: textBlock('p'),
    heading: textBlock(({ attrs }) => `h${attrs.level}`, undefined, {
      level: { validate: 'number' },
    }),
    list_item: textBlock('p', 'reader-list-item'),
    quotation: textBlock('blockquote'),
    caption: textBlock('p', 'reader-caption'),
    table_cell: textBlock('p', 'reader-table-cell'),
    footnote: textBlock('p', 'reader-footnote'),
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

function textBlock(
  tag: string | ((node: Node) => string),
  className?: string,
  attrs: NodeSpec['attrs'] = {},
): NodeSpec {
  return {
    group: 'block',
    content: 'text*',
    marks: '',
    selectable: false,
    attrs,
    toDOM(node) {
      const attributes = className === undefined ? {} : { class: className };
      return [typeof tag === 'string' ? tag : tag(node), { ...attributes, dir: 'auto' }, 0];
    },
  };
}
