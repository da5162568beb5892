import type { EditorView } from 'prosemirror-view';
import type { Block } from '../../app/record/text.ts';
import type { TextRange } from '../../app/search/find-in-text.ts';
import { blockElement, blocksBetween } from './block-elements.ts';
import { firstIndex } from './first-index.ts';

/** What a layer's two groups are called in the page's registry and in `reader.css`. */
export interface HitNames {
  readonly plain: string;
  readonly current: string;
}

const searchNames: HitNames = { plain: 'search-hit', current: 'search-hit-current' };

/** The passages of a comparison, and the one of the chosen pair. */
export const pairNames: HitNames = { plain: 'pair', current: 'pair-current' };

/** The passage that a mark behind the lines, or a list beside the text, stands for, and the words in it that matter most. */
export const passageNames: HitNames = { plain: 'passage-lit', current: 'passage-lit-part' };

/** Draws what a search found, or what is compared, over a reader's text. Changes nothing in the document and nothing in the DOM. */
export interface HitLayer {
  /** Puts `hits`, in order and not overlapping, in the place of all drawn; `current` is the index of the one set off, or -1. */
  set(hits: readonly TextRange[], current: number): void;
  /** The elements of the blocks may be others now: draws again before the next picture. */
  refresh(): void;
  destroy(): void;
}

/** Heights of the view that are drawn above and below it, so that scrolling meets drawn text. */
const margin = 1;

/**
 * Hits are drawn with the CSS Custom Highlight API, for which `reader.css` has the looks: two groups for the whole page,
 * each reader's ranges its own in them. Only blocks in view and near it have ranges, made anew while scrolling: 100,000
 * ranges would cost at each layout, and each redrawn block would leave dead ones.
 */
export function hitLayer(
  scroller: HTMLElement,
  view: EditorView,
  blocks: readonly Block[],
  names: HitNames = searchNames,
): HitLayer {
  let hits: readonly TextRange[] = [];
  let current = -1;
  let drawn: Range[] = [];
  let frame = 0;

  function clear(): void {
    for (const range of drawn) {
      group(names.plain, 0).delete(range);
      group(names.current, 1).delete(range);
    }
    drawn = [];
  }

  function draw(): void {
    clear();
    if (hits.length === 0) return;
    const box = scroller.getBoundingClientRect();
    const reach = box.height * margin;
    const { from, to } = blocksBetween(view, box.top - reach, box.bottom + reach);
    for (let at = from; at < to; at += 1) {
      const block = blocks[at];
      const element = blockElement(view, at);
      if (block !== undefined && element !== undefined) drawBlock(block, element);
    }
  }

  function drawBlock(block: Block, element: Element): void {
    let index = firstIndex(hits.length, (at) => (hits[at]?.end ?? 0) > block.start);
    const places = textPlaces(element);
    for (let hit = hits[index]; hit !== undefined && hit.start < block.end; hit = hits[index]) {
      const start = Math.max(hit.start, block.start) - block.start;
      const end = Math.min(hit.end, block.end) - block.start;
      const range = places(start, end);
      if (range !== null) {
        (index === current ? group(names.current, 1) : group(names.plain, 0)).add(range);
        drawn.push(range);
      }
      index += 1;
    }
  }

  function refresh(): void {
    if (hits.length === 0 || frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      draw();
    });
  }

  const abort = new AbortController();
  scroller.addEventListener('scroll', refresh, { passive: true, signal: abort.signal });
  const sizes = new ResizeObserver(refresh);
  sizes.observe(scroller);
  return {
    set(next, set) {
      hits = next;
      current = set;
      draw();
    },
    refresh,
    destroy() {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      abort.abort();
      clear();
    },
  };
}

/**
 * The ranges of the page that are drawn in one way. The registry belongs to the page; so do the groups. The one that is
 * set off lies over the others.
 */
function group(name: string, priority: number): Highlight {
  const known = CSS.highlights.get(name);
  if (known !== undefined) return known;
  const made = new Highlight();
  made.priority = priority;
  CSS.highlights.set(name, made);
  return made;
}

/** Finds places in a block's text nodes. To be asked in order of the offsets: it goes through the nodes once. */
function textPlaces(element: Element): (start: number, end: number) => Range | null {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  let before = 0;
  const goTo = (offset: number, atEnd: boolean): boolean => {
    while (node !== null) {
      const length = node.nodeValue?.length ?? 0;
      if (offset < before + length || (atEnd && offset === before + length)) return true;
      before += length;
      node = walker.nextNode();
    }
    return false;
  };
  return (start, end) => {
    if (!goTo(start, false) || node === null) return null;
    const range = element.ownerDocument.createRange();
    range.setStart(node, start - before);
    if (!goTo(end, true) || node === null) return null;
    range.setEnd(node, end - before);
    return range;
  };
}
