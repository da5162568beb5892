import { Plugin } from 'prosemirror-state';
import { nodeCitation, selectedCitation } from './citation-node.ts';
import type { CitationSource } from './citation-source.ts';
import { describeCitation } from './citation-text.ts';

/**
 * Tells screen readers which citation the arrow keys came upon: a selected node is no text, so nothing else would. The
 * status element goes in `mount` and is taken out again with the editor.
 */
export function selectionAnnouncer(mount: HTMLElement, source: CitationSource): Plugin {
  return new Plugin({
    view: () => {
      const status = mount.ownerDocument.createElement('div');
      status.className = 'editor-announcement';
      status.setAttribute('role', 'status');
      mount.append(status);
      return {
        update: ({ state }, before) => {
          const { selection } = state;
          if (selection.eq(before.selection) && state.doc === before.doc) return;
          const target = selectedCitation(state);
          const node = target === null ? null : state.doc.nodeAt(selection.from);
          const citation = node && nodeCitation(node);
          const text = citation ? `${describeCitation(citation, source, [])} Enter opens it.` : '';
          if (status.textContent !== text) status.textContent = text;
        },
        destroy: () => status.remove(),
      };
    },
  });
}
