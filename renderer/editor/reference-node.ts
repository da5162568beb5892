import type { Node, NodeSpec } from 'prosemirror-model';
import { type EditorState, NodeSelection } from 'prosemirror-state';
import { type MentionTarget, mentionOf } from '../../app/brief/mentions.ts';

/**
 * A reference to an article, an annotation, a tag or a claim, in a note or a brief. It holds an id and no words (rule N1):
 * what it shows comes from its node view, what it copies from the clipboard's plugin, which writes these attributes.
 */
export const reference: NodeSpec = {
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  draggable: false,
  attrs: { kind: { validate: 'string' }, id: { validate: 'string' } },
  parseDOM: [
    {
      tag: '[data-reference]',
      priority: 60,
      getAttrs: (dom) => {
        const attrs = {
          kind: dom.getAttribute('data-reference') ?? '',
          id: dom.getAttribute('data-reference-id') ?? '',
        };
        return mentionOf({ type: 'reference', attrs }) === null ? false : attrs;
      },
    },
  ],
  toDOM: (node) => [
    'span',
    { 'data-reference': node.attrs.kind, 'data-reference-id': node.attrs.id },
  ],
};

/** What a node of the editor refers to, or `null` if it is no reference. */
export function nodeReference(node: Node): MentionTarget | null {
  return node.type.name === 'reference'
    ? mentionOf({ type: 'reference', attrs: node.attrs })
    : null;
}

/** What the selected reference leads to, or `null` if none is selected. */
export function selectedReference({ selection }: EditorState): MentionTarget | null {
  return selection instanceof NodeSelection ? nodeReference(selection.node) : null;
}
