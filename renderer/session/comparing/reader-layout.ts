import type { TextOffset } from '../../../app/base/brand.ts';
import type { Extent } from '../../../app/compare/scroll-map.ts';
import type { SharedRange } from '../../../app/compare/shared-passages.ts';
import type { Block } from '../../../app/record/text.ts';
import type { Reader } from '../../reader/create-reader.ts';

/** A line within its block, in pixels from the block's top. */
interface LinePlace {
  readonly block: number;
  readonly top: number;
  readonly bottom: number;
}

/** Beyond so many code units only what is near the view is laid out (create-reader.ts). */
const longLength = 100_000;

/**
 * Where passages stand in a reader's text. Lines are looked up once and kept by their blocks, so that a block above that
 * comes to its true height costs one reading of the blocks' places. In a long text what is not near the view is a guess
 * within its block: looking it up would lay it out.
 */
export class ReaderLayout {
  readonly isLong: boolean;
  readonly #reader: Reader;
  readonly #blocks: readonly Block[];
  readonly #lines = new Map<number, LinePlace>();
  #tops: Float64Array | null = null;
  #heights = new Float64Array(0);
  /** What is near the view, in pixels from the text's top: a view above and below it. */
  #near: Extent = { top: 0, bottom: 0 };

  constructor(reader: Reader, text: string, blocks: readonly Block[]) {
    this.#reader = reader;
    this.#blocks = blocks;
    this.isLong = text.length > longLength;
  }

  /** Takes note of how far the text is scrolled: to be called before places are looked up where that has changed. */
  see(): void {
    // Not for each place: asking the page a thousand times a frame is what takes long.
    const { scrollTop, clientHeight } = this.#reader.scroller;
    this.#near = { top: scrollTop - clientHeight, bottom: scrollTop + 2 * clientHeight };
  }

  /** Blocks may stand elsewhere by now. */
  forgetHeights(): void {
    this.#tops = null;
  }

  /** Lines may break elsewhere by now. */
  forgetLines(): void {
    this.#tops = null;
    this.#lines.clear();
  }

  /** From the first to the last line of a passage, in pixels from the text's top. */
  extent(start: TextOffset, end: TextOffset): Extent {
    const tops = this.#tops ?? this.#readTops();
    const first = this.#line(start, tops);
    const last = this.#line(Math.max(start, end - 1) as TextOffset, tops);
    return {
      top: (tops[first.block] ?? 0) + first.top,
      bottom: (tops[last.block] ?? 0) + last.bottom,
    };
  }

  /** The text of the blocks that stand in part between two heights, from the text's top. O(log blocks). */
  between(top: number, bottom: number): SharedRange {
    const tops = this.#tops ?? this.#readTops();
    const count = tops.length;
    const first = firstAt(count, (at) => (tops[at] ?? 0) + (this.#heights[at] ?? 0) > top);
    const after = firstAt(count, (at) => (tops[at] ?? 0) >= bottom);
    return {
      start: this.#blocks[first]?.start ?? (0 as TextOffset),
      end: this.#blocks[Math.max(first, after - 1)]?.end ?? (0 as TextOffset),
    };
  }

  #readTops(): Float64Array {
    const { scroller } = this.#reader;
    const text = scroller.firstElementChild;
    const shift = scroller.scrollTop - scroller.getBoundingClientRect().top;
    this.see();
    const tops = new Float64Array(this.#blocks.length);
    this.#heights = new Float64Array(this.#blocks.length);
    for (let at = 0; at < tops.length; at += 1) {
      const box = text?.children[at]?.getBoundingClientRect();
      tops[at] = (box?.top ?? 0) + shift;
      this.#heights[at] = box?.height ?? 0;
    }
    this.#tops = tops;
    return tops;
  }

  #line(offset: TextOffset, tops: Float64Array): LinePlace {
    const known = this.#lines.get(offset);
    if (known !== undefined) return known;
    const block = this.#blockAt(offset);
    const top = tops[block] ?? 0;
    const height = this.#heights[block] ?? 0;
    const isNear = top + height > this.#near.top && top < this.#near.bottom;
    if (this.isLong && !isNear) {
      const { start, end } = this.#blocks[block] ?? { start: 0, end: 1 };
      const at = (height * (offset - start)) / Math.max(1, end - start);
      return { block, top: at, bottom: at };
    }
    const { scroller } = this.#reader;
    const shift = scroller.scrollTop - scroller.getBoundingClientRect().top - top;
    const line = this.#reader.lineAt(offset);
    const place = { block, top: line.top + shift, bottom: line.bottom + shift };
    this.#lines.set(offset, place);
    return place;
  }

  /** The last block that begins at an offset or before it. */
  #blockAt(offset: number): number {
    let low = 0;
    let high = this.#blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#blocks[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** The first of so many places for which something holds that holds for all after it; their number if for none. */
function firstAt(count: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
