import type { BlockContent, DefinitionContent, PhrasingContent, Root, RootContent } from 'mdast';
import { toMarkdown, type Unsafe } from 'mdast-util-to-markdown';
import type { RichTextMark, RichTextNode } from '../../record/rich-text.ts';

/** What notes programs such as Obsidian read besides Markdown: tags, links, block ids, comments, formulas, highlights. */
const unsafe: readonly Unsafe[] = ['#', '[', '^', '%', '=', '$', '|', '`', '~', '<', '&'].map(
  (character) => ({ character, inConstruct: 'phrasing' }),
);

/**
 * A note as Markdown, which `readNoteMarkdown` reads back. References are to be named before (`nameMentions`). Bold and
 * italic words, links, lists, headings and quotations stay what they are. Cost: the note.
 */
export function writeNoteMarkdown(note: RichTextNode): string {
  const root: Root = { type: 'root', children: (note.content ?? []).flatMap(block) };
  return toMarkdown(root, { bullet: '-', rule: '-', unsafe: [...unsafe] }).replace(/\n+$/, '');
}

type Block = BlockContent | DefinitionContent;

function block(node: RichTextNode): readonly Block[] {
  const { type, attrs = {}, content = [] } = node;
  switch (type) {
    case 'paragraph':
      return [{ type: 'paragraph', children: inline(content) }];
    case 'heading': {
      const depth = attrs.level === 2 ? 2 : attrs.level === 3 ? 3 : 1;
      return [{ type: 'heading', depth, children: inline(content) }];
    }
    case 'blockquote':
      return [{ type: 'blockquote', children: content.flatMap(block) }];
    case 'bullet_list':
    case 'ordered_list': {
      const ordered = type === 'ordered_list';
      const start = typeof attrs.order === 'number' ? attrs.order : 1;
      const children = content.map((item) => ({
        type: 'listItem' as const,
        children: (item.content ?? []).flatMap(block),
      }));
      return [{ type: 'list', ordered, ...(ordered ? { start } : {}), spread: false, children }];
    }
    default:
      return content.flatMap(block);
  }
}

/** Runs of equal marks share one, so that words half in bold are not torn apart. */
function inline(nodes: readonly RichTextNode[], depth = 0): PhrasingContent[] {
  const found: PhrasingContent[] = [];
  for (let index = 0; index < nodes.length; ) {
    const node = nodes[index];
    if (node === undefined) break;
    const mark = node.marks?.[depth];
    if (mark === undefined) {
      found.push(
        node.type === 'hard_break' ? { type: 'break' } : { type: 'text', value: node.text ?? '' },
      );
      index += 1;
      continue;
    }
    let end = index + 1;
    while (end < nodes.length && sameMark(nodes[end]?.marks?.[depth], mark)) end += 1;
    found.push(marked(mark, inline(nodes.slice(index, end), depth + 1)));
    index = end;
  }
  return found;
}

function marked({ type, attrs }: RichTextMark, children: PhrasingContent[]): PhrasingContent {
  if (type === 'strong') return { type: 'strong', children };
  if (type === 'em') return { type: 'emphasis', children };
  const url = typeof attrs?.href === 'string' ? attrs.href : '';
  return {
    type: 'link',
    url,
    children: children as Extract<RootContent, { type: 'link' }>['children'],
  };
}

function sameMark(one: RichTextMark | undefined, other: RichTextMark): boolean {
  return one?.type === other.type && one.attrs?.href === other.attrs?.href;
}
