import type { Nodes, PhrasingContent, Root, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { RichTextMark, RichTextNode } from '../../record/rich-text.ts';
import { safeLink } from '../safe-link.ts';
import { type MarkForm, markedPieces } from './citation-marks.ts';

/**
 * The blocks of a brief that Markdown says: headings (three levels), paragraphs, lists, quotations, tables, emphasis, links,
 * notes as footnotes, and the citations that a template wrote. What a brief does not have is left out: pictures, rules,
 * code (its words stay). Cost: the length.
 */
export function markdownNodes(markdown: string): readonly RichTextNode[] {
  const tree = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  return new NodeWriter(tree).blocks(tree.children);
}

/** An inline node, or a citation that is a block and parts its paragraph. */
type Piece = RichTextNode | { readonly block: RichTextNode };

class NodeWriter {
  readonly #notes = new Map<string, Nodes>();

  constructor(tree: Root) {
    for (const node of tree.children) {
      if (node.type === 'footnoteDefinition') this.#notes.set(node.identifier, node);
    }
  }

  blocks(nodes: readonly Nodes[]): RichTextNode[] {
    return nodes.flatMap((node) => this.#block(node));
  }

  #block(node: Nodes): RichTextNode[] {
    switch (node.type) {
      case 'heading': {
        const content = inlineOnly(this.#pieces(node.children, []));
        const attrs = { level: Math.min(node.depth, 3) };
        return content.length === 0 ? [] : [{ type: 'heading', attrs, content }];
      }
      case 'paragraph':
        return parted(this.#pieces(node.children, []));
      case 'blockquote': {
        const content = this.blocks(node.children);
        return content.length === 0 ? [] : [{ type: 'blockquote', content }];
      }
      case 'list': {
        const items = node.children.map((item): RichTextNode => {
          const content = this.blocks(item.children);
          // An item begins with words.
          const first = content[0]?.type === 'paragraph' ? [] : [{ type: 'paragraph' }];
          return { type: 'list_item', content: [...first, ...content] };
        });
        return [
          node.ordered === true
            ? { type: 'ordered_list', attrs: { order: node.start ?? 1 }, content: items }
            : { type: 'bullet_list', content: items },
        ];
      }
      case 'table':
        return this.#table(node);
      case 'code':
      case 'html':
        return parted(pieces(node.value, []));
      default:
        return [];
    }
  }

  #table(table: Table): RichTextNode[] {
    const rows = table.children.map(
      (row, index): RichTextNode => ({
        type: 'table_row',
        content: row.children.map((cell) => {
          const content = parted(this.#pieces(cell.children, []));
          return {
            type: index === 0 ? 'table_header' : 'table_cell',
            content: content.length === 0 ? [{ type: 'paragraph' }] : content,
          };
        }),
      }),
    );
    return rows.length === 0 ? [] : [{ type: 'table', content: rows }];
  }

  #pieces(nodes: readonly PhrasingContent[], marks: readonly RichTextMark[]): Piece[] {
    return nodes.flatMap((node): Piece[] => {
      switch (node.type) {
        case 'text':
        case 'inlineCode':
        case 'html':
          return pieces(node.value.replace(/\s*\n\s*/gu, ' '), marks);
        case 'strong':
          return this.#pieces(node.children, [...marks, { type: 'strong' }]);
        case 'emphasis':
          return this.#pieces(node.children, [...marks, { type: 'em' }]);
        case 'delete':
          return this.#pieces(node.children, marks);
        case 'link': {
          const href = safeLink(node.url);
          const link = href === null ? [] : [{ type: 'link', attrs: { href } }];
          return this.#pieces(node.children, [...marks, ...link]);
        }
        case 'break':
          return [{ type: 'hard_break' }];
        case 'footnoteReference': {
          const note = this.#notes.get(node.identifier);
          const content = note === undefined ? [] : this.#noteContent(note);
          return content.length === 0 ? [] : [{ type: 'footnote', content }];
        }
        default:
          return [];
      }
    });
  }

  /** A footnote is one line; no note in a note. */
  #noteContent(note: Nodes): RichTextNode[] {
    if (!('children' in note)) return [];
    const lines = note.children.flatMap((child) =>
      child.type === 'paragraph' ? [inlineOnly(this.#pieces(child.children, []))] : [],
    );
    return lines
      .flatMap((line, index) => (index === 0 ? line : [{ type: 'text', text: ' ' }, ...line]))
      .filter(({ type }) => type !== 'footnote');
  }
}

const inlineForms: Readonly<Partial<Record<MarkForm, string>>> = {
  cite: 'inline_citation',
  article: 'article_citation',
};

function pieces(words: string, marks: readonly RichTextMark[]): Piece[] {
  return markedPieces(words).map((piece): Piece => {
    if (piece.kind === 'text') {
      return { type: 'text', text: piece.text, ...(marks.length === 0 ? {} : { marks }) };
    }
    const { form, id } = piece;
    if (form === 'mention') {
      const attrs = { kind: 'article', id };
      return { type: 'reference', attrs, ...(marks.length === 0 ? {} : { marks }) };
    }
    const inline = inlineForms[form];
    if (inline !== undefined) {
      return { type: inline, attrs: form === 'article' ? { articleId: id } : { annotationId: id } };
    }
    return {
      block:
        form === 'claim'
          ? { type: 'claim_citation', attrs: { claimId: id } }
          : { type: 'quotation_citation', attrs: { annotationId: id } },
    };
  });
}

/** Words and the blocks among them, each for itself. */
function parted(all: readonly Piece[]): RichTextNode[] {
  const blocks: RichTextNode[] = [];
  let line: RichTextNode[] = [];
  const end = (): void => {
    const content = trimmed(line);
    if (content.length > 0) blocks.push({ type: 'paragraph', content });
    line = [];
  };
  for (const piece of all) {
    if ('block' in piece) {
      end();
      blocks.push(piece.block);
    } else line.push(piece);
  }
  end();
  return blocks;
}

/** Where no block can stand, a quotation stands in the line; a claim can't. */
function inlineOnly(all: readonly Piece[]): RichTextNode[] {
  return trimmed(
    all.flatMap((piece): RichTextNode[] => {
      if (!('block' in piece)) return [piece];
      const { annotationId } = piece.block.attrs ?? {};
      return annotationId === undefined
        ? []
        : [{ type: 'inline_citation', attrs: { annotationId } }];
    }),
  );
}

/** Without space at either end, and neighbouring words of the same marks in one. */
function trimmed(line: readonly RichTextNode[]): RichTextNode[] {
  const joined: RichTextNode[] = [];
  for (const node of line) {
    const last = joined.at(-1);
    const same = JSON.stringify(last?.marks ?? []) === JSON.stringify(node.marks ?? []);
    if (last?.type === 'text' && node.type === 'text' && same) {
      joined[joined.length - 1] = { ...last, text: `${last.text}${node.text}` };
    } else joined.push(node);
  }
  const edge = (at: number, cut: (text: string) => string): void => {
    const node = joined.at(at);
    if (node?.type !== 'text') return;
    const text = cut(node.text ?? '');
    joined.splice(at, 1, ...(text === '' ? [] : [{ ...node, text }]));
  };
  edge(0, (text) => text.trimStart());
  edge(-1, (text) => text.trimEnd());
  return joined;
}
