import type { Segment } from '../../app/annotation/segments.ts';
import type { AnnotationId } from '../../app/record/ids.ts';
import { type LayerColor, layerColor, type ReaderSpan } from './reader-span.ts';

/** How many underlines are drawn over each other at most; how many tints are mixed. */
const laneCount = 4;
const tintCount = 3;
const tintNames = ['a', 'b', 'c'] as const;

/**
 * The classes of a block's segments, which `reader.css` and `palette.css` give a look. Tints: the distinct colours of the innermost annotations, mixed. Underlines: each
 * annotation keeps one of four lanes throughout the block, so its line does not jump where others begin and end; one
 * that finds no lane free at its start is underlined wherever a lane is. `spans` are the block's, in the order of
 * `compareSpans`. Costs O(spans + ids of the segments).
 */
export function segmentClasses(
  spans: readonly ReaderSpan[],
  segments: readonly Segment<AnnotationId>[],
): readonly string[] {
  const colors = new Map(spans.map((span) => [span.id, layerColor(span)]));
  const lanes = lanesOf(spans);
  return segments.map((segment) => {
    const lines = underlines(segment.ids, lanes);
    const tints = innermostColors(segment.ids, colors);
    return [
      `reader-mark reader-mix-${tints.length} reader-lanes-${lines.length}`,
      ...tints.map((color, index) => `reader-${tintNames[index]}${color}`),
      ...lines.flatMap((id, lane) =>
        id === undefined ? [] : [`reader-l${lane + 1}-${colors.get(id) ?? 0}`],
      ),
      ...(segment.ids.length > laneCount ? ['reader-deep'] : []),
    ].join(' ');
  });
}

/** The lane of each span that finds one free where it starts: the lowest. */
function lanesOf(spans: readonly ReaderSpan[]): ReadonlyMap<AnnotationId, number> {
  const ends = new Array<number>(laneCount).fill(0);
  const lanes = new Map<AnnotationId, number>();
  for (const span of spans) {
    const lane = ends.findIndex((end) => end <= span.start);
    if (lane >= 0) {
      ends[lane] = span.end;
      lanes.set(span.id, lane);
    }
  }
  return lanes;
}

/** The annotation in each lane of a segment, up to the highest lane in use. */
function underlines(
  ids: readonly AnnotationId[],
  lanes: ReadonlyMap<AnnotationId, number>,
): readonly (AnnotationId | undefined)[] {
  const lines: (AnnotationId | undefined)[] = [];
  const waiting: AnnotationId[] = [];
  for (const id of ids) {
    const lane = lanes.get(id);
    if (lane === undefined) {
      waiting.push(id);
    } else {
      lines[lane] = id;
    }
  }
  for (let lane = 0; lane < laneCount && waiting.length > 0; lane += 1) {
    lines[lane] ??= waiting.shift();
  }
  return Array.from(lines);
}

/** Up to three distinct colours, the outermost of them first. */
function innermostColors(
  ids: readonly AnnotationId[],
  colors: ReadonlyMap<AnnotationId, LayerColor>,
): readonly LayerColor[] {
  const found = new Set<LayerColor>();
  for (let index = ids.length - 1; index >= 0 && found.size < tintCount; index -= 1) {
    const id = ids[index];
    if (id !== undefined) {
      found.add(colors.get(id) ?? 0);
    }
  }
  return [...found].reverse();
}
