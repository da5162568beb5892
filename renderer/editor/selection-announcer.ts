import { type EditorState, Plugin } from 'prosemirror-state';
import { nodeCitation, selectedCitation } from './citation-node.ts';
import type { CitationSource } from './citation-source.ts';
import { describeCitation } from './citation-text.ts';

/**
 * Tells screen readers which citation the arrow keys came upon: a selected node is no text, so nothing else would. The
 * status element goes in `mount` and is taken out again with the editor.
 */
export function selectionAnnouncer(mount: HTMLElement, source: CitationSource): Plugin {
  return new Plugin({
    view: (view) => {
      const status = mount.ownerDocument.createElement('div');
      status.className = 'editor-announcement';
      status.setAttribute('role', 'status');
      mount.append(status);
      const tell = (state: EditorState): void => {
        const target = selectedCitation(state);
        const node = target === null ? null : state.doc.nodeAt(state.selection.from);
        const citation = node && nodeCitation(node);
        const text = citation ? `${describeCitation(citation, source, [])} Enter opens it.` : '';
        if (status.textContent !== text) status.textContent = text;
      };
      // Made anew when plugins are added: what is selected by then is still to be told.
      tell(view.state);
      return {
        update: ({ state }, before) => {
          if (state.selection.eq(before.selection) && state.doc === before.doc) return;
          tell(state);
        },
        destroy: () => status.remove(),
      };
    },
  });
}
