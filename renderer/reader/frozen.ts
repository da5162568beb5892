import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/**
 * Keeps the document as it is while the element stays editable, which is what gives it a caret, keyboard selection and
 * an editor's place in the accessibility tree. Three lines of defence:
 * - events that would change the text are cancelled;
 * - a transaction that changes the document is refused, whoever made it;
 * - what changes in the DOM all the same (an input method's composition cannot be cancelled) is read by ProseMirror,
 *   refused as a transaction, and drawn again from the state.
 */
export function frozen(): Plugin {
  return new Plugin({
    filterTransaction: (transaction) => !transaction.docChanged,
    props: {
      handleTextInput: () => true,
      handleDOMEvents: {
        beforeinput: cancel,
        paste: cancel,
        cut: cancel,
        drop: cancel,
      },
    },
  });
}

function cancel(_view: EditorView, event: Event): boolean {
  event.preventDefault();
  return true;
}
