import { roughWidth } from '../../../app/link/choose-labels.ts';
import type { Graph } from '../../../app/link/graph.ts';
import type { GraphLayout, GraphLayoutKind } from '../../../app/link/graph-layout.ts';
import { edgeBends, nodeLabel, nodeRadius } from '../../../app/link/graph-shapes.ts';
import { type GraphColors, labelOrder, labelSize } from '../../../app/link/graph-svg.ts';

/** What a graph is drawn on. */
export type Canvas2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** How far what is not in question steps back. */
export const faded = 0.16;
/** Below this scale points shrink with the layout. */
const shrinksBelow = 0.7;

/** What is seen of a layout: a point of it is drawn at `scale` times its place, plus the shift, in pixels of the page. */
export interface GraphTransform {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** What belongs to a graph as long as it is the same one, worked out once. */
export interface GraphFigures {
  readonly graph: Graph;
  readonly radii: Float64Array;
  readonly bends: Float32Array;
  readonly labels: readonly string[];
  /** Width of each label in pixels. */
  readonly widths: Float64Array;
  /** What is named first. */
  readonly order: readonly number[];
}

/** One picture of a graph. */
export interface GraphPicture {
  readonly figures: GraphFigures;
  readonly layout: GraphLayout;
  readonly transform: GraphTransform;
  readonly colors: GraphColors;
  readonly width: number;
  readonly height: number;
  /** The point whose lines stand out, the others stepping back; `null`: all are alike. */
  readonly centre: number | null;
  /** The point with the keyboard's ring. */
  readonly active: number | null;
  /** Being moved or zoomed: what is costly and small is left out until it rests. */
  readonly isMoving: boolean;
}

/** A point as it is seen, in pixels of the page. */
export interface SeenPoint {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Where a point of a picture is seen, and how large. */
export function seen({ layout, transform, figures }: GraphPicture, place: number): SeenPoint {
  const { scale, x, y } = transform;
  return {
    x: (layout.points[place * 2] ?? 0) * scale + x,
    y: (layout.points[place * 2 + 1] ?? 0) * scale + y,
    radius: (figures.radii[place] ?? 5) * nodeScale(scale),
  };
}

/** How large points are drawn at a scale: they do not grow as fast as the distances. */
export function nodeScale(scale: number): number {
  return scale < shrinksBelow
    ? Math.max(0.3, scale / shrinksBelow)
    : Math.min(1.35, Math.sqrt(scale / shrinksBelow));
}

/** What belongs to a graph in a layout of a kind. O(points and lines). */
export function figuresOf(graph: Graph, kind: GraphLayoutKind): GraphFigures {
  const labels = graph.nodes.map((node) => nodeLabel(node));
  return {
    graph,
    radii: Float64Array.from(graph.edgesAt, (edges) => nodeRadius(edges.length)),
    bends: edgeBends(graph, kind),
    labels,
    widths: Float64Array.from(labels, (label) => roughWidth(label, labelSize)),
    order: labelOrder(graph),
  };
}
