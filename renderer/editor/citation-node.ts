import type { Node, ResolvedPos } from 'prosemirror-model';
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
  return citation === null ? null : citationTarget(citation);
}

/** What a citation leads to. */
export function citationTarget(citation: Citation): CitationTarget {
  return citation.kind === 'annotation' ? { kind: 'annotation', id: citation.id } : citation;
}

/** The position of the footnote that a position lies in; `null`: in none. What is in it is selected in its own field. */
export function footnoteAround(at: ResolvedPos): number | null {
  for (let depth = at.depth; depth > 0; depth -= 1) {
    if (at.node(depth).type.name === 'footnote') return at.before(depth);
  }
  return null;
}
