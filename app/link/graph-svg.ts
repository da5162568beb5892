import type { Stance } from '../record/records.ts';
import { chooseLabels, roughWidth } from './choose-labels.ts';
import {
  type Graph,
  type GraphEdge,
  type GraphNode,
  type GraphRelation,
  relationWords,
} from './graph.ts';
import {
  type GraphLayout,
  type GraphLayoutKind,
  type LayoutBounds,
  layoutBounds,
} from './graph-layout.ts';
import {
  arrowHead,
  edgeBends,
  edgeCurve,
  hasArrow,
  nodeLabel,
  nodeRadius,
  relationDashes,
  relationWidth,
} from './graph-shapes.ts';

/** Colours of a drawing, in any form that CSS takes. */
export interface GraphColors {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly rubric: string;
  readonly focus: string;
  /** By colour of a tag, with that of no tag first. */
  readonly tints: readonly string[];
  readonly tones: readonly string[];
  readonly stances: Readonly<Record<Stance, string>>;
}

/** Size of labels, in the units of the layout. */
export const labelSize = 11;
const typeface = 'Inter, "Inter Variable", system-ui, sans-serif';
const margin = 40;
/** For the labels of what stands at the right. */
const labelRoom = 220;

/** The colour of a line. */
export function relationColor(relation: GraphRelation, colors: GraphColors): string {
  switch (relation.kind) {
    case 'link':
      return relation.color === null ? colors.soft : (colors.tones[relation.color] ?? colors.soft);
    case 'evidence':
      return colors.stances[relation.key];
    case 'part':
      return colors.line;
  }
}

/** What a whole drawing covers: its layout, with margins and room for the labels at the right. */
export function drawingBounds(layout: GraphLayout): LayoutBounds {
  const { left, top, right, bottom } = layoutBounds(layout);
  return {
    left: left - margin,
    top: top - margin,
    right: right + margin + labelRoom,
    bottom: bottom + margin,
  };
}

/**
 * A laid out graph as an SVG 1.1 document: all of it, with the labels that have room, each point and line with its name as
 * `title`. Texts are texts. Signs that XML can't have are left out.
 */
