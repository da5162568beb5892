import type { Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import type { AnnotationId } from '../../app/record/ids.ts';
import { nodeCitation } from './citation-node.ts';

/** What a claim can be made of. */
export interface ClaimMaterial {
  /** Annotations that are cited, each once, in the order of the document. */
  readonly annotationIds: readonly AnnotationId[];
  /** Words of the analyst's own, their spaces put in order; empty: none. */
  readonly words: string;
}

/**
 * The passages that the selection cites and the words of the analyst's own in it; without a selection the citation at the
 * caret (rule Q11). Cost: the selection.
 */
export function claimMaterial(state: EditorState): ClaimMaterial {
  const { from, to, empty, $from } = state.selection;
  const ids = new Set<AnnotationId>();
  const take = (node: Node | null): void => {
    const citation = node === null ? null : nodeCitation(node);
    if (citation?.kind === 'annotation') ids.add(citation.id);
  };
  if (empty) {
    take($from.nodeBefore);
    if (ids.size === 0) take($from.nodeAfter);
    return { annotationIds: [...ids], words: '' };
  }
  const words: string[] = [];
  state.doc.nodesBetween(from, to, (node, position) => {
    take(node);
    if (node.isBlock) words.push(' ');
    if (!node.isText) return;
    const text = node.text ?? '';
    words.push(text.slice(Math.max(0, from - position), to - position));
  });
  return { annotationIds: [...ids], words: words.join('').replace(/\s+/gu, ' ').trim() };
}
