import type { Node } from 'prosemirror-model';
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';

/**
 * A transaction that makes the document `next` by replacing no more than the stretch in which the two differ, so that
 * the caret and the citations outside of it stay as they are; `null` if they do not differ.
 */
export function replaceContent(state: EditorState, next: Node): Transaction | null {
  const { doc } = state;
  const start = doc.content.findDiffStart(next.content);
  const ends = doc.content.findDiffEnd(next.content);
  if (start === null || ends === null) return null;
  // Repeated text lets the two searches overlap: "aa" to "aaa" differs from 2 on, but also up to 0.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b));
  const narrow = state.tr.replace(start, ends.a + overlap, next.slice(start, ends.b + overlap));
  return narrow.doc.eq(next) ? narrow : replaceAll(state, next);
}

/** For differences that no single stretch expresses. The caret goes to the same number, which is the best guess. */
function replaceAll(state: EditorState, next: Node): Transaction {
  const { tr } = state;
  tr.replaceWith(0, state.doc.content.size, next.content);
  const clamp = (position: number) => tr.doc.resolve(Math.min(position, tr.doc.content.size));
  const { anchor, head } = state.selection;
  return tr.setSelection(TextSelection.between(clamp(anchor), clamp(head)));
}
