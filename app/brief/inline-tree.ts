import type { RichTextMark, RichTextNode } from '../record/rich-text.ts';

/** Runs of rich text as a tree: marks become parents, as Markdown and HTML write them. */
export type InlineTree =
  | { readonly kind: 'leaf'; readonly node: RichTextNode }
  | {
      readonly kind: 'mark';
      readonly mark: RichTextMark;
      readonly children: readonly InlineTree[];
    };

/**
 * The flat runs of a paragraph as a tree in which neighbours that share a mark share its element, so that half-bold
 * links stay one link. Order and text of the leaves stay as they are.
 */
export function inlineTree(nodes: readonly RichTextNode[]): InlineTree[] {
  return build(nodes.map((node) => ({ node, marks: node.marks ?? [] })));
}

interface Run {
  readonly node: RichTextNode;
  readonly marks: readonly RichTextMark[];
}

function build(runs: readonly Run[]): InlineTree[] {
  const trees: InlineTree[] = [];
  let index = 0;
  while (index < runs.length) {
    const run = runs[index];
    if (run === undefined) break;
    const mark = run.marks[0];
    if (mark === undefined) {
      trees.push({ kind: 'leaf', node: run.node });
      index += 1;
      continue;
    }
    const key = markKey(mark);
    const inside: Run[] = [];
    for (; index < runs.length; index += 1) {
      const next = runs[index];
      if (next === undefined || !next.marks.some((other) => markKey(other) === key)) break;
      inside.push({ node: next.node, marks: next.marks.filter((other) => markKey(other) !== key) });
    }
    trees.push({ kind: 'mark', mark, children: build(inside) });
  }
  return trees;
}

function markKey(mark: RichTextMark): string {
  return `${mark.type} ${JSON.stringify(mark.attrs ?? {})}`;
}
