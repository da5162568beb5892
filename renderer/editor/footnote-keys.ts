import { Plugin, PluginKey, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { insertFootnote, selectedFootnote, writeFootnote } from './footnote-node.ts';
import type { FootnoteViews } from './footnote-view.ts';
import { isModAlt } from './mod-alt.ts';

const wanted = new PluginKey<number>('footnote-wanted');

/**
 * What keys do to footnotes in the text around them: Mod-Alt-F makes one and goes into it, Enter goes into the one that the
 * arrow keys came upon, typing writes behind it and never over it.
 */
export function footnoteKeys(views: FootnoteViews): Plugin<number> {
  return new Plugin<number>({
    key: wanted,
    state: {
      init: () => 0,
      apply: (transaction, count) =>
        transaction.getMeta(writeFootnote) === true ? count + 1 : count,
    },
    props: {
      handleKeyDown: (view, event) => {
        if (isModAlt(event, 'f')) {
          return view.editable && insertFootnote(view.state, view.dispatch, view);
        }
        const { altKey, ctrlKey, metaKey, shiftKey, key } = event;
        if (altKey || ctrlKey || metaKey || shiftKey || key !== 'Enter') return false;
        return selectedFootnote(view.state) !== null && views.write();
      },
      handleTextInput: (view, _from, _to, text) => {
        if (selectedFootnote(view.state) === null) return false;
        const { tr, selection } = view.state;
        tr.setSelection(TextSelection.create(tr.doc, selection.to)).insertText(text);
        view.dispatch(tr.scrollIntoView());
        return true;
      },
    },
    view: () => ({
      update: (view: EditorView, before) => {
        if (wanted.getState(view.state) !== wanted.getState(before)) views.write();
      },
    }),
  });
}
