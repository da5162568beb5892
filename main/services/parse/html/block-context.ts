import type { BlockKind } from '../../../../app/record/text.ts';
import type { BlockElement } from './html-node.ts';
import { markedKind } from './marked-kind.ts';

/** What the text directly inside a block element becomes. */
export interface BlockContext {
  readonly kind: BlockKind;
  readonly level?: number;
  /** Whether blank lines mean something. */
  readonly preformatted: boolean;
  /** Inside a table that says it only lays the page out. */
  readonly layout: boolean;
}

/** The context inside a block element: its own kind if it has one, else what surrounds it (rule T10). */
export function contextOf(element: BlockElement, outer: BlockContext): BlockContext {
  const name = element.localName;
  const { layout, preformatted } = outer;
  const plain = { preformatted, layout };
  if (/^h[1-6]$/.test(name)) return { kind: 'heading', level: Number(name[1]), ...plain };
  const marked = markedKind(element);
  if (marked !== null) return { kind: marked, ...plain };
  // Of a note's paragraphs, lists and quotations each is a piece of the note.
  if (outer.kind === 'footnote' && name !== 'table') return outer;
  switch (name) {
    case 'li':
    case 'dt':
    case 'dd':
      return { kind: 'list-item', ...plain };
    case 'blockquote':
      return { kind: 'quotation', ...plain };
    case 'figcaption':
    case 'caption':
      return { kind: 'caption', ...plain };
    case 'table':
      return {
        ...outer,
        layout: /^(?:presentation|none)$/.test(element.getAttribute('role') ?? ''),
      };
    case 'td':
    case 'th':
      return layout || laysOut(element)
        ? { kind: 'paragraph', ...plain }
        : { kind: 'table-cell', ...plain };
    case 'pre':
    case 'listing':
    case 'plaintext':
    case 'xmp':
      return { ...outer, preformatted: true };
    default:
      return outer;
  }
}

const sectioning = /^(?:table|h[1-6]|article|section|main|blockquote|figure)$/;

/** Whether a cell holds a piece of a page rather than a datum: a heading, a table, or more than one paragraph. */
function laysOut(cell: BlockElement): boolean {
  let paragraphs = 0;
  for (const child of cell.children) {
    if (sectioning.test(child.localName)) return true;
    if (child.localName === 'p' || child.localName === 'div') paragraphs += 1;
  }
  return paragraphs > 1;
}
