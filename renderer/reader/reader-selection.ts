import type { EditorState } from 'prosemirror-state';
import type { TextOffset } from '../../app/base/brand.ts';
import type { OffsetMap } from './offset-map.ts';

/** What is selected, in offsets of the revision. The caret is at `head`; `anchor` is where the selection began. */
export interface ReaderSelection {
  readonly anchor: TextOffset;
  readonly head: TextOffset;
  /** The lesser of the two. */
  readonly from: TextOffset;
  readonly to: TextOffset;
  /** A caret: nothing is selected. */
  readonly empty: boolean;
}

/** The selection of a reader's state, not trimmed. O(log blocks). */
export function readSelection(state: EditorState, offsets: OffsetMap): ReaderSelection {
  const anchor = offsets.toOffset(state.selection.anchor);
  const head = offsets.toOffset(state.selection.head);
  const [from, to] = anchor <= head ? [anchor, head] : [head, anchor];
  return { anchor, head, from, to, empty: from === to };
}
