import type { Node } from 'prosemirror-model';
import type { RevisionText } from '../../app/record/text.ts';
import { nodeNameOf, readerSchema } from './schema.ts';

/** About as many characters as a line of a column of full width has. */
const charactersOfLine = 70;

/**
 * The document that the reader shows of a revision: one node per block, in order, with exactly the block's text. `long`:
 * each block carries an estimate of its height, for `reader.css` to lay out what is in view only.
 */
export function revisionDocument({ text, blocks }: RevisionText, long = false): Node {
  const nodes = blocks.map((block) => {
    const lines = long ? Math.ceil((block.end - block.start) / charactersOfLine) : null;
    return readerSchema.node(
      nodeNameOf[block.kind],
      block.kind === 'heading' ? { level: block.level ?? 2, lines } : { lines },
      readerSchema.text(text.slice(block.start, block.end)),
    );
  });
  return readerSchema.node('doc', null, nodes);
}
