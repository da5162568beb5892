import { Fragment, type Node, type Schema } from 'prosemirror-model';
import type { RichTextNode } from '../../app/record/rich-text.ts';
import { keepJson } from './document-json.ts';

/** Blocks as they were read, by the schema that read them: those of a long document are read once. */
const readBlocks = new WeakMap<Schema, WeakMap<RichTextNode, Node>>();

/**
 * The document that stored content stands for; `null` is the empty one. A block that was read before is the same node, so
 * two documents that share most of their blocks are compared quickly. Throws RangeError if it does not fit the schema: it
 * was checked where it came in. Cost: the blocks that were not read before.
 */
export function documentOf(schema: Schema, content: RichTextNode | null): Node {
  if (content === null) return schema.topNodeType.createAndFill() ?? schema.topNodeType.create();
  if (content.type !== schema.topNodeType.name) {
    throw new RangeError(`${content.type} is no document.`);
  }
  const known = readBlocks.get(schema) ?? new WeakMap<RichTextNode, Node>();
  readBlocks.set(schema, known);
  const blocks = (content.content ?? []).map((json) => {
    const before = known.get(json);
    if (before !== undefined) return before;
    const block = schema.nodeFromJSON(json);
    block.check();
    known.set(json, block);
    keepJson(block, json);
    return block;
  });
  const fragment = Fragment.fromArray(blocks);
  if (!schema.topNodeType.validContent(fragment)) {
    throw new RangeError('These blocks can not stand in a document.');
  }
  return schema.topNodeType.create(null, fragment);
}
