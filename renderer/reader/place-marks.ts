import type { EditorView } from 'prosemirror-view';
import type { TextOffset } from '../../app/base/brand.ts';
import type { Block } from '../../app/record/text.ts';
import { blockElement } from './block-elements.ts';
import type { OffsetMap } from './offset-map.ts';

/** A passage that is marked by a bar beside its lines. */
export interface PassageMark {
  readonly id: string;
  readonly start: TextOffset;
  readonly end: TextOffset;
  /** 0, 1, 2: marks that overlap stand beside each other. */
  readonly lane: number;
  /** What its sign says. */
  readonly count: number;
  /** Whether it is drawn as one that is not the same everywhere. */
  readonly varied: boolean;
}

/** A place in the box that scrolls, in pixels. */
interface Place {
  readonly left: number;
  readonly top: number;
  readonly height: number;
  /** Absent: as its look has it. */
  readonly width?: number;
}

/** Where a mark is drawn. */
export interface PlacedMark {
  readonly mark: PassageMark;
  readonly bar: Place;
  /** `null`: the passage begins above what is drawn. */
  readonly sign: Place | null;
}

/** In pixels: from the text to the first bar, from bar to bar, and the size of a sign. */
const afterText = 3;
const laneWidth = 6;
const signSize = 24;
/** Of a sign in a pane that has no more room: two figures. */
const narrowSign = 16;
/** So much of a line's height is left free above and below, so that two passages in a row are two bars. */
const inset = 2;

/**
 * Where bars and signs of marks stand that lie in the blocks from `first` to `last`, the marks in order of their starts. A
 * sign stands at the first line of its passage: behind the bars where there is room, if need be narrower, else over them; one that would stand
 * over the sign before it stands below it.
 */
export function placeMarks(
  scroller: HTMLElement,
  view: EditorView,
  blocks: readonly Block[],
  offsets: OffsetMap,
  marks: readonly PassageMark[],
  { first, last }: { readonly first: number; readonly last: number },
): readonly PlacedMark[] {
  if (marks.length === 0) return [];
  const text = view.dom.getBoundingClientRect();
  const box = scroller.getBoundingClientRect();
  const shift = scroller.scrollTop - box.top;
  const right =
    text.right - box.left - Number.parseFloat(getComputedStyle(view.dom).paddingRight) + afterText;
  const from = blocks[first]?.start ?? 0;
  const to = blocks[last]?.end ?? 0;
  const behindBars = right + 3 * laneWidth;
  const hasRoom = behindBars + signSize <= scroller.clientWidth;
  const lanes = 1 + Math.max(0, ...marks.map(({ lane }) => lane));
  const behindThese = right + lanes * laneWidth;
  const isNarrow = !hasRoom && behindThese + narrowSign <= scroller.clientWidth;
  let free = Number.NEGATIVE_INFINITY;
  return marks.map((mark) => {
    const begins = mark.start >= from;
    const top = begins
      ? view.coordsAtPos(offsets.toPos(mark.start), 1).top
      : (blockElement(view, first)?.getBoundingClientRect().top ?? box.top);
    const bottom =
      mark.end <= to
        ? view.coordsAtPos(offsets.toPos(mark.end), -1).bottom
        : (blockElement(view, last)?.getBoundingClientRect().bottom ?? box.bottom);
    const bar: Place = {
      left: right + mark.lane * laneWidth,
      top: top + shift + inset,
      height: Math.max(4, bottom - top - 2 * inset),
    };
    if (!begins) return { mark, bar, sign: null };
    const signTop = Math.max(free, top + shift - 1);
    free = signTop + signSize;
    if (isNarrow) {
      const sign = { left: behindThese, top: signTop, height: signSize, width: narrowSign };
      return { mark, bar, sign };
    }
    // Of a narrow pane the lines have little behind them: the sign stands over the bars, and says which is its own.
    const left = hasRoom ? behindBars : Math.min(right, scroller.clientWidth - signSize);
    return { mark, bar, sign: { left, top: signTop, height: signSize } };
  });
}
