import type { Node } from 'prosemirror-model';
import type { Block, RevisionText } from '../../app/record/text.ts';
import { nodeNameOf, readerSchema } from './schema.ts';

/** About as many characters as a line of a column of full width has. */
const charactersOfLine = 70;

/**
 * A section ends with the paragraph that brings it to so many code units, about half of what a large window shows: fewer
 * sections cost the browser less at each frame of a scroll (it asks of each whether it is in view), larger ones make the
 * frame longer in which one is laid out.
 */
const sectionLength = 2_400;

/** Where no paragraph ends a section (a list, a table), it ends here all the same. */
const longestSection = 3 * sectionLength;

/**
 * The document that the reader shows of a revision: one node per block, in order, with exactly the block's text. `long`:
 * in sections, of which `reader.css` has the browser lay out those near the view only.
 */
export function revisionDocument({ text, blocks }: RevisionText, long = false): Node {
  const nodeOf = (block: Block): Node =>
    readerSchema.node(
      nodeNameOf[block.kind],
      block.kind === 'heading' ? { level: block.level ?? 2 } : null,
      readerSchema.text(text.slice(block.start, block.end)),
    );
  const children = long
    ? sectionsOfBlocks(blocks).map((section) =>
        readerSchema.node(
          'section',
          { lines: linesOf(section), blocks: section.length },
          section.map(nodeOf),
        ),
      )
    : blocks.map(nodeOf);
  return readerSchema.node('doc', null, children);
}

/** Cut behind paragraphs, and not behind a heading: the rules between neighbours of a kind hold within a section. */
function sectionsOfBlocks(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const sections: Block[][] = [];
  let section: Block[] = [];
  for (const [at, block] of blocks.entries()) {
    section.push(block);
    const length = block.end - (section[0]?.start ?? 0);
    const isAtEnd = block.kind === 'paragraph' && blocks[at + 1]?.kind !== 'list-item';
    if (length >= longestSection || (length >= sectionLength && isAtEnd)) {
      sections.push(section);
      section = [];
    }
  }
  if (section.length > 0) sections.push(section);
  return sections;
}

function linesOf(blocks: readonly Block[]): number {
  return blocks.reduce(
    (lines, { start, end }) => lines + Math.ceil((end - start) / charactersOfLine),
    0,
  );
}
