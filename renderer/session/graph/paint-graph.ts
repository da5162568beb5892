import { chooseLabels, type PlacedLabel } from '../../../app/link/choose-labels.ts';
import type { Graph, GraphEdge } from '../../../app/link/graph.ts';
import type { GraphLayout } from '../../../app/link/graph-layout.ts';
import {
  arrowHead,
  curveMiddle,
  edgeCurve,
  hasArrow,
  relationDashes,
  relationWidth,
} from '../../../app/link/graph-shapes.ts';
import { type GraphColors, labelSize, relationColor } from '../../../app/link/graph-svg.ts';

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

type Canvas2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

const graphFont = `${labelSize}px "Inter Variable", system-ui, sans-serif`;
const headingFont = '600 12px "Inter Variable", system-ui, sans-serif';
/** Lines drawn as one path: the cost of a path grows faster than its length. */
const batch = 250;
/** More lines than these are plain while they move: straight, unbroken, without heads. */
const mostMoving = 800;
/** More lines than these are a pixel wide and step back behind the points: what is drawn broader costs ten times as much. */
const mostBroad = 1_200;
const mostLabels = 260;
const labelHeight = 15;
/** Where points stand close, a label needs so much of the view, in square pixels. */
const labelArea = 5_000;
/** How far what is not in question steps back. */
const faded = 0.16;
/** Below this scale points shrink with the layout. */
const shrinksBelow = 0.7;

/** Draws a picture over all of a canvas whose unit is a pixel of the page. Cost: what is in view. */
export function paintGraph(context: Canvas2D, picture: GraphPicture): void {
  const { colors, width, height, centre, figures } = picture;
  context.fillStyle = colors.paper;
  context.fillRect(0, 0, width, height);
  paintGuides(context, picture);
  const { graph } = figures;
  const inQuestion = new Set(centre === null ? [] : graph.edgesAt[centre]);
  const near = new Set<number>();
  for (const index of inQuestion) {
    const edge = graph.edges[index];
    if (edge !== undefined) near.add(edge.from).add(edge.to);
  }
  if (centre !== null) near.add(centre);
  const seenThrough = Math.max(0.18, Math.min(1, mostBroad / graph.edges.length));
  context.globalAlpha = seenThrough * (centre === null ? 1 : faded);
  paintEdges(context, picture, (index) => !inQuestion.has(index), graph.edges.length > mostBroad);
  context.globalAlpha = 1;
  if (centre !== null) {
    paintEdges(context, picture, (index) => inQuestion.has(index), inQuestion.size > mostBroad);
  }
  paintNodes(context, picture, centre === null ? null : near);
  const labels = placeLabels(picture, centre === null ? null : near);
  if (centre !== null && !picture.isMoving) paintRelations(context, picture, inQuestion, labels);
  paintLabels(context, picture, centre === null ? null : near, labels);
}

interface SeenPoint {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

function seen({ layout, transform, figures }: GraphPicture, place: number): SeenPoint {
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

function paintGuides(context: Canvas2D, picture: GraphPicture): void {
  const { layout, transform, colors, width } = picture;
  const { scale } = transform;
  context.font = headingFont;
  context.textBaseline = 'alphabetic';
  let freeFrom = Number.NEGATIVE_INFINITY;
  for (const guide of layout.guides) {
    const x = guide.x * scale + transform.x;
    if (guide.kind === 'heading') {
      const y = guide.y * scale + transform.y;
      context.fillStyle = colors.soft;
      // Headings of lanes stay in sight when their beginning is not.
      const stays = layout.guides.some(({ kind }) => kind === 'mark');
      const left = stays ? Math.max(8, x) : x;
      if (!stays && left < freeFrom) continue;
      context.fillText(guide.text, left, y);
      if (!stays) freeFrom = left + context.measureText(guide.text).width + 12;
      continue;
    }
    if (x < -60 || x > width + 60) continue;
    const [top, bottom] = [guide.top * scale + transform.y, guide.bottom * scale + transform.y];
    context.strokeStyle = colors.line;
    context.globalAlpha = 0.5;
    context.lineWidth = 1;
    context.setLineDash([]);
    context.beginPath();
    context.moveTo(Math.round(x) + 0.5, top);
    context.lineTo(Math.round(x) + 0.5, bottom);
    context.stroke();
    context.globalAlpha = 1;
    const half = context.measureText(guide.text).width / 2;
    if (x - half < freeFrom) continue;
    freeFrom = x + half + 10;
    context.fillStyle = colors.soft;
    context.textAlign = 'center';
    context.fillText(guide.text, x, Math.max(16, top - 6));
    context.textAlign = 'start';
  }
}

/** Lines of one look are one path, in pieces. */
function paintEdges(
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

function curveOf(picture: GraphPicture, index: number): ReturnType<typeof edgeCurve> | null {
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

function paintNodes(
  context: Canvas2D,
  picture: GraphPicture,
  near: ReadonlySet<number> | null,
): void {
  const { figures, colors, width, height, active } = picture;
  context.setLineDash([]);
  for (const [place, node] of figures.graph.nodes.entries()) {
    const { x, y, radius } = seen(picture, place);
    if (x < -radius || x > width + radius || y < -radius || y > height + radius) continue;
    context.globalAlpha = near === null || near.has(place) ? 1 : faded * 1.6;
    context.beginPath();
    if (node.kind === 'article') {
      const side = radius * 1.8;
      context.rect(x - side / 2, y - side / 2, side, side);
      context.fillStyle = colors.soft;
      context.strokeStyle = colors.paper;
      context.lineWidth = 1;
    } else if (node.kind === 'claim') {
      const reach = radius * 1.3;
      context.moveTo(x, y - reach);
      context.lineTo(x + reach, y);
      context.lineTo(x, y + reach);
      context.lineTo(x - reach, y);
      context.closePath();
      context.fillStyle = colors.rubric;
      context.strokeStyle = colors.paper;
      context.lineWidth = 1;
    } else {
      context.arc(x, y, radius, 0, Math.PI * 2);
      context.fillStyle = colors.tints[node.color ?? 0] ?? colors.paper;
      context.strokeStyle = colors.tones[node.color ?? 0] ?? colors.ink;
      context.lineWidth = 1.5;
    }
    context.fill();
    context.stroke();
    if (place !== active) continue;
    context.globalAlpha = 1;
    context.beginPath();
    context.arc(x, y, radius * 1.3 + 4, 0, Math.PI * 2);
    context.strokeStyle = colors.focus;
    context.lineWidth = 2.5;
    context.stroke();
  }
  context.globalAlpha = 1;
}

/** More lines of one point are not named: the list beside the drawing names them. */
const mostRelations = 24;

/** What the lines of the point in question say, at their middles, where there is room between the labels. */
function paintRelations(
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
function placeLabels(
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

function paintLabels(
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
