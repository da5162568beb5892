import { chooseLabels, type PlacedLabel } from '../../../app/link/choose-labels.ts';
import { curveMiddle } from '../../../app/link/graph-shapes.ts';
import { labelSize, relationColor } from '../../../app/link/graph-svg.ts';
import { type Canvas2D, type GraphPicture, seen } from './graph-picture.ts';
import { curveOf } from './paint-edges.ts';

const graphFont = `${labelSize}px "Inter Variable", system-ui, sans-serif`;
const mostLabels = 260;
const labelHeight = 15;
/** Where points stand close, a label needs so much of the view, in square pixels. */
const labelArea = 5_000;
/** More lines of one point are not named: the list beside the drawing names them. */
const mostRelations = 24;

/** What the lines of the point in question say, at their middles, where there is room between the labels. */
export function paintRelations(
  context: Canvas2D,
  picture: GraphPicture,
  indexes: ReadonlySet<number>,
  labels: readonly PlacedLabel[],
): void {
  if (indexes.size > mostRelations) return;
  const { figures, colors } = picture;
  context.font = graphFont;
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  for (const index of indexes) {
    const edge = figures.graph.edges[index];
    const curve = curveOf(picture, index);
    if (edge === undefined || curve === null || edge.relation.kind === 'part') continue;
    const length = Math.hypot(curve.x2 - curve.x1, curve.y2 - curve.y1);
    const name = edge.relation.kind === 'link' ? edge.relation.name : edge.relation.key;
    const text = edge.count > 1 ? `${name} ×${edge.count}` : name;
    const { width } = context.measureText(text);
    if (width > length - 12) continue;
    const [x, y] = curveMiddle(curve);
    const isTaken = labels.some(
      (label) =>
        Math.abs(label.y - y) < labelHeight &&
        label.x < x + width / 2 &&
        label.x + (figures.widths[label.place] ?? 0) > x - width / 2,
    );
    if (isTaken) continue;
    framedText(context, text, x, y, colors.paper, relationColor(edge.relation, colors));
  }
  context.textAlign = 'start';
}

/** The labels that have room. Those of the point in question and of what is near it come first, then they alone stand out. */
export function placeLabels(
  picture: GraphPicture,
  near: ReadonlySet<number> | null,
): readonly PlacedLabel[] {
  const { figures, width, height, centre } = picture;
  const first = near === null || centre === null ? [] : [centre, ...near];
  return chooseLabels({
    order: near === null ? figures.order : new Set([...first, ...figures.order]),
    at: (place) => {
      const { x, y, radius } = seen(picture, place);
      return [x, y, radius];
    },
    width: (place) => figures.widths[place] ?? 0,
    height: labelHeight,
    view: { width, height },
    most: Math.min(
      picture.isMoving ? mostLabels / 3 : mostLabels,
      figures.graph.nodes.length > mostLabels ? (width * height) / labelArea : mostLabels,
    ),
  });
}

/** Draws labels; `near`: those that stand out. */
export function paintLabels(
  context: Canvas2D,
  { figures, colors }: GraphPicture,
  near: ReadonlySet<number> | null,
  labels: readonly PlacedLabel[],
): void {
  context.font = graphFont;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const { place, x, y } of labels) {
    const isNear = near === null || near.has(place);
    context.globalAlpha = isNear ? 1 : 0.35;
    framedText(context, figures.labels[place] ?? '', x, y, colors.paper, colors.ink);
  }
  context.globalAlpha = 1;
}

function framedText(
  context: Canvas2D,
  text: string,
  x: number,
  y: number,
  around: string,
  color: string,
): void {
  context.strokeStyle = around;
  context.lineWidth = 3;
  context.strokeText(text, x, y);
  context.fillStyle = color;
  context.fillText(text, x, y);
}
