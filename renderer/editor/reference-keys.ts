import { NodeSelection, Plugin, TextSelection } from 'prosemirror-state';
import { nodeReference, selectedReference } from './reference-node.ts';
import { describeReference, type ReferenceSource } from './reference-source.ts';

/**
 * What keys and clicks do to references: a plain click opens one, so does Enter on the one that the arrow keys came upon,
 * which is told to a screen reader; typing writes behind it and never over it. Stands before the editor's other keys.
 */
export function referenceKeys(source: ReferenceSource): Plugin {
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        const target = selectedReference(view.state);
        const { altKey, ctrlKey, metaKey, shiftKey, key } = event;
        if (target === null || key !== 'Enter') return false;
        if (altKey || ctrlKey || metaKey || shiftKey) return false;
        source.open(target);
        return true;
      },
      handleTextInput: (view, _from, _to, text) => {
        const { selection, tr } = view.state;
        if (selectedReference(view.state) === null) return false;
        tr.setSelection(TextSelection.create(tr.doc, selection.to)).insertText(text);
        view.dispatch(tr.scrollIntoView());
        return true;
      },
      handleClickOn: (_view, _pos, node, _nodePos, event, direct) => {
        const target = direct ? nodeReference(node) : null;
        const { altKey, ctrlKey, metaKey, shiftKey, button } = event;
        if (target === null || button !== 0) return false;
        if (altKey || ctrlKey || metaKey || shiftKey) return false;
        source.open(target);
        return true;
      },
    },
    view: () => ({
      update: ({ state }, before) => {
        const { selection } = state;
        if (!(selection instanceof NodeSelection) || selection.eq(before.selection)) return;
        const target = nodeReference(selection.node);
        if (target === null) return;
        source.say(`${describeReference(target.kind, source.shown(target))}. Enter opens it.`);
      },
    }),
  });
}
