import type { Stance } from '../record/records.ts';
import type { Graph, GraphEdge, GraphNode, GraphRelation } from './graph.ts';
import type { GraphLayoutKind } from './graph-layout.ts';

/** A line as it is drawn: a quadratic curve between the rims of two points. Straight where the middle is between them. */
export interface EdgeCurve {
  readonly x1: number;
  readonly y1: number;
  readonly middleX: number;
  readonly middleY: number;
  readonly x2: number;
  readonly y2: number;
}

/** Radius of a point with so many lines, in the units of the layout: 5 to 11. */
export function nodeRadius(degree: number): number {
  return 5 + Math.min(6, Math.sqrt(degree) * 0.8);
}

/**
 * How far each line bends out, as a share of its length, so that the lines between two points lie beside each other: 0 for
 * the first in a layout by force, a little in the others, where straight lines would run through columns and lanes.
 */
export function edgeBends(graph: Graph, kind: GraphLayoutKind): Float32Array {
  const base = kind === 'force' ? 0 : 0.14;
  const bends = new Float32Array(graph.edges.length);
  const known = new Map<string, number>();
  for (const [index, { from, to }] of graph.edges.entries()) {
    const pair = from < to ? `${from} ${to}` : `${to} ${from}`;
    const before = known.get(pair) ?? 0;
    known.set(pair, before + 1);
    const side = before % 2 === 1 ? -1 : 1;
    const bend = base + side * Math.ceil(before / 2) * 0.2;
    // The same side for both directions: seen from the other end left is right.
    bends[index] = from < to ? bend : -bend;
  }
  return bends;
}

/** The curve of a line between two points whose rims are `fromRadius` and `toRadius` off; never beyond its own middle. */
export function edgeCurve(
  from: { readonly x: number; readonly y: number; readonly radius: number },
  to: { readonly x: number; readonly y: number; readonly radius: number },
  bend: number,
): EdgeCurve {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const middleX = (from.x + to.x) / 2 - dy * bend;
  const middleY = (from.y + to.y) / 2 + dx * bend;
  const [x1, y1] = moved(from, middleX, middleY);
  const [x2, y2] = moved(to, middleX, middleY);
  return { x1, y1, middleX, middleY, x2, y2 };
}

/** The middle of a curve itself, where its name stands. */
export function curveMiddle({
  x1,
  y1,
  middleX,
  middleY,
  x2,
  y2,
}: EdgeCurve): readonly [number, number] {
  return [(x1 + 2 * middleX + x2) / 4, (y1 + 2 * middleY + y2) / 4];
}

/** The three corners of the arrowhead at the end of a curve; its first is the tip. */
export function arrowHead(
  { middleX, middleY, x2, y2 }: EdgeCurve,
  size: number,
): readonly [number, number, number, number, number, number] {
  const length = Math.hypot(x2 - middleX, y2 - middleY) || 1;
  const [ux, uy] = [(x2 - middleX) / length, (y2 - middleY) / length];
  const [backX, backY] = [x2 - ux * size, y2 - uy * size];
  const half = size * 0.45;
  return [x2, y2, backX - uy * half, backY + ux * half, backX + uy * half, backY - ux * half];
}

/** Whether a line has a direction to be shown. */
export function hasArrow({ relation }: GraphEdge): boolean {
  return relation.kind === 'link' && !relation.symmetric;
}

/** Strokes and gaps of a line, in pixels; empty: unbroken. A double line is drawn as a broad one with its middle left out. */
export function relationDashes(relation: GraphRelation): readonly number[] {
  if (relation.kind === 'part') return [1, 3];
  if (relation.kind === 'evidence') return stanceDashes[relation.key];
  if (relation.line === 'dashed') return [7, 4];
  return relation.line === 'dotted' ? [2, 3] : [];
}

/** Told apart without colours; the more a passage keeps off, the more broken. */
export const stanceDashes: Readonly<Record<Stance, readonly number[]>> = {
  asserts: [],
  denies: [9, 3, 2, 3],
  reports: [5, 2],
  qualifies: [5, 5],
  questions: [1.5, 4],
};

/** How broad a line is: a little broader the more it stands for. */
export function relationWidth({ relation, count }: GraphEdge): number {
  const basic = relation.kind === 'part' ? 1 : 1.25;
  return basic + Math.min(3, Math.log2(count) * 0.6);
}

/** A point's name at its side: number and the beginning of its words. */
export function nodeLabel({ sign, text }: GraphNode, longest = 34): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return `${sign} ${line}`;
  const space = line.lastIndexOf(' ', longest);
  return `${sign} ${line.slice(0, space > longest / 2 ? space : longest).toWellFormed()}…`;
}

function moved(
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
  towardsX: number,
  towardsY: number,
): readonly [number, number] {
  const length = Math.hypot(towardsX - x, towardsY - y);
  if (length <= radius) return [towardsX, towardsY];
  return [x + ((towardsX - x) / length) * radius, y + ((towardsY - y) / length) * radius];
}
