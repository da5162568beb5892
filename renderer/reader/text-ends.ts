import { type Command, Plugin, Selection, TextSelection } from 'prosemirror-state';

/**
 * The keys that go or select to the ends of the text: Ctrl+Home and Ctrl+End, Command+Up and Command+Down. The engine's
 * own stop short of a block that `content-visibility` has not laid out: in a very long text, Ctrl+End went to the last
 * block's start. Other keys move by what is in view and need no help.
 */
export function textEnds(): Plugin {
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        const command = commandOf(event);
        return command?.(view.state, view.dispatch, view) ?? false;
      },
    },
  });
}

function commandOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Command | null {
  if (altKey || ctrlKey === metaKey) {
    return null;
  }
  if (key === (ctrlKey ? 'Home' : 'ArrowUp')) {
    return goToEnd('atStart', shiftKey);
  }
  return key === (ctrlKey ? 'End' : 'ArrowDown') ? goToEnd('atEnd', shiftKey) : null;
}

function goToEnd(end: 'atStart' | 'atEnd', extend: boolean): Command {
  return ({ doc, selection, tr }, dispatch) => {
    const { head } = Selection[end](doc);
    const next = TextSelection.create(doc, extend ? selection.anchor : head, head);
    dispatch?.(tr.setSelection(next).scrollIntoView());
    return true;
  };
}
