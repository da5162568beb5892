import type { Node } from 'prosemirror-model';
import type { RevisionText } from '../../app/record/text.ts';
import { nodeNameOf, readerSchema } from './schema.ts';

/** The document that the reader shows of a revision: one node per block, in order, with exactly the block's text. */
export function revisionDocument({ text, blocks }: RevisionText): Node {
  const nodes = blocks.map((block) =>
    readerSchema.node(
      nodeNameOf[block.kind],
      block.kind === 'heading' ? { level: block.level ?? 2 } : null,
      readerSchema.text(text.slice(block.start, block.end)),
    ),
  );
  return readerSchema.node('doc', null, nodes);
}
