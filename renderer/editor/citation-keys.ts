import { type Command, NodeSelection, Plugin, TextSelection } from 'prosemirror-state';
import { citationTarget, nodeCitation, selectedCitation } from './citation-node.ts';
import type { CitationSource } from './citation-source.ts';

/**
 * What keys and clicks do to a selected citation: Enter and a double click open it, typing writes after it and never
 * over it, arrows beyond the first or last block make a line to write in. Delete and Backspace remove it as anything
 * selected. Stands before the editor's other keys.
 */
export function citationKeys(source: CitationSource): Plugin {
  const open: Command = (state) => {
    const target = selectedCitation(state);
    if (target === null) return false;
    source.open(target);
    return true;
  };
  return new Plugin({
    props: {
      handleDOMEvents: {
        // The window's keys for changed citations: ProseMirror would take them for arrows, from a selected citation too.
        keydown: (_view, { altKey, ctrlKey, metaKey, key }) =>
          altKey && (ctrlKey || metaKey) && (key === 'ArrowUp' || key === 'ArrowDown'),
      },
      handleKeyDown: (view, event) => {
        const { altKey, ctrlKey, metaKey, shiftKey, key } = event;
        if (altKey || selectedCitation(view.state) === null) return false;
        if (key === 'Enter') {
          const plain = !(ctrlKey || metaKey || shiftKey);
          return plain ? open(view.state) : writeBeside('after')(view.state, view.dispatch);
        }
        if (ctrlKey || metaKey || shiftKey) return false;
        if (key === 'ArrowDown') return writeAtEdge('after')(view.state, view.dispatch);
        if (key === 'ArrowUp') return writeAtEdge('before')(view.state, view.dispatch);
        return false;
      },
      handleTextInput: (view, _from, _to, text) => {
        if (!writeBeside('after')(view.state, view.dispatch)) return false;
        view.dispatch(view.state.tr.insertText(text).scrollIntoView());
        return true;
      },
      handleDoubleClickOn: (_view, _pos, node, _nodePos, _event, direct) => {
        const citation = direct ? nodeCitation(node) : null;
        if (citation === null) return false;
        source.open(citationTarget(citation));
        return true;
      },
    },
  });
}

/** Puts the caret beside the selected citation: after an inline one, or in a new paragraph beside a block one. */
function writeBeside(side: 'before' | 'after'): Command {
  return (state, dispatch) => {
    const { selection } = state;
    if (!(selection instanceof NodeSelection) || nodeCitation(selection.node) === null)
      return false;
    const at = side === 'after' ? selection.to : selection.from;
    const { tr } = state;
    if (selection.node.isBlock) {
      const paragraph = state.schema.nodes.paragraph?.create();
      if (paragraph === undefined) return false;
      tr.insert(at, paragraph).setSelection(TextSelection.create(tr.doc, at + 1));
    } else tr.setSelection(TextSelection.create(tr.doc, at));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** The same, but only where there is no other place to go to: at the beginning or the end of the document. */
function writeAtEdge(side: 'before' | 'after'): Command {
  return (state, dispatch, view) => {
    const { selection } = state;
    if (!(selection instanceof NodeSelection) || !selection.node.isBlock) return false;
    const edge = side === 'after' ? selection.$to.nodeAfter : selection.$from.nodeBefore;
    return edge === null && selection.$from.depth === 0
      ? writeBeside(side)(state, dispatch, view)
      : false;
  };
}
