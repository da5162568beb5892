import type { Segment } from '../../app/annotation/segments.ts';
import type { AnnotationId } from '../../app/record/ids.ts';
import { type LayerColor, layerColor, type ReaderSpan } from './reader-span.ts';

/** How many underlines are drawn over each other at most; how many tints are mixed. */
const laneCount = 4;
const tintCount = 3;
const tintNames = ['--a', '--b', '--c'] as const;

/** The class and the custom properties that give a segment its tint and underlines; `reader.css` does the rest. */
export interface SegmentLook {
  readonly class: string;
  readonly style: string;
}

/**
 * The looks of a block's segments. Tints: the distinct colours of the innermost annotations, mixed. Underlines: each
 * annotation keeps one of four lanes throughout the block, so its line does not jump where others begin and end; one
 * that finds no lane free at its start is underlined wherever a lane is. `spans` are the block's, in the order of
 * `compareSpans`. Costs O(spans + ids of the segments).
 */
export function segmentLooks(
  spans: readonly ReaderSpan[],
  segments: readonly Segment<AnnotationId>[],
): readonly SegmentLook[] {
  const colors = new Map(spans.map((span) => [span.id, layerColor(span)]));
  const lanes = lanesOf(spans);
  return segments.map((segment) => {
    const lines = underlines(segment.ids, lanes);
    const tints = innermostColors(segment.ids, colors);
    const style = [
      ...tints.map((color, index) => `${tintNames[index]}:${tint(color)}`),
      ...lines.flatMap((id, lane) =>
        id === undefined ? [] : [`--l${lane + 1}:${underline(colors.get(id) ?? 0)}`],
      ),
    ].join(';');
    const deep = segment.ids.length > laneCount ? ' reader-deep' : '';
    return {
      class: `reader-mark reader-mix-${tints.length} reader-lanes-${lines.length}${deep}`,
      style,
    };
  });
}

/** The custom property of a highlight's tint. Colours 1 to 8 come from the theme, the neutral one from `reader.css`. */
function tint(color: LayerColor): string {
  return color === 0 ? 'var(--reader-neutral-tint)' : `var(--t${color})`;
}

/** The custom property of a highlight's underline, which is also its dot's in the gutter. */
export function underline(color: LayerColor): string {
  return color === 0 ? 'var(--reader-neutral-line)' : `var(--u${color})`;
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
