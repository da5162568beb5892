import { type NodeSpec, Schema } from 'prosemirror-model';
import { tableNodes } from './table-nodes.ts';
import { textMarks, textNodes } from './text-nodes.ts';

const heading: NodeSpec = {
  content: 'inline*',
  group: 'block',
  defining: true,
  attrs: { level: { default: 1, validate: 'number' } },
  parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({
    tag: `h${level}`,
    attrs: { level: Math.min(level, 3) },
  })),
  toDOM: (node) => [`h${node.attrs.level}`, 0],
};

/**
 * A citation holds an id and no words (rule C1): what it shows comes from its node view, what it copies from
 * `citation-clipboard.ts`. The attributes that it is recognised by when pasted are written there.
 */
function citation(form: 'quotation' | 'inline' | 'claim', idName: string): NodeSpec {
  const tag = `[data-citation="${form}"]`;
  const inline = form === 'inline';
  return {
    group: inline ? 'inline' : 'block',
    inline,
    atom: true,
    selectable: true,
    draggable: false,
    attrs: { [idName]: { validate: 'string' } },
    parseDOM: [
      {
        tag,
        // Before the rules for the element that carries the attribute.
        priority: 60,
        getAttrs: (dom) => ({ [idName]: dom.getAttribute('data-citation-id') ?? '' }),
      },
    ],
    toDOM: (node) => [
      inline ? 'span' : 'div',
      { 'data-citation': form, 'data-citation-id': node.attrs[idName] },
    ],
  };
}

/** What a brief may hold: a note's text, headings, tables, and citations of annotations and claims. */
export const briefSchema = new Schema({
  nodes: {
    ...textNodes,
    heading,
    quotation_citation: citation('quotation', 'annotationId'),
    inline_citation: citation('inline', 'annotationId'),
    claim_citation: citation('claim', 'claimId'),
    ...tableNodes,
  },
  marks: textMarks,
});
