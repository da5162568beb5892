import type { Edge } from '../../app/anchor/move-edge.ts';
import type { TextOffset } from '../../app/base/brand.ts';
import type { AnnotationId } from '../../app/record/ids.ts';
import type { ReaderSpan } from './reader-span.ts';

/** An annotation whose edges are being moved, as it would stand if they were kept now. */
export interface ReaderEdges {
  readonly id: AnnotationId;
  readonly start: TextOffset;
  readonly end: TextOffset;
  /** The one that keys move. */
  readonly edge: Edge;
}

/** What a reader tells of the handles at the edges of the annotation that is set off. */
export interface EdgeListener {
  /** A handle begins to be dragged. */
  onGrab(id: AnnotationId, edge: Edge): void;
  /** It is dragged; `exact`: by characters, Alt is held. */
  onDrag(offset: TextOffset, exact: boolean): void;
  onDrop(): void;
  /** The handle was pressed and not dragged: the text under it is meant. */
  onPress(offset: TextOffset | null): void;
  /** Escape, or the system took the pointer away. */
  onGiveUp(): void;
}

/** The annotations with the one whose edges are being moved as it would stand. O(spans), or nothing without edges. */
export function withEdges(
  spans: readonly ReaderSpan[],
  edges: ReaderEdges | null,
): readonly ReaderSpan[] {
  if (edges === null) return spans;
  const { id, start, end } = edges;
  return spans.map((span) => (span.id === id ? { ...span, start, end } : span));
}
