import type { ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { RichTextNode } from '../record/rich-text.ts';
import { citationOf } from './cited-ids.ts';
import { flowGroups, inlineContent } from './flow-groups.ts';
import type { HtmlCitations } from './html-citations.ts';
import { type InlineTree, inlineTree } from './inline-tree.ts';
import { mentionOf, unnamedMention } from './mentions.ts';
import { safeLink } from './safe-link.ts';
import { cellSpan, isTableHead, tableRows } from './table-nodes.ts';

/** The blocks of a document as HTML elements, citations written by `citations`. Empty paragraphs are left out. */
export function htmlFlow(
  nodes: readonly RichTextNode[],
  citations: HtmlCitations,
): ElementContent[] {
  return flowGroups(nodes).flatMap((group) =>
    group.kind === 'block' ? block(group.node, citations) : paragraph(group.nodes, citations),
  );
}

function block(node: RichTextNode, citations: HtmlCitations): ElementContent[] {
  const citation = citationOf(node);
  if (citation !== null) {
    return [
      citation.kind === 'claim' ? citations.claim(citation.id) : citations.block(citation.id),
    ];
  }
  const content = node.content ?? [];
  switch (node.type) {
    case 'heading':
      return [h(headingName(node), { dir: 'auto' }, phrasing(content, citations))];
    case 'blockquote':
      return [h('blockquote', { className: ['set-off'] }, htmlFlow(content, citations))];
    case 'bullet_list':
      return [h('ul', items(content, citations))];
    case 'ordered_list': {
      const order = node.attrs?.order;
      const start = typeof order === 'number' && order !== 1 ? { start: order } : {};
      return [h('ol', start, items(content, citations))];
    }
    case 'paragraph':
      return paragraph(content, citations);
    case 'table':
      return table(node, citations);
    default:
      return htmlFlow(content, citations);
  }
}

function items(nodes: readonly RichTextNode[], citations: HtmlCitations): ElementContent[] {
  return nodes.map((node) =>
    h('li', htmlFlow(node.type === 'list_item' ? (node.content ?? []) : [node], citations)),
  );
}

/** Heads say what they are the heads of: those of the first row their columns, all others their rows. */
function table(node: RichTextNode, citations: HtmlCitations): ElementContent[] {
  const rows = tableRows(node).map((cells, index) =>
    h(
      'tr',
      cells.map((cell) => {
        const content = htmlFlow(cell.content ?? [], citations);
        if (!isTableHead(cell)) return h('td', cellSpans(cell), content);
        const scope = index === 0 ? 'col' : 'row';
        return h('th', { scope, ...cellSpans(cell) }, content);
      }),
    ),
  );
  const [first, ...rest] = rows;
  if (first === undefined) return [];
  // Wide tables go sideways by themselves, not with the page.
  const frame = { className: ['table-frame'], tabIndex: 0, role: 'group', ariaLabel: 'Table' };
  const heads = tableRows(node)[0]?.every(isTableHead) === true;
  return [
    h('div', frame, [
      h('table', heads ? [h('thead', [first]), h('tbody', rest)] : [h('tbody', rows)]),
    ]),
  ];
}

function cellSpans(cell: RichTextNode): Properties {
  const { colspan, rowspan } = cellSpan(cell);
  return {
    ...(colspan === 1 ? {} : { colSpan: colspan }),
    ...(rowspan === 1 ? {} : { rowSpan: rowspan }),
  };
}

/** The brief's title is the `h1`, so its own headings go one down. */
function headingName(node: RichTextNode): 'h2' | 'h3' | 'h4' {
  const level = node.attrs?.level;
  return level === 3 ? 'h4' : level === 2 ? 'h3' : 'h2';
}

function paragraph(nodes: readonly RichTextNode[], citations: HtmlCitations): ElementContent[] {
  const children = phrasing(nodes, citations);
  return children.length === 0 ? [] : [h('p', { dir: 'auto' }, children)];
}

function phrasing(nodes: readonly RichTextNode[], citations: HtmlCitations): ElementContent[] {
  return inlineTree(inlineContent(nodes)).flatMap((tree) => inline(tree, citations));
}

function inline(tree: InlineTree, citations: HtmlCitations): ElementContent[] {
  if (tree.kind === 'leaf') return leaf(tree.node, citations);
  const children = tree.children.flatMap((child) => inline(child, citations));
  switch (tree.mark.type) {
    case 'strong':
      return [h('strong', children)];
    case 'em':
      return [h('em', children)];
    case 'link': {
      const href = tree.mark.attrs?.href;
      const url = typeof href === 'string' ? safeLink(href) : null;
      return url === null ? children : [h('a', { href: url, rel: ['noreferrer'] }, children)];
    }
    default:
      return children;
  }
}

function leaf(node: RichTextNode, citations: HtmlCitations): ElementContent[] {
  const citation = citationOf(node);
  if (citation?.kind === 'annotation') return citations.inline(citation.id);
  if (node.type === 'hard_break') return [h('br')];
  const value = mentionOf(node) === null ? node.text : unnamedMention;
  return value === undefined ? [] : [{ type: 'text', value }];
}