export function graphSvg(
  graph: Graph,
  layout: GraphLayout,
  kind: GraphLayoutKind,
  colors: GraphColors,
  title: string,
): string {
  const { left, top, right, bottom } = drawingBounds(layout);
  const [width, height] = [right - left, bottom - top];
  const bends = edgeBends(graph, kind);
  const ends = graph.nodes.map((_, place) => pointOf(graph, layout, place));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${short(width)}" height="${short(height)}" viewBox="${[left, top, width, height].map(short).join(' ')}">`,
    `<title>${escaped(title)}</title>`,
    `<rect x="${short(left)}" y="${short(top)}" width="${short(width)}" height="${short(height)}" fill="${colors.paper}"/>`,
    ...guideParts(layout, colors),
    '<g fill="none">',
    ...graph.edges.map((edge, index) => edgePart(graph, edge, ends, bends[index] ?? 0, colors)),
    '</g>',
    '<g>',
    ...graph.nodes.map((node, place) => nodePart(node, ends[place], colors)),
    '</g>',
    `<g font-family='${typeface}' font-size="${labelSize}" fill="${colors.ink}" stroke="${colors.paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">`,
    ...labelParts(graph, ends, { left, top, width, height }),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

interface PlacedPoint {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

function pointOf(graph: Graph, { points }: GraphLayout, place: number): PlacedPoint {
  return {
    x: points[place * 2] ?? 0,
    y: points[place * 2 + 1] ?? 0,
    radius: nodeRadius(graph.edgesAt[place]?.length ?? 0),
  };
}

function guideParts({ guides }: GraphLayout, colors: GraphColors): readonly string[] {
  return guides.map((guide) => {
    const style = `font-family='${typeface}' font-size="12" fill="${colors.soft}"`;
    if (guide.kind === 'heading') {
      return `<text x="${short(guide.x)}" y="${short(guide.y)}" font-weight="600" ${style}>${escaped(guide.text)}</text>`;
    }
    const [x, top, bottom] = [guide.x, guide.top, guide.bottom].map(short);
    return `<line x1="${x}" y1="${top}" x2="${x}" y2="${bottom}" stroke="${colors.line}"/><text x="${x}" y="${short(guide.top - 6)}" text-anchor="middle" ${style}>${escaped(guide.text)}</text>`;
  });
}

function edgePart(
  graph: Graph,
  edge: GraphEdge,
  ends: readonly PlacedPoint[],
  bend: number,
  colors: GraphColors,
): string {
  const [from, to] = [ends[edge.from], ends[edge.to]];
  if (from === undefined || to === undefined) return '';
  const curve = edgeCurve(from, to, bend);
  const color = relationColor(edge.relation, colors);
  const width = relationWidth(edge);
  const dashes = relationDashes(edge.relation);
  const path = `M${short(curve.x1)} ${short(curve.y1)}Q${short(curve.middleX)} ${short(curve.middleY)} ${short(curve.x2)} ${short(curve.y2)}`;
  const dash = dashes.length === 0 ? '' : ` stroke-dasharray="${dashes.join(' ')}"`;
  const isDouble = edge.relation.kind === 'link' && edge.relation.line === 'double';
  const name = [
    graph.nodes[edge.from]?.sign ?? '',
    relationWords(edge, edge.from),
    graph.nodes[edge.to]?.sign ?? '',
    ...(edge.count > 1 ? [`(${edge.count})`] : []),
  ].join(' ');
  const arrow = hasArrow(edge) ? arrowHead(curve, 8).map(short) : null;
  return [
    `<g><title>${escaped(name)}</title>`,
    `<path d="${path}" stroke="${color}" stroke-width="${short(isDouble ? width + 2.5 : width)}"${dash}/>`,
    ...(isDouble ? [`<path d="${path}" stroke="${colors.paper}" stroke-width="1.5"/>`] : []),
    ...(arrow === null ? [] : [`<polygon points="${arrow.join(' ')}" fill="${color}"/>`]),
    '</g>',
  ].join('');
}

function nodePart(node: GraphNode, point: PlacedPoint | undefined, colors: GraphColors): string {
  if (point === undefined) return '';
  const name = `<title>${escaped(`${node.sign} ${node.text}${node.outlet === null ? '' : ` (${node.outlet})`}`)}</title>`;
  const [x, y, radius] = [point.x, point.y, point.radius];
  switch (node.kind) {
    case 'article': {
      const side = radius * 1.8;
      return `<rect x="${short(x - side / 2)}" y="${short(y - side / 2)}" width="${short(side)}" height="${short(side)}" rx="2" fill="${colors.soft}" stroke="${colors.paper}">${name}</rect>`;
    }
    case 'annotation': {
      const color = node.color ?? 0;
      return `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}" fill="${colors.tints[color] ?? ''}" stroke="${colors.tones[color] ?? ''}" stroke-width="1.5">${name}</circle>`;
    }
    case 'claim': {
      const reach = radius * 1.3;
      const corners = [x, y - reach, x + reach, y, x, y + reach, x - reach, y].map(short);
      return `<polygon points="${corners.join(' ')}" fill="${colors.rubric}" stroke="${colors.paper}">${name}</polygon>`;
    }
  }
}

function labelParts(
  graph: Graph,
  ends: readonly PlacedPoint[],
  view: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  },
): readonly string[] {
  const labels = graph.nodes.map((node) => nodeLabel(node));
  const chosen = chooseLabels({
    order: labelOrder(graph),
    at: (place) => {
      const point = ends[place];
      return point === undefined
        ? [-1e9, 0, 0]
        : [point.x - view.left, point.y - view.top, point.radius];
    },
    width: (place) => roughWidth(labels[place] ?? '', labelSize),
    height: labelSize * 1.3,
    view,
    most: graph.nodes.length,
  });
  return chosen.map(
    ({ place, x, y }) =>
      `<text x="${short(x + view.left)}" y="${short(y + view.top + labelSize * 0.36)}">${escaped(labels[place] ?? '')}</text>`,
  );
}

/** In what order points are named: claims and articles before passages of as many lines, then by lines. O(n log n). */
export function labelOrder(graph: Graph): readonly number[] {
  const weights = graph.nodes.map(
    ({ kind }, place) => (graph.edgesAt[place]?.length ?? 0) + (kind === 'annotation' ? 0 : 0.5),
  );
  return graph.nodes
    .map((_, place) => place)
    .sort((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0) || one - other);
}

/** At most two decimals: a drawing of thousands of lines is no larger than it must be. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      // What XML 1.0 can't have.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
  );
}
