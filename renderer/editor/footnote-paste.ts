import type { Node, Schema } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { citationClipboard } from './citation-clipboard.ts';
import type { CitationSource } from './citation-source.ts';
import { inlineSlice } from './footnote-node.ts';
import { leafWords } from './leaf-words.ts';
import type { ReferenceSource } from './reference-source.ts';

/** Copying and pasting in the field of a footnote: made plain as elsewhere, then put into one line, and what is lost is said. */
export function footnotePaste(
  schema: Schema,
  source: CitationSource,
  references: ReferenceSource,
): readonly Plugin[] {
  const { footnote } = schema.nodes;
  if (footnote === undefined) return [];
  const leafText = (leaf: Node): string => leafWords(leaf, source, references);
  const inLine = new Plugin({
    props: {
      transformPasted: (pasted) => {
        const { slice, pictures } = inlineSlice(pasted, footnote, leafText);
        const count = `${pictures} picture${pictures === 1 ? '' : 's'}`;
        if (pictures > 0) references.say(`Pasted without ${count}: none can stand here.`);
        return slice;
      },
    },
  });
  return [citationClipboard(schema, source, references, false), inLine];
}
