import type { Graph, GraphNode } from './graph.ts';

/** How the points are placed: in columns of outlets, along time, or by forces that draw together what is joined. */
export type GraphLayoutKind = 'outlet' | 'time' | 'force';

export const graphLayoutKinds: readonly GraphLayoutKind[] = ['force', 'outlet', 'time'];

/** What a layout is worked out from; it goes to another thread, so it holds no texts. */
export interface LayoutTask {
  readonly kind: GraphLayoutKind;
  readonly nodes: readonly Pick<GraphNode, 'kind' | 'outlet' | 'articleId' | 'moment'>[];
  /** Places of the ends, one pair after the other. */
  readonly ends: Int32Array;
  /** Whether the line joins a passage to its article. */
  readonly isPart: Uint8Array;
  /** Where the points stand by now, x and y in turn; NaN: nowhere. For forces, which go on from there. */
  readonly start: Float64Array;
}

/** Words and lines that belong to a layout: headings of columns and lanes, marks of the time axis. */
export type LayoutGuide =
  | { readonly kind: 'heading'; readonly text: string; readonly x: number; readonly y: number }
  | {
      readonly kind: 'mark';
      readonly text: string;
      readonly x: number;
      readonly top: number;
      readonly bottom: number;
    };

/** Where the points stand, in the units of the drawing: pixels at its own size. */
export interface GraphLayout {
  /** x and y in turn. */
  readonly points: Float64Array;
  readonly guides: readonly LayoutGuide[];
}

/** The smallest rectangle around a layout with room for labels. */
export interface LayoutBounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What a layout of a graph is worked out from. `startOf` tells where a point stands already. */
export function layoutTask(
  kind: GraphLayoutKind,
  graph: Graph,
  startOf: (node: GraphNode) => readonly [x: number, y: number] | null,
): LayoutTask {
  const ends = new Int32Array(graph.edges.length * 2);
  const isPart = new Uint8Array(graph.edges.length);
  for (const [index, { from, to, relation }] of graph.edges.entries()) {
    ends[index * 2] = from;
    ends[index * 2 + 1] = to;
    isPart[index] = relation.kind === 'part' ? 1 : 0;
  }
  const start = new Float64Array(graph.nodes.length * 2).fill(Number.NaN);
  for (const [place, node] of graph.nodes.entries()) {
    const known = startOf(node);
    if (known !== null) start.set(known, place * 2);
  }
  const nodes = graph.nodes.map(({ kind: nodeKind, outlet, articleId, moment }) => ({
    kind: nodeKind,
    outlet,
    articleId,
    moment,
  }));
  return { kind, nodes, ends, isPart, start };
}

/** What is to be seen when all is shown. Of nothing: a point. */
export function layoutBounds({ points, guides }: GraphLayout): LayoutBounds {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  const take = (x: number, y: number): void => {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  };
  for (let index = 0; index < points.length; index += 2) {
    take(points[index] ?? 0, points[index + 1] ?? 0);
  }
  for (const guide of guides) {
    if (guide.kind === 'heading') take(guide.x, guide.y);
    else {
      take(guide.x, guide.top);
      take(guide.x, guide.bottom);
    }
  }
  if (left > right) return { left: 0, top: 0, right: 0, bottom: 0 };
  return { left, top, right, bottom };
}

/** The outlet of each lane or column, in their order: by name, what is not stated last. */
export function outletsInOrder(outlets: Iterable<string | null>): readonly (string | null)[] {
  return [...new Set(outlets)].sort((one, other) => {
    if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
    return one < other ? -1 : 1;
  });
}

export function outletHeading(outlet: string | null): string {
  return outlet ?? 'Outlet not stated';
}

/** Orders points of one time: article by article, each before its passages, those in the order of the graph. */
export function compareByArticle(nodes: LayoutTask['nodes'], one: number, other: number): number {
  const [a, b] = [nodes[one], nodes[other]];
  if (a === undefined || b === undefined) return 0;
  if (a.articleId !== b.articleId) return (a.articleId ?? '') < (b.articleId ?? '') ? -1 : 1;
  if (a.kind !== b.kind && a.kind !== 'claim' && b.kind !== 'claim') {
    return a.kind === 'article' ? -1 : 1;
  }
  return one - other;
}
