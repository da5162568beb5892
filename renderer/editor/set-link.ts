import type { Mark, MarkType } from 'prosemirror-model';
import type { Command, EditorState } from 'prosemirror-state';
import { safeLink } from '../../app/brief/safe-link.ts';

/**
 * Links the selection, or the whole link that the caret is in; with neither, inserts the address itself as a link.
 * `null` takes the links off. Does not apply to an address that `safeLink` refuses.
 */
export function setLink(href: string | null): Command {
  return (state, dispatch) => {
    const type = state.schema.marks.link;
    if (type === undefined) return false;
    const address = href === null ? null : safeLink(href);
    if (href !== null && address === null) return false;
    const range = state.selection.empty ? linkAround(state, type) : state.selection;
    if (address === null) {
      if (range === null || !state.doc.rangeHasMark(range.from, range.to, type)) return false;
      dispatch?.(state.tr.removeMark(range.from, range.to, type));
      return true;
    }
    const mark = type.create({ href: address });
    if (range === null) {
      if (!state.selection.$from.parent.inlineContent) return false;
      dispatch?.(state.tr.replaceSelectionWith(state.schema.text(address, [mark]), false));
      return true;
    }
    dispatch?.(state.tr.removeMark(range.from, range.to, type).addMark(range.from, range.to, mark));
    return true;
  };
}

/** The address of the link at the caret or at the start of the selection, or `null`. */
export function linkAt(state: EditorState): string | null {
  const type = state.schema.marks.link;
  const { $from, empty } = state.selection;
  if (type === undefined) return null;
  const around = empty ? ($from.nodeBefore ?? null) : null;
  const mark =
    ($from.nodeAfter && type.isInSet($from.nodeAfter.marks)) ??
    (around && type.isInSet(around.marks));
  return mark ? String(mark.attrs.href) : null;
}

/** The unbroken run of one link that the caret stands in or at, or `null`. */
function linkAround(state: EditorState, type: MarkType): { from: number; to: number } | null {
  const { $from } = state.selection;
  const { parent } = $from;
  const at = (index: number): Mark | undefined =>
    index >= 0 && index < parent.childCount ? type.isInSet(parent.child(index).marks) : undefined;
  let index = $from.index();
  let mark = at(index);
  if (mark === undefined && $from.textOffset === 0) {
    index -= 1;
    mark = at(index);
  }
  if (mark === undefined) return null;
  let first = index;
  while (at(first - 1)?.eq(mark)) first -= 1;
  let last = index;
  while (at(last + 1)?.eq(mark)) last += 1;
  const from = $from.posAtIndex(first);
  return { from, to: $from.posAtIndex(last + 1) };
}
