import { Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { isEmptyDocument } from './is-empty-document.ts';

/** Shows a hint in the first line of an empty document. Style: `.editor-placeholder::before` with `data-placeholder`. */
export function placeholder(text: string): Plugin {
  return new Plugin({
    props: {
      decorations: ({ doc }) => {
        const first = doc.firstChild;
        if (first === null || !isEmptyDocument(doc)) return null;
        const attributes = { class: 'editor-placeholder', 'data-placeholder': text };
        return DecorationSet.create(doc, [Decoration.node(0, first.nodeSize, attributes)]);
      },
    },
  });
}
