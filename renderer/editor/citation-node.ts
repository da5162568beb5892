import type { Node } from 'prosemirror-model';
import { type EditorState, NodeSelection } from 'prosemirror-state';
import { type Citation, citationOf } from '../../app/brief/cited-ids.ts';
import type { CitationTarget } from './citation-source.ts';

/** The citation that a node of the editor is, or `null`. */
export function nodeCitation(node: Node): Citation | null {
  return node.type.spec.atom === true
    ? citationOf({ type: node.type.name, attrs: node.attrs })
    : null;
}

/** What the selected citation leads to, or `null` if no citation is selected. */
export function selectedCitation(state: EditorState): CitationTarget | null {
  const { selection } = state;
  const citation = selection instanceof NodeSelection ? nodeCitation(selection.node) : null;
  if (citation === null) return null;
  return citation.kind === 'claim'
    ? { kind: 'claim', id: citation.id }
    : { kind: 'annotation', id: citation.id };
}
