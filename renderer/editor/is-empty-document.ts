import type { Node } from 'prosemirror-model';

/** Whether a document is what an empty editor holds: one paragraph without anything in it, not even a space. */
export function isEmptyDocument(doc: Node): boolean {
  const first = doc.firstChild;
  return doc.childCount === 1 && first?.type.name === 'paragraph' && first.content.size === 0;
}
