import { type AttributeSpec, type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model';
import {
  type CitationForm,
  citationAttributes,
  citationIdName,
  readCitation,
} from './citation-markup.ts';
import { stretch } from './stretches.ts';
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

/** What a citation that has nothing of a kind has in its place. */
const absent: AttributeSpec = { default: null };

/**
 * A citation holds an id and no words (rule C1): what it shows comes from its node view, what it copies from
 * `citation-clipboard.ts`. The attributes that it is recognised by when pasted are written there.
 */
function citation(form: CitationForm): NodeSpec {
  const inline = form === 'inline' || form === 'article';
  const idName = citationIdName(form);
  const quotes = idName === 'annotationId';
  return {
    group: inline ? 'inline' : 'block',
    inline,
    atom: true,
    selectable: true,
    draggable: false,
    attrs: {
      [idName]: { validate: 'string' },
      ...(quotes ? { alterations: absent } : {}),
      accepted: absent,
    },
    parseDOM: [
      {
        tag: `[data-citation="${form}"]`,
        // Before the rules for the element that carries the attribute.
        priority: 60,
        getAttrs: (dom) => readCitation(form, dom),
      },
    ],
    toDOM: (node) => [inline ? 'span' : 'div', citationAttributes(node)],
  };
}

/**
 * The writer's own note to a place of the text. It is edited in its own node view (`footnote-view.ts`): for the text
 * around it, it is one sign. Holds no footnote.
 */
const footnote: NodeSpec = {
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  draggable: false,
  // A comment belongs to the words around the sign.
  marks: 'link em strong',
  content: '(text | hard_break | reference | inline_citation | article_citation)*',
  parseDOM: [{ tag: 'span[data-footnote]', priority: 60 }],
  toDOM: () => ['span', { 'data-footnote': '' }, 0],
};

/** A picture of the project with its caption. The picture is a record; its drawing comes from the node view. */
const figure: NodeSpec = {
  group: 'block',
  content: 'inline*',
  isolating: true,
  defining: true,
  selectable: true,
  draggable: false,
  attrs: { pictureId: { validate: 'string' } },
  parseDOM: [
    {
      tag: 'figure[data-picture-id]',
      priority: 60,
      contentElement: 'figcaption',
      getAttrs: (dom) => ({ pictureId: dom.getAttribute('data-picture-id') ?? '' }),
    },
  ],
  toDOM: (node) => ['figure', { 'data-picture-id': node.attrs.pictureId }, ['figcaption', 0]],
};

/** What the writer tells themself about some words: no part of the brief (rule I26). Several may overlap. */
const comment: MarkSpec = {
  attrs: {
    id: { validate: 'string' },
    text: { validate: 'string' },
    at: { validate: 'string' },
  },
  inclusive: false,
  excludes: '',
  // No rule to read it back: a copy of the words takes no comment along.
  toDOM: (mark) => ['span', { class: 'comment', 'data-comment': mark.attrs.id }, 0],
};

/** What a brief may hold: a note's text, headings, tables, figures, footnotes and citations. */
export const briefSchema = new Schema({
  nodes: {
    ...textNodes,
    doc: { ...textNodes.doc, marks: 'stretch' },
    // A block of a stretch may be put into one of these: it leaves the stretch then (`keepStretches`).
    blockquote: { ...textNodes.blockquote, marks: 'stretch' },
    list_item: { ...textNodes.list_item, marks: 'stretch' },
    heading,
    quotation_citation: citation('quotation'),
    inline_citation: citation('inline'),
    claim_citation: citation('claim'),
    article_citation: citation('article'),
    footnote,
    figure,
    ...tableNodes,
  },
  marks: { ...textMarks, comment, stretch },
});
