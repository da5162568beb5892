import { type GraphLayout, layoutBounds } from '../../../app/link/graph-layout.ts';
import type { GraphTransform } from './graph-picture.ts';

/** A canvas, in pixels of the page. */
interface CanvasSize {
  readonly width: number;
  readonly height: number;
}

/** Between the smallest and the largest scale. */
const scales = { least: 0.02, most: 6 };
/** All of a small graph is not shown larger than this. */
const fitsAtMost = 1.4;
/** Around what is shown as a whole; labels stand at the right of points. */
const margins = { left: 40, top: 44, labels: 190, bottom: 30 };

/** What shows all of a layout. */
export function fitted(layout: GraphLayout, size: CanvasSize): GraphTransform {
  const { left, top, right, bottom } = layoutBounds(layout);
  const labels = Math.min(margins.labels, size.width * 0.28);
  const width = Math.max(40, size.width - margins.left - labels);
  const height = Math.max(40, size.height - margins.top - margins.bottom);
  const scale = Math.min(
    fitsAtMost,
    width / Math.max(1, right - left),
    height / Math.max(1, bottom - top),
  );
  return {
    scale,
    x: margins.left + (width - (right - left) * scale) / 2 - left * scale,
    y: margins.top + (height - (bottom - top) * scale) / 2 - top * scale,
  };
}

/** The same, zoomed about a place of the canvas, which stays where it is. */
export function zoomed(
  before: GraphTransform,
  factor: number,
  { x, y }: { readonly x: number; readonly y: number },
): GraphTransform {
  const scale = Math.min(scales.most, Math.max(scales.least, before.scale * factor));
  const share = scale / before.scale;
  return { scale, x: x - (x - before.x) * share, y: y - (y - before.y) * share };
}

/** How far to move so that a place of the canvas is in sight, with some room around it; no more than that. */
export function revealing(
  { x, y }: { readonly x: number; readonly y: number },
  { width, height }: CanvasSize,
): readonly [dx: number, dy: number] {
  return [inside(x, 60, width - 160), inside(y, 50, height - 50)];
}

/** How far to move so that a place is between two limits. */
function inside(value: number, least: number, most: number): number {
  if (value < least) return least - value;
  return value > most ? most - value : 0;
}
