import { NodeSelection, Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { PictureId } from '../../app/record/ids.ts';
import { nodeCitation } from './citation-node.ts';
import type { CitationSource } from './citation-source.ts';
import { describeCitation } from './citation-text.ts';
import { shownAlterations } from './cited-record.ts';

/**
 * Tells screen readers which citation, footnote or figure the arrow keys came upon: a selected node is no text, so nothing else would. The
 * status element goes in `mount` and is taken out again with the editor.
 */
export function selectionAnnouncer(mount: HTMLElement, source: CitationSource): Plugin {
  return new Plugin({
    view: (view) => {
      const status = mount.ownerDocument.createElement('div');
      status.className = 'editor-announcement';
      status.setAttribute('role', 'status');
      mount.append(status);
      const tell = (): void => {
        const text = announced(view, source);
        if (status.textContent !== text) status.textContent = text;
      };
      // Made anew when plugins are added: what is selected by then is still to be told.
      tell();
      return {
        update: ({ state }, before) => {
          if (state.selection.eq(before.selection) && state.doc === before.doc) return;
          tell();
        },
        destroy: () => status.remove(),
      };
    },
  });
}

function announced(view: EditorView, source: CitationSource): string {
  const { selection } = view.state;
  if (!(selection instanceof NodeSelection)) return '';
  const { node, from } = selection;
  if (node.type.name === 'footnote') {
    // Its number follows from the brief's style, which its view was told.
    const drawn = view.nodeDOM(from);
    const name = drawn instanceof Element ? drawn.getAttribute('aria-label') : null;
    return `${name ?? 'Footnote'}. Enter writes in it.`;
  }
  if (node.type.name === 'figure') {
    const picture = source.picture(String(node.attrs.pictureId) as PictureId);
    const shows = picture === null ? 'deleted' : picture.description;
    return `Figure: ${shows}. Enter goes to its caption.`;
  }
  const citation = nodeCitation(node);
  if (citation === null) return '';
  const standing = source.standing({ type: node.type.name, attrs: node.attrs });
  const alterations = shownAlterations(node, source);
  return `${describeCitation(citation, source, [], alterations, standing)} Enter opens it.`;
}
