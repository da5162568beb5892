import type { TextOffset } from '../../app/base/brand.ts';
import type { AnnotationId } from '../../app/record/ids.ts';
import type { TagColor } from '../../app/record/records.ts';

/** One annotation as the reader draws it. Only what is anchored in the revision on show may be given to the reader. */
export interface ReaderSpan {
  readonly id: AnnotationId;
  readonly start: TextOffset;
  readonly end: TextOffset;
  /** Of its tags, in their order: the first colours the highlight, all of them the gutter. Empty: a neutral tint. */
  readonly colors: readonly TagColor[];
  /** Its number and tags, as a screen reader says them where it begins: `3:10 figure`. Absent: nothing is said. */
  readonly name?: string;
}

/** A palette colour, or 0 for the neutral tint of an annotation without tags. */
export type LayerColor = TagColor | 0;

/** The colour of a span's highlight. */
export function layerColor(span: ReaderSpan): LayerColor {
  return span.colors[0] ?? 0;
}

/** Whether two states of an annotation look the same and stand in the same place. */
export function sameSpan(left: ReaderSpan, right: ReaderSpan): boolean {
  return (
    left === right ||
    (left.id === right.id &&
      left.start === right.start &&
      left.end === right.end &&
      left.name === right.name &&
      left.colors.length === right.colors.length &&
      left.colors.every((color, index) => color === right.colors[index]))
  );
}
