import { type Node, type NodeSpec, Schema } from 'prosemirror-model';
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

/**
 * `lines`: about how many lines the block has in a column of full width, for `reader.css` to lay out only what is in view;
 * `null` in a text that is laid out as a whole.
 */
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
    attrs: { ...attrs, lines: { default: null, validate: 'number|null' } },
    toDOM(node) {
      const { lines } = node.attrs;
      const attributes = {
        ...(className === undefined ? {} : { class: className }),
        dir: 'auto',
        ...(lines === null ? {} : { style: `--reader-lines:${lines}` }),
      };
      return [typeof tag === 'string' ? tag : tag(node), attributes, 0];
    },
  };
}
