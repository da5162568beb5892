import type { GraphEdge } from '../../../app/link/graph.ts';
import {
  arrowHead,
  edgeCurve,
  hasArrow,
  relationDashes,
  relationWidth,
} from '../../../app/link/graph-shapes.ts';
import { relationColor } from '../../../app/link/graph-svg.ts';
import { type Canvas2D, type GraphPicture, seen } from './graph-picture.ts';

/** Lines drawn as one path: the cost of a path grows faster than its length. */
const batch = 250;
/** More lines than these are plain while they move: straight, unbroken, without heads. */
const mostMoving = 800;

/** Draws the lines that are wanted; those of one look are one path, in pieces. `isThin`: each a pixel wide. */
export function paintEdges(
  context: Canvas2D,
  picture: GraphPicture,
  isWanted: (index: number) => boolean,
  isThin: boolean,
): void {
  const { figures, colors, width, height, isMoving, transform } = picture;
  const { edges } = figures.graph;
  const isSimple = isMoving && edges.length > mostMoving;
  const looks = new Map<string, number[]>();
  for (const [index, edge] of edges.entries()) {
    if (!isWanted(index)) continue;
    const from = seen(picture, edge.from);
    const to = seen(picture, edge.to);
    // A curve bends out by less than its length.
    if (Math.max(from.x, to.x) < -40 || Math.min(from.x, to.x) > width + 40) continue;
    if (Math.max(from.y, to.y) < -40 || Math.min(from.y, to.y) > height + 40) continue;
    const key = `${edge.relation.key} ${Math.round(relationWidth(edge) * 2)}`;
    const list = looks.get(key);
    if (list === undefined) looks.set(key, [index]);
    else list.push(index);
  }
  const thin = Math.min(1, Math.max(0.45, transform.scale));
  for (const indexes of looks.values()) {
    const sample = edges[indexes[0] ?? 0];
    if (sample === undefined) continue;
    const color = relationColor(sample.relation, colors);
    const broad = isThin ? 1 : relationWidth(sample) * thin;
    const isDouble =
      !isThin && sample.relation.kind === 'link' && sample.relation.line === 'double';
    for (let begin = 0; begin < indexes.length; begin += batch) {
      const part = indexes.slice(begin, begin + batch);
      context.strokeStyle = color;
      context.lineWidth = isDouble ? broad + 2.5 : broad;
      context.setLineDash(isSimple ? [] : [...relationDashes(sample.relation)]);
      context.beginPath();
      for (const index of part) trace(context, picture, index, isSimple);
      context.stroke();
      if (isDouble && !isSimple) {
        context.strokeStyle = colors.paper;
        context.lineWidth = 1.5;
        context.stroke();
      }
      if (isSimple || !hasArrow(sample) || transform.scale < 0.25) continue;
      context.fillStyle = color;
      context.beginPath();
      for (const index of part) traceArrow(context, picture, index, 8 * Math.min(1, thin + 0.2));
      context.fill();
    }
  }
  context.setLineDash([]);
}

/** The curve of a line as it is seen; `null`: there is no such line. */
export function curveOf(picture: GraphPicture, index: number): ReturnType<typeof edgeCurve> | null {
  const edge: GraphEdge | undefined = picture.figures.graph.edges[index];
  if (edge === undefined) return null;
  const bend = picture.figures.bends[index] ?? 0;
  return edgeCurve(seen(picture, edge.from), seen(picture, edge.to), bend);
}

function trace(context: Canvas2D, picture: GraphPicture, index: number, isStraight: boolean): void {
  const curve = curveOf(picture, index);
  if (curve === null) return;
  context.moveTo(curve.x1, curve.y1);
  if (isStraight || picture.figures.bends[index] === 0) context.lineTo(curve.x2, curve.y2);
  else context.quadraticCurveTo(curve.middleX, curve.middleY, curve.x2, curve.y2);
}

function traceArrow(context: Canvas2D, picture: GraphPicture, index: number, size: number): void {
  const curve = curveOf(picture, index);
  if (curve === null) return;
  const [tipX, tipY, leftX, leftY, rightX, rightY] = arrowHead(curve, size);
  context.moveTo(tipX, tipY);
  context.lineTo(leftX, leftY);
  context.lineTo(rightX, rightY);
  context.closePath();
}
