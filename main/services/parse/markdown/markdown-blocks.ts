import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import type { BlockKind } from '../../../../app/record/text.ts';
import { htmlBlocks } from '../html/html-blocks.ts';
import { parsePage } from '../html/html-document.ts';
import { readPlainMarkdown } from './plain-markdown.ts';
import { quickSetext } from './quick-setext.ts';

/** A Markdown text taken apart. */
export interface MarkdownParts {
  /** Between the fences at the very beginning; `null`: there are none. */
  readonly frontMatter: string | null;
  readonly blocks: readonly BlockDraft[];
}

/** Reads CommonMark with GitHub's tables and strikethrough, and YAML front matter, by rule T11. */
export function readMarkdown(markdown: string): MarkdownParts {
  return readPlainMarkdown(markdown) ?? readAnyMarkdown(markdown);
}

/** The same by the full parser, whatever is in it. Some two milliseconds for 3 kB. */
export function readAnyMarkdown(markdown: string): MarkdownParts {
  const tree = fromMarkdown(markdown, {
    extensions: [gfm(), frontmatter('yaml'), quickSetext()],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown('yaml')],
  });
  const [first] = tree.children;
  const drafts: BlockDraft[] = [];
  addBlocks(tree, 'paragraph', drafts);
  // Notes stand at the end, wherever they were written.
  const isNote = ({ kind }: BlockDraft) => kind === 'footnote';
  const ordered = [...drafts.filter((draft) => !isNote(draft)), ...drafts.filter(isNote)];
  return { frontMatter: first?.type === 'yaml' ? first.value : null, blocks: ordered };
}

/** Appends the blocks of a node to `drafts`. `kind` is what a paragraph is here. */
function addBlocks(node: Nodes, kind: BlockKind, drafts: BlockDraft[]): void {
  switch (node.type) {
    case 'heading':
      drafts.push({ kind: 'heading', level: node.depth, text: words(node) });
      addCaptions(node, drafts);
      return;
    case 'paragraph':
    case 'tableCell':
      drafts.push({ kind: node.type === 'tableCell' ? 'table-cell' : kind, text: words(node) });
      addCaptions(node, drafts);
      return;
    case 'code':
      drafts.push({ kind, text: node.value });
      return;
    case 'html':
      drafts.push(...htmlBlocks(parsePage(node.value).document.body));
      return;
    case 'listItem':
      addChildren(node, 'list-item', drafts);
      return;
    case 'blockquote':
      addChildren(node, 'quotation', drafts);
      return;
    case 'footnoteDefinition':
      addChildren(node, 'footnote', drafts);
      return;
    default:
      if ('children' in node) addChildren(node, kind, drafts);
  }
}

function addChildren(parent: Parents, kind: BlockKind, drafts: BlockDraft[]): void {
  for (const child of parent.children) addBlocks(child, kind, drafts);
}

/** The words of a block's inline content: marks, tags, comments, footnote signs and images leave none. */
function words(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return ' ';
    case 'html':
      return /^<br\b/i.test(node.value) ? ' ' : '';
    default:
      return 'children' in node ? node.children.map(words).join('') : '';
  }
}

/** What images in a block say of themselves: their title, or the words that stand for them. */
function addCaptions(node: Nodes, drafts: BlockDraft[]): void {
  if (node.type === 'image' || node.type === 'imageReference') {
    const title = node.type === 'image' ? node.title : null;
    drafts.push({ kind: 'caption', text: node.alt ?? '' });
    if (title && title !== node.alt) drafts.push({ kind: 'caption', text: title });
  }
  if ('children' in node) for (const child of node.children) addCaptions(child, drafts);
}
