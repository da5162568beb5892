import { Plugin } from 'prosemirror-state';

/**
 * Keeps the caret where it was when the focus comes back by `element.focus()`, as dialogs give it back. Chromium puts
 * the caret at the start of an editable element that is focused so, and ProseMirror would take that over; writing the
 * selection out at once is before that. Not when the mouse brings the focus: its press begins a selection where it is, and
 * one that is written out in between would be drawn on from its own beginning.
 */
export function keepSelection(): Plugin {
  let isPressed = false;
  return new Plugin({
    props: {
      handleDOMEvents: {
        mousedown() {
          isPressed = true;
          // The focus that a press brings comes within its own turn.
          setTimeout(() => {
            isPressed = false;
          });
          return false;
        },
        focus(view) {
          if (!isPressed) view.focus();
          return false;
        },
      },
    },
  });
}
