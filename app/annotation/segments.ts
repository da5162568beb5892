import type { TextOffset } from '../base/brand.ts';
import type { Block } from '../record/text.ts';

/** What is swept: a half-open range of the canonical text with the id of the annotation it belongs to. */
export interface Span<Id extends string = string> {
  readonly id: Id;
  readonly start: TextOffset;
  readonly end: TextOffset;
}

/** A part of one block over which exactly the annotations `ids` lie: never none, outermost first. */
export interface Segment<Id extends string = string> {
  readonly start: TextOffset;
  readonly end: TextOffset;
  readonly ids: readonly Id[];
}

/** The order of spans everywhere: by start, of two that start together the longer first, then by id. Total. */
export function compareSpans(left: Span, right: Span): number {
  return (
    left.start - right.start ||
    right.end - left.end ||
    (left.id < right.id ? -1 : Number(left.id > right.id))
  );
}

/**
 * Sweeps overlapping spans into disjoint segments (rule A4): one list per block, in the blocks' order, each in the order
 * of the text. Line feeds between blocks and spans that are empty give nothing. Ids must be unique; the spans may be in
 * any order and are left as they are. Costs O((n + output) log n), output counting the ids.
 */
export function sweepSegments<Id extends string>(
  blocks: readonly Block[],
  spans: readonly Span<Id>[],
): readonly (readonly Segment<Id>[])[] {
  const sorted = spans.toSorted(compareSpans);
  let next = 0;
  // The spans that begin before the end of the block at hand and may reach into it or beyond: each that is carried
  // over is in the output of the block it is carried into, so filtering them anew is paid for by the output.
  let open: Span<Id>[] = [];
  return blocks.map((block) => {
    open = open.filter((span) => span.end > block.start);
    for (let span = sorted[next]; span && span.start < block.end; span = sorted[next]) {
      next += 1;
      if (span.end > block.start) {
        open.push(span);
      }
    }
    return sweepBlock(block, open);
  });
}

/**
 * The segments of one block. `spans` must be in the order of `compareSpans`; those that do not reach into the block are
 * passed over. Costs O((k + output) log k) for k spans.
 */
export function sweepBlock<Id extends string>(
  block: Pick<Block, 'start' | 'end'>,
  spans: readonly Span<Id>[],
): readonly Segment<Id>[] {
  const inBlock = spans.filter(
    (span) => span.start < span.end && span.start < block.end && span.end > block.start,
  );
  const segments: Segment<Id>[] = [];
  let active: Span<Id>[] = [];
  let next = 0;
  let previous = block.start;
  for (const boundary of boundariesOf(block, inBlock)) {
    if (active.length > 0) {
      segments.push({ start: previous, end: boundary, ids: active.map((span) => span.id) });
      active = active.filter((span) => span.end > boundary);
    }
    // What starts later sorts later, so appending keeps the order.
    for (let span = inBlock[next]; span && span.start <= boundary; span = inBlock[next]) {
      next += 1;
      active.push(span);
    }
    previous = boundary;
  }
  return segments;
}

/** Where the set of annotations changes in the block, each place once, in order. */
function boundariesOf(block: Pick<Block, 'start' | 'end'>, spans: readonly Span[]): TextOffset[] {
  const places = new Set<TextOffset>();
  for (const span of spans) {
    places.add(span.start < block.start ? block.start : span.start);
    places.add(span.end > block.end ? block.end : span.end);
  }
  return [...places].sort((left, right) => left - right);
}
