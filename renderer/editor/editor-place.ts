import type { Node } from 'prosemirror-model';
import { EditorState, type SelectionBookmark } from 'prosemirror-state';
import type { Mapping } from 'prosemirror-transform';
import type { EditorView } from 'prosemirror-view';
import { scrollerOf, whileSettling } from './bring-into-view.ts';
import { replaceContent } from './replace-content.ts';

/** Where a writer is in a text, to come back to it: also after the text was changed meanwhile. */
export interface EditorPlace {
  /** What the positions belong to. */
  readonly doc: Node;
  /** `null`: the writer never chose any. */
  readonly selection: SelectionBookmark | null;
  /** The block that stands at the upper edge of what is seen, and how far below the edge it begins; `null`: the beginning. */
  readonly top: { readonly position: number; readonly offset: number } | null;
}

/** Reads it. The text must be on the page still. Cost: a search by halves for the block, which the browser lays out. */
export function placeIn(view: EditorView, isChosen: boolean): EditorPlace {
  const { doc, selection } = view.state;
  return {
    doc,
    selection: isChosen ? selection.getBookmark() : null,
    top: topOf(view),
  };
}

/**
 * Selects what was selected, and shows what was seen at the same height; without taking the keyboard.
 */
export function returnTo(view: EditorView, place: EditorPlace): void {
  const { state } = view;
  // The text may have been changed by a step of undo, or from the reader.
  const mapping =
    state.doc === place.doc
      ? null
      : (replaceContent(EditorState.create({ doc: place.doc }), state.doc)?.mapping ?? null);
  const selection = selectionIn(state.doc, place.selection, mapping);
  if (selection !== null) view.dispatch(state.tr.setSelection(selection));
  const { top } = place;
  if (top === null) return;
  const position = mapping?.map(top.position) ?? top.position;
  whileSettling(view, () => showAt(view, position, top.offset));
}

function selectionIn(doc: Node, bookmark: SelectionBookmark | null, mapping: Mapping | null) {
  if (bookmark === null) return null;
  return (mapping === null ? bookmark : bookmark.map(mapping)).resolve(doc);
}

function topOf(view: EditorView): EditorPlace['top'] {
  const scroller = scrollerOf(view.dom);
  if (scroller === null || scroller.scrollTop <= 0) return null;
  const edge = scroller.getBoundingClientRect().top;
  let element = firstBelow(view.dom, edge);
  if (element?.matches('.stretch') === true) element = firstBelow(element, edge);
  if (element === null) return null;
  const inside = view.state.doc.resolve(view.posAtDOM(element, 0));
  const position = inside.depth === 0 ? inside.pos : inside.before(1);
  return { position, offset: element.getBoundingClientRect().top - edge };
}

/** The first child that does not end above a height of the window; the last one if all do. */
function firstBelow({ children }: Element, edge: number): Element | null {
  let [low, high] = [0, children.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((children[middle]?.getBoundingClientRect().bottom ?? 0) > edge) high = middle;
    else low = middle + 1;
  }
  return children[low] ?? null;
}

function showAt(view: EditorView, position: number, offset: number): void {
  const scroller = scrollerOf(view.dom);
  const element = position <= view.state.doc.content.size ? view.nodeDOM(position) : null;
  if (scroller === null || !(element instanceof HTMLElement)) return;
  const { top } = scroller.getBoundingClientRect();
  scroller.scrollTop += element.getBoundingClientRect().top - top - offset;
}
