import { Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

/**
 * Gives a document that ends with a citation a place for the caret behind it. Without one Chromium (130) answers a key
 * pressed on the last of several citations by moving the selection to the nearest text that can be edited. Text typed
 * there becomes a paragraph.
 */
export function caretAtEnd(): Plugin {
  return new Plugin({
    props: {
      decorations: ({ doc }) => {
        if (doc.lastChild?.isAtom !== true) return null;
        const place = Decoration.widget(
          doc.content.size,
          (view) => view.dom.ownerDocument.createElement('br'),
          { side: 1, raw: true, key: 'caret-at-end' },
        );
        return DecorationSet.create(doc, [place]);
      },
    },
  });
}
