import { Plugin } from 'prosemirror-state';

/**
 * Keeps the caret where it was when the focus comes back by `element.focus()`, as dialogs give it back. Chromium puts
 * the caret at the start of an editable element that is focused so, and ProseMirror would take that over; writing the
 * selection out at once is before that. A click sets its own place afterwards.
 */
export function keepSelection(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        focus(view) {
          view.focus();
          return false;
        },
      },
    },
  });
}
