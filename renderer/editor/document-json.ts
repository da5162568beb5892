import type { Node } from 'prosemirror-model';
import type { RichTextMark, RichTextNode } from '../../app/record/rich-text.ts';

/** Blocks are values: one that was not written in is read as it was. */
const known = new WeakMap<Node, RichTextNode>();

/**
 * A document, or a block of one, as it is stored: as ProseMirror writes it, without the attributes of citations that say
 * nothing, so that what older programs wrote stays as it is. The same value for the same node. Cost: what changed.
 */
export function documentJson(node: Node): RichTextNode {
  const before = known.get(node);
  if (before !== undefined) return before;
  const json = written(node);
  if (node.isBlock) known.set(node, json);
  return json;
}

/** Lets a block that was read from a stored one be written as that very one, as long as nobody writes in it. */
export function keepJson(node: Node, json: RichTextNode): void {
  known.set(node, json);
}

function written(node: Node): RichTextNode {
  if (node.isText) return node.toJSON() as RichTextNode;
  const attributes = Object.entries(node.attrs).filter(
    ([name, value]) => value !== null || (name !== 'alterations' && name !== 'accepted'),
  );
  const content: RichTextNode[] = [];
  node.forEach((child) => {
    content.push(documentJson(child));
  });
  return {
    type: node.type.name,
    ...(attributes.length === 0 ? {} : { attrs: Object.fromEntries(attributes) }),
    ...(content.length === 0 ? {} : { content }),
    // Those of blocks are stretches, which are the editor's alone.
    ...(node.isBlock || node.marks.length === 0
      ? {}
      : { marks: node.marks.map((mark) => mark.toJSON() as RichTextMark) }),
  };
}
