import { EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { compareSpans } from '../../app/annotation/segments.ts';
import type { TextOffset } from '../../app/base/brand.ts';
import type { AnnotationId } from '../../app/record/ids.ts';
import type { RevisionText } from '../../app/record/text.ts';
import type { TextRange } from '../../app/search/find-in-text.ts';
import { keepSelection } from '../surface/keep-selection.ts';
import { annotationLayer, annotationLayerOf, withLayerChange } from './annotation-layer.ts';
import { countPresses } from './count-presses.ts';
import type { SetOff } from './draw-block.ts';
import { drawnBlocks, drawnFirst } from './drawn-blocks.ts';
import { frozen } from './frozen.ts';
import { type HitLayer, hitLayer, pairNames, passageNames } from './hit-layer.ts';
import { blockIndexAt, makeOffsetMap } from './offset-map.ts';
import { type PassageMarks, passageMarks } from './passage-marks.ts';
import type { PassageMark } from './place-marks.ts';
import { plainCopy } from './plain-copy.ts';
import { type ReaderEdges, withEdges } from './reader-edges.ts';
import { type ReaderSelection, readSelection } from './reader-selection.ts';
import { type ReaderSide, readerSide, type SideOptions } from './reader-side.ts';
import type { ReaderSpan } from './reader-span.ts';
import { revisionDocument } from './revision-document.ts';
import { scrollPosition } from './scroll-position.ts';
import { sectionsOf } from './sections.ts';
import { spanById } from './span-index.ts';
import { textEnds } from './text-ends.ts';

export type { PassageMark } from './place-marks.ts';
export type { EdgeListener, ReaderEdges } from './reader-edges.ts';
export type { ReaderSelection } from './reader-selection.ts';
export type { SideOptions } from './reader-side.ts';
export type { ReaderSpan } from './reader-span.ts';

/** What a reader shows and whom it tells. */
export interface ReaderOptions {
  readonly revision: RevisionText;
  /** What a screen reader calls the text: the article's title. */
  readonly label: string;
  /** BCP 47, where known: for the voice of a screen reader and the forms of Chinese, Japanese and Korean letters. */
  readonly language?: string | null;
  readonly spans: readonly ReaderSpan[];
  /** After each change of the selection, by hand or by `select`. Not called for the selection that a reader starts with. */
  onSelect(selection: ReaderSelection): void;
  /** Gets each key press before the reader does, but none of an input method. True: handled, the reader ignores it. */
  onKey?(event: KeyboardEvent): boolean;
  /**
   * A highlight was clicked, without dragging or Shift; not by the further clicks of a double click. Innermost first; to
   * go through a stack is the caller's affair. `start`: of the piece that was clicked.
   */
  onActivate(ids: readonly AnnotationId[], start: TextOffset): void;
  /** The margin and the handles at edges. Absent: none. */
  readonly side?: SideOptions;
}

/** A text to read and to select in, with highlights. Its document never changes. Offsets outside the text throw a `RangeError`. */
export interface Reader {
  /** The element that scrolls, to keep two readers side by side together. */
  readonly scroller: HTMLElement;
  /** Puts `spans` in the place of all annotations drawn; draws anew only the blocks they differ in. */
  setSpans(spans: readonly ReaderSpan[]): void;
  /** Outlines an annotation; `null`: none. An id that is not drawn is outlined once it is. */
  setFocus(id: AnnotationId | null): void;
  /** Sets off, with a broken outline, the annotation that a link is being drawn from; `null`: none. */
  setPending(id: AnnotationId | null): void;
  /** Draws an annotation with other edges than its own, and the handle that keys move; `null`: with its own again. */
  setEdges(edges: ReaderEdges | null): void;
  /** What the margin tells of annotations may be something else by now. */
  refreshMargin(): void;
  /** Draws what a search found, in order and not overlapping; the one at the index `current` is set off. Empty: nothing. */
  setHits(hits: readonly TextRange[], current: number): void;
  /** Draws passages that are compared, as `setHits` does what was found. */
  setPairs(passages: readonly TextRange[], current: number): void;
  /** Marks passages behind their lines, in order of their starts. Nothing without `SideOptions.passages`. */
  setMarks(marks: readonly PassageMark[]): void;
  /** Sets off one passage quietly, as its bar does while the pointer is on it, and a part of it more; `null`: none. */
  lightPassage(passage: TextRange | null, part?: TextRange): void;
  /** Selects from `anchor` to `head`, where the caret is. Does not scroll and does not take the keyboard. */
  select(anchor: TextOffset, head: TextOffset): void;
  /** Selects so with the next `setSpans`, which costs half of doing both. Returns what does it if none came until then. */
  selectWithSpans(anchor: TextOffset, head: TextOffset): () => void;
  /** Scrolls so that the passage begins a third from the top; selects it or takes the keyboard if asked. Never animated. */
  reveal(
    from: TextOffset,
    to: TextOffset,
    options?: { readonly select?: boolean; readonly focus?: boolean },
  ): void;
  /** Takes the keyboard, with the caret where it was. Does not scroll. */
  focus(): void;
  selection(): ReaderSelection;
  /** The annotations over the code unit at `offset`, innermost (shortest) first. */
  annotationsAt(offset: TextOffset): readonly AnnotationId[];
  /** The start of the first line in view. `scrollTo` brings it back there. */
  topVisibleOffset(): TextOffset;
  /** Scrolls the line of an offset to the top, or its top to a fraction of the height in view. */
  scrollTo(offset: TextOffset, fraction?: number): void;
  /** Where the line box of an offset is on the screen, for what is drawn beside the text. Forces a layout. */
  lineAt(offset: TextOffset): {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
  };
  /** Whether the text at an offset runs from right to left. */
  isRightToLeft(offset: TextOffset): boolean;
  /** Takes everything out of `mount` again. The reader may not be used after it. */
  destroy(): void;
}

/**
 * Beyond so many code units only what is near the view is laid out (`.reader-section` in reader.css), which makes opening a
 * book with thousands of highlights three times as fast. The price is that the height of what was never in view is a
 * guess, so articles of usual length do without.
 */
const longLength = 100_000;

/**
 * The browser tells of a selection some time after it was made, and behind keys that were pressed meanwhile when there is
 * much to do: ProseMirror would not know the words that the next key means, or put back what was selected before. It reads
 * the selection when it hears of it.
 */
function readBrowserSelection({ dom }: EditorView): void {
  dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
}

/**
 * Shows a revision in `mount`, which must have a height: the reader fills it and scrolls. Wants `reader.css` and the
 * theme's custom properties on the page.
 */
export function createReader(mount: HTMLElement, options: ReaderOptions): Reader {
  const { text, blocks } = options.revision;
  const scroller = mount.ownerDocument.createElement('div');
  const long = text.length > longLength;
  const doc = revisionDocument(options.revision, long);
  const offsets = makeOffsetMap(blocks, sectionsOf(doc));
  scroller.className = 'reader';
  mount.append(scroller);

  const view = new EditorView(scroller, {
    state: EditorState.create({
      doc,
      plugins: [
        frozen(),
        plainCopy(),
        keepSelection(),
        textEnds(),
        annotationLayer(blocks, options.spans, drawnFirst(blocks)),
      ],
    }),
    attributes: {
      class: 'reader-text',
      role: 'document',
      'aria-label': options.label,
      tabindex: '0',
      spellcheck: 'false',
      ...(options.language ? { lang: options.language } : {}),
    },
    dispatchTransaction(transaction) {
      const before = view.state;
      view.updateState(before.apply(transaction));
      hits.refresh();
      pairs.refresh();
      lit?.refresh();
      side?.changed();
      if (!view.state.selection.eq(before.selection)) {
        options.onSelect(readSelection(view.state, offsets));
      }
    },
    handleDOMEvents: {
      mousedown(_view, event) {
        countPresses(view, event);
        return false;
      },
      click(_view, event) {
        if (event.button === 0 && !event.shiftKey && event.detail <= 1) activate(event);
        return false;
      },
      keydown(_view, event) {
        readBrowserSelection(view);
        const handled = !event.isComposing && options.onKey?.(event) === true;
        if (handled) {
          event.preventDefault();
        }
        return handled;
      },
      keyup() {
        readBrowserSelection(view);
        return false;
      },
    },
  });

  // React (19, `getSelectionInformation`) walks through all of the focused element at each commit of the page if its
  // `contentEditable` is "true", some milliseconds in a long text. What is pasted or typed is refused one way or the other.
  view.dom.contentEditable = 'plaintext-only';

  function activate(event: MouseEvent): void {
    const mark = markAt(event.target);
    // A drag that ends on a highlight is a click, too.
    if (mark === null || view.dom.ownerDocument.getSelection()?.isCollapsed === false) return;
    options.onActivate(reader.annotationsAt(mark.start), mark.start);
    // ProseMirror has not read the browser's caret yet, and what `onActivate` draws would put the old one back. A
    // click on the right half of the last letter means the highlight, not the place behind it.
    const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
    const clicked = place === null ? mark.start : offsets.toOffset(place.pos);
    const caret = mark.start <= clicked && clicked < mark.end ? clicked : mark.start;
    reader.select(caret, caret);
  }

  /** The segment under the pointer; `null` where there is no highlight. */
  function markAt(target: EventTarget | null): { start: TextOffset; end: number } | null {
    const mark = target instanceof Element ? target.closest('[data-annotations]') : null;
    if (mark === null) return null;
    const start = offsets.toOffset(view.posAtDOM(mark, 0));
    return { start, end: start + (mark.textContent ?? '').length };
  }

  const scroll = scrollPosition(scroller, view, blocks, offsets, long);
  const hits = hitLayer(scroller, view, blocks);
  const pairs = hitLayer(scroller, view, blocks, pairNames);
  const drawn = drawnBlocks(scroller, view, blocks);

  /** Made with the first ones: most texts have none. */
  let marks: PassageMarks | null = null;
  let lit: HitLayer | null = null;
  let wanted: SetOff = { focus: null, pending: null };

  /** Asked for at every change of the session: most change nothing here. */
  function setOff(role: keyof SetOff, id: AnnotationId | null): void {
    if (wanted[role] === id) return;
    wanted = { ...wanted, [role]: id };
    // What is not there yet comes in a moment, with what was set off till then: drawn together they cost half.
    const isThere = id === null || spanById(annotationLayerOf(view.state).index, id) !== undefined;
    if (isThere) drawSetOff();
    else queueMicrotask(drawSetOff);
  }

  function drawSetOff(): void {
    if (view.isDestroyed) return;
    const { focus, pending } = annotationLayerOf(view.state);
    if (focus === wanted.focus && pending === wanted.pending) return;
    view.dispatch(withLayerChange(view.state.tr, wanted));
  }

  let given = options.spans;
  let edges: ReaderEdges | null = null;
  let awaited: TextSelection | null = null;

  function drawSpans(): void {
    const transaction = selecting(awaited);
    awaited = null;
    view.dispatch(withLayerChange(transaction, { spans: withEdges(given, edges), ...wanted }));
  }

  function selectionOf(anchor: TextOffset, head: TextOffset): TextSelection {
    return TextSelection.create(view.state.doc, offsets.toPos(anchor), offsets.toPos(head));
  }

  function selecting(selection: TextSelection | null): Transaction {
    return selection === null ? view.state.tr : view.state.tr.setSelection(selection);
  }

  const reader: Reader = {
    scroller,
    setSpans(spans) {
      given = spans;
      drawSpans();
    },
    setEdges(next) {
      if (next === edges) return;
      edges = next;
      drawSpans();
      side?.setEdges(next);
    },
    refreshMargin: () => side?.refresh(),
    setFocus: (focus) => setOff('focus', focus),
    setPending: (pending) => setOff('pending', pending),
    setHits: hits.set,
    setPairs: pairs.set,
    lightPassage(passage, part) {
      if (passage === null) lit?.set([], -1);
      else {
        lit ??= hitLayer(scroller, view, blocks, passageNames);
        const [pieces, current] = withPart(passage, part);
        lit.set(pieces, current);
      }
    },
    setMarks(next) {
      const passages = options.side?.passages;
      if (passages === undefined || (marks === null && next.length === 0)) return;
      marks ??= passageMarks(
        ...([scroller, view, blocks, offsets] as const),
        (offset) => scroll.scrollTo(offset, 1 / 3),
        passages,
      );
      marks.set(next);
    },
    select(anchor, head) {
      awaited = null;
      view.dispatch(selecting(selectionOf(anchor, head)));
    },
    selectWithSpans(anchor, head) {
      const selection = selectionOf(anchor, head);
      awaited = selection;
      return () => {
        if (awaited === selection && !view.isDestroyed) reader.select(anchor, head);
      };
    },
    reveal(from, to, { select = false, focus = false } = {}) {
      if (select) {
        reader.select(from, to);
      }
      if (focus) {
        view.focus();
      }
      scroll.scrollTo(from, 1 / 3);
      drawn.refresh();
    },
    focus: () => view.focus(),
    selection: () => readSelection(view.state, offsets),
    annotationsAt(offset) {
      if (offset < 0 || offset > text.length) {
        throw new RangeError(`No offset ${offset} in a text of ${text.length} code units`);
      }
      const spans = annotationLayerOf(view.state).index.ofBlock[blockIndexAt(blocks, offset)] ?? [];
      return spans
        .filter(({ start, end }) => start <= offset && offset < end)
        .sort(compareInnermostFirst)
        .map(({ id }) => id);
    },
    topVisibleOffset: scroll.topVisibleOffset,
    scrollTo(offset, fraction = 0) {
      scroll.scrollTo(offset, fraction);
      drawn.refresh();
    },
    lineAt: (offset) => view.coordsAtPos(offsets.toPos(offset), 1),
    isRightToLeft: (offset) => {
      const { node } = view.domAtPos(offsets.toPos(offset));
      const element = node instanceof Element ? node : node.parentElement;
      return element !== null && getComputedStyle(element).direction === 'rtl';
    },
    destroy() {
      scroll.stop();
      hits.destroy();
      pairs.destroy();
      marks?.destroy();
      lit?.destroy();
      side?.destroy();
      drawn.destroy();
      view.destroy();
      scroller.remove();
    },
  };
  const side: ReaderSide | null =
    options.side === undefined
      ? null
      : readerSide(
          ...([scroller, view, blocks, offsets, options.side] as const),
          (offset) => scroll.scrollTo(offset, 1 / 3),
          reader.annotationsAt,
        );
  return reader;
}

function compareInnermostFirst(left: ReaderSpan, right: ReaderSpan): number {
  return left.end - left.start - (right.end - right.start) || compareSpans(right, left);
}

/** A passage in pieces that do not overlap, and which of them is the part; -1: it has none. */
function withPart(
  passage: TextRange,
  part: TextRange | undefined,
): readonly [pieces: readonly TextRange[], part: number] {
  if (part === undefined) return [[passage], -1];
  // Who said it may stand beside what is said.
  if (part.end <= passage.start) return [[part, passage], 0];
  if (part.start >= passage.end) return [[passage, part], 1];
  const before = { start: passage.start, end: part.start };
  const behind = { start: part.end, end: passage.end };
  const pieces = [before, part, behind].filter(({ start, end }) => end > start);
  return [pieces, pieces.indexOf(part)];
}
