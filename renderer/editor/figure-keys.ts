import type { Node } from 'prosemirror-model';
import {
  type Command,
  type EditorState,
  NodeSelection,
  Plugin,
  Selection,
  TextSelection,
} from 'prosemirror-state';
import type { PictureId } from '../../app/record/ids.ts';
import { offeredPictures } from './offered-pictures.ts';

/** The picture of the figure that is selected, or in whose caption the caret stands; `null`: none. */
export function figureAt({ selection }: EditorState): PictureId | null {
  const node = selection instanceof NodeSelection ? selection.node : selection.$from.parent;
  return isFigure(node) ? (String(node.attrs.pictureId) as PictureId) : null;
}

/**
 * What keys and clicks do to figures: a click on the picture selects the figure, Enter goes from there to its caption and
 * from the caption to the text below, Backspace at the caption's beginning selects the figure; typing never replaces it.
 * Pictures that are pasted or dropped are offered to `onPictures`.
 */
export function figureKeys(onPictures: ((files: readonly File[]) => boolean) | undefined): Plugin {
  const offered = (data: DataTransfer | null): boolean => {
    const files = offeredPictures(data);
    return files.length > 0 && onPictures?.(files) === true;
  };
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        const { altKey, ctrlKey, metaKey, shiftKey, key } = event;
        if (altKey || ctrlKey || metaKey || shiftKey) return false;
        const { state } = view;
        if (figureAt(state) === null) return false;
        const act = { Enter: onEnter, Backspace: selectFromCaption, ArrowUp: paragraphAbove }[key];
        return act?.(state, view.dispatch, view) ?? false;
      },
      handleTextInput: (view, _from, _to, text) => {
        if (selectedFigure(view.state) === null) return false;
        writeBelow(view.state, view.dispatch);
        view.dispatch(view.state.tr.insertText(text).scrollIntoView());
        return true;
      },
      handleClickOn: (view, _pos, node, nodePos, event) => {
        if (!isFigure(node) || !(event.target instanceof HTMLImageElement)) return false;
        const selection = NodeSelection.create(view.state.doc, nodePos);
        view.dispatch(view.state.tr.setSelection(selection));
        return true;
      },
      handlePaste: (view, event) => view.editable && offered(event.clipboardData),
      handleDrop: (view, event) => {
        if (!view.editable || !offered(event.dataTransfer)) return false;
        // Files that are dropped elsewhere are imported.
        event.stopPropagation();
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (place !== null) {
          const near = Selection.near(view.state.doc.resolve(place.pos));
          view.dispatch(view.state.tr.setSelection(near));
        }
        return true;
      },
    },
  });
}

function isFigure(node: Node): boolean {
  return node.type.name === 'figure';
}

function selectedFigure({ selection }: EditorState): NodeSelection | null {
  return selection instanceof NodeSelection && isFigure(selection.node) ? selection : null;
}

/** From the picture to the caption, from the caption to the text below. */
const onEnter: Command = (state, dispatch) => {
  const selected = selectedFigure(state);
  if (selected === null) return writeBelow(state, dispatch);
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, selected.from + 1)));
  return true;
};

/** Makes a paragraph below the figure and goes there. */
const writeBelow: Command = (state, dispatch) => {
  const selected = selectedFigure(state);
  const after = selected === null ? state.selection.$from.after() : selected.to;
  const paragraph = state.schema.nodes.paragraph?.create();
  if (paragraph === undefined) return false;
  const tr = state.tr.insert(after, paragraph);
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  return true;
};

/** At its beginning the caption has nothing to join with: what is taken away next is the whole figure. */
const selectFromCaption: Command = (state, dispatch) => {
  const { selection } = state;
  if (!selection.empty || selection.$from.parentOffset > 0) return false;
  if (selectedFigure(state) !== null) return false;
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, selection.$from.before())));
  return true;
};

/** Above a figure that begins the brief there is no line to go to until this makes one. */
const paragraphAbove: Command = (state, dispatch) => {
  const selected = selectedFigure(state);
  const paragraph = state.schema.nodes.paragraph?.create();
  if (selected === null || selected.from > 0 || paragraph === undefined) return false;
  const tr = state.tr.insert(0, paragraph);
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, 1)).scrollIntoView());
  return true;
};
