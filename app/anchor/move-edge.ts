import type { Block } from '../record/text.ts';
import { isBareSpace, isGraphemeBoundary, nextGrapheme, previousGrapheme } from './graphemes.ts';
import { segmenterFor } from './segmenter.ts';
import { sentencesOf } from './sentence-at.ts';
import { type TextRange, textRange } from './text-range.ts';

/** One of the two ends of a passage. */
export type Edge = 'start' | 'end';

/** How far an edge goes at a time. A character is a letter as people count it: a grapheme cluster. */
export type EdgeUnit = 'character' | 'word' | 'sentence';

/** The text whose passages are changed, with what is known of its language (BCP 47). */
export interface EdgeText {
  readonly text: string;
  readonly blocks: readonly Pick<Block, 'start' | 'end'>[];
  readonly language?: string | null;
}

/**
 * The passage with one edge at its next (1) or previous (-1) stop (rule A12); the same one where there is none: at the
 * text's ends, and where nothing would be left. Costs the length of the blocks it goes through.
 */
export function moveEdge(
  of: EdgeText,
  range: TextRange,
  edge: Edge,
  unit: EdgeUnit,
  direction: 1 | -1,
): TextRange {
  return moved(range, edge, stopFrom(of, range[edge], edge, unit, direction));
}

/**
 * The passage with one edge at the stop that is nearest to an offset (rule A12), of two the earlier one; never beyond the
 * last one that leaves something of the passage.
 */
export function placeEdge(
  of: EdgeText,
  range: TextRange,
  edge: Edge,
  unit: EdgeUnit,
  offset: number,
): TextRange {
  const other = edge === 'start' ? range.end : range.start;
  const wanted = edge === 'start' ? Math.min(offset, other - 1) : Math.max(offset, other + 1);
  const before = stopFrom(of, wanted + 1, edge, unit, -1);
  const after = stopFrom(of, wanted - 1, edge, unit, 1);
  const stops = [before, after].filter(
    (stop) => stop !== null && (edge === 'start' ? stop < other : stop > other),
  );
  const nearest = stops.sort((left, right) => distance(left, wanted) - distance(right, wanted))[0];
  return moved(range, edge, nearest ?? null);
}

function distance(stop: number | null, wanted: number): number {
  return stop === null ? Number.POSITIVE_INFINITY : Math.abs(stop - wanted);
}

function moved(range: TextRange, edge: Edge, stop: number | null): TextRange {
  if (stop === null) return range;
  const next = edge === 'start' ? textRange(stop, range.end) : textRange(range.start, stop);
  return next.start < next.end ? next : range;
}

/** The first stop after an offset, or the last one before it. */
function stopFrom(
  of: EdgeText,
  offset: number,
  edge: Edge,
  unit: EdgeUnit,
  direction: 1 | -1,
): number | null {
  const isBeyond = (stop: number): boolean => (direction === 1 ? stop > offset : stop < offset);
  let index = blockAt(of.blocks, offset);
  for (let block = of.blocks[index]; block !== undefined; block = of.blocks[index]) {
    for (const stop of stopsOf(of, block, offset, edge, unit, direction)) {
      if (isBeyond(stop) && isGraphemeBoundary(of.text, stop)) return stop;
    }
    index += direction;
  }
  return null;
}

/** The stops of a block from an offset on in one direction, and perhaps some before it. */
function stopsOf(
  of: EdgeText,
  block: Pick<Block, 'start' | 'end'>,
  offset: number,
  edge: Edge,
  unit: EdgeUnit,
  direction: 1 | -1,
): Iterable<number> {
  const from = Math.min(Math.max(offset, block.start), block.end);
  switch (unit) {
    case 'character':
      return characterStops(of.text, block, from, edge, direction);
    case 'word':
      return wordStops(of, block, from, edge, direction);
    case 'sentence': {
      const stops = [...sentencesOf(of.text, block, of.language)].map((range) => range[edge]);
      return direction === 1 ? stops : stops.reverse();
    }
  }
}

/** Between any two letters, but not where white space would stand at the passage's end. */
function* characterStops(
  text: string,
  block: Pick<Block, 'start' | 'end'>,
  from: number,
  edge: Edge,
  direction: 1 | -1,
): Generator<number> {
  const isStop = (at: number): boolean => {
    const letter = edge === 'start' ? at : at - 1;
    return letter >= block.start && letter < block.end && !isBareSpace(text, letter);
  };
  let at = isGraphemeBoundary(text, from) ? from : previousGrapheme(text, from);
  while (at >= block.start && at <= block.end) {
    if (isStop(at)) yield at;
    const next = direction === 1 ? nextGrapheme(text, at) : previousGrapheme(text, at);
    if (next === at) return;
    at = next;
  }
}

/** The starts or ends of words, and the block's own: what stands outside its words can be taken in, too. */
function* wordStops(
  { text, language }: EdgeText,
  block: Pick<Block, 'start' | 'end'>,
  from: number,
  edge: Edge,
  direction: 1 | -1,
): Generator<number> {
  if (direction === -1 && edge === 'end') yield block.end;
  if (direction === 1 && edge === 'start') yield block.start;
  const words = segmenterFor('word', language).segment(text.slice(block.start, block.end));
  // The word that the offset is in is looked at too: its end may lie ahead. So is the one before it.
  let word = words.containing(Math.max(0, Math.min(from, block.end - 1) - block.start));
  while (word !== undefined) {
    const end = word.index + word.segment.length;
    if (word.isWordLike === true) yield block.start + (edge === 'start' ? word.index : end);
    word = words.containing(direction === 1 ? end : word.index - 1);
  }
  if (direction === 1 && edge === 'end') yield block.end;
  if (direction === -1 && edge === 'start') yield block.start;
}

/** The index of the block that holds an offset; of one at a line feed, the block before it. */
function blockAt(blocks: EdgeText['blocks'], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
