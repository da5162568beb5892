import type { Node } from 'prosemirror-model';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { type Segment, sweepBlock } from '../../app/annotation/segments.ts';
import type { AnnotationId } from '../../app/record/ids.ts';
import type { Block } from '../../app/record/text.ts';
import type { ReaderSpan } from './reader-span.ts';
import { readingOrderMarks } from './reading-order-marks.ts';
import { segmentClasses } from './segment-look.ts';

/** The annotations that are set off: the one the inspector shows, and the one that a link is being drawn from. */
export interface SetOff {
  readonly focus: AnnotationId | null;
  readonly pending: AnnotationId | null;
}

/**
 * What is drawn of the annotations of a block: one mark for each segment, with positions from the block's start. `spans`
 * are the block's, in the order of `compareSpans`. O((k + output) log k) for k spans.
 */
export function drawBlock(
  block: Block,
  node: Node,
  spans: readonly ReaderSpan[],
  setOff: SetOff,
): DecorationSet {
  const segments = sweepBlock(block, spans);
  const classes = segmentClasses(spans, segments);
  const byId = new Map(spans.map((span) => [span.id, span]));
  const decorations = segments.map((segment, index) =>
    Decoration.inline(segment.start - block.start, segment.end - block.start, {
      nodeName: 'mark',
      class: `${classes[index]}${setOffClasses(segments, index, setOff)}`,
      'data-annotations': segment.ids.join(' '),
      ...readingOrderMarks(segment, byId),
    }),
  );
  return DecorationSet.create(node, decorations);
}

function setOffClasses(
  segments: readonly Segment<AnnotationId>[],
  at: number,
  { focus, pending }: SetOff,
): string {
  return (
    frameClasses(segments, at, focus, ' reader-focus') +
    frameClasses(segments, at, pending, ' reader-pending')
  );
}

/** An annotation that others overlap is framed as one: only its first and last segment close the frame. */
function frameClasses(
  segments: readonly Segment<AnnotationId>[],
  at: number,
  id: AnnotationId | null,
  frame: string,
): string {
  const holds = (index: number): boolean =>
    id !== null && segments[index]?.ids.includes(id) === true;
  if (!holds(at)) {
    return '';
  }
  return frame + (holds(at - 1) ? '' : `${frame}-start`) + (holds(at + 1) ? '' : `${frame}-end`);
}
