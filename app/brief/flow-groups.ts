import type { RichTextNode } from '../record/rich-text.ts';

const inlineTypes: ReadonlySet<string> = new Set([
  'text',
  'hard_break',
  'inline_citation',
  'article_citation',
  'footnote',
  'reference',
]);

/** A block node, or a run of inline nodes that stand where blocks should. */
export type FlowGroup =
  | { readonly kind: 'block'; readonly node: RichTextNode }
  | { readonly kind: 'inline'; readonly nodes: readonly RichTextNode[] };

/**
 * The children of a block container in order, stray inline nodes gathered into runs: what is written is complete even
 * if the document did not come from our editor.
 */
export function flowGroups(nodes: readonly RichTextNode[]): FlowGroup[] {
  const groups: FlowGroup[] = [];
  let run: RichTextNode[] = [];
  const close = (): void => {
    if (run.length > 0) groups.push({ kind: 'inline', nodes: run });
    run = [];
  };
  for (const node of nodes) {
    if (inlineTypes.has(node.type)) run.push(node);
    else {
      close();
      groups.push({ kind: 'block', node });
    }
  }
  close();
  return groups;
}

/** The inline nodes of a text block, without line breaks at its end, which neither format shows. */
export function inlineContent(nodes: readonly RichTextNode[]): readonly RichTextNode[] {
  let end = nodes.length;
  while (end > 0 && nodes[end - 1]?.type === 'hard_break') end -= 1;
  return nodes.slice(0, end);
}
