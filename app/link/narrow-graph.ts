import { type Graph, type GraphEdge, type GraphNode, graphPart, otherEnd } from './graph.ts';

/** What of a graph is shown. */
export interface GraphNarrowing {
  /** Outlets whose passages and articles stay, `''` for those not stated; empty: all. */
  readonly outlets: readonly string[];
  /** Which points are looked for; they stay with what they are joined to (rule L13). `null`: all. */
  readonly finds: ((node: GraphNode) => boolean) | null;
  /** Only what is at most so many steps from one point. `null`: all. A point that is not there leaves all. */
  readonly focus: { readonly id: string; readonly steps: number } | null;
}

/** How many points are drawn at most (rule L14): what is more would be no picture. */
const mostNodes = 3_000;

/** A part of a graph that can be drawn. */
export interface NarrowedGraph {
  readonly graph: Graph;
  /** How many points the narrowing leaves; more than are in `graph` where those are too many to draw. */
  readonly found: number;
}

/**
 * What a narrowing leaves of a graph (rules L13 and L14): outlets first, then what is looked for, then the steps around a
 * point, at last the points with the most lines. The graph itself if that is all. O(points and lines).
 */
export function narrowGraph(
  graph: Graph,
  { outlets, finds, focus }: GraphNarrowing,
  most: number = mostNodes,
): NarrowedGraph {
  let part = graph;
  if (outlets.length > 0) {
    const wanted = new Set(outlets);
    part = joined(
      graphPart(part, (place) => {
        const node = part.nodes[place];
        return node?.kind === 'claim' || wanted.has(node?.outlet ?? '');
      }),
    );
  }
  if (finds !== null) {
    const before = part;
    const found = new Set(before.nodes.flatMap((node, place) => (finds(node) ? [place] : [])));
    const near = new Set(found);
    for (const { from, to } of before.edges) {
      if (found.has(from)) near.add(to);
      if (found.has(to)) near.add(from);
    }
    part = graphPart(before, (place) => near.has(place));
  }
  const centre = focus === null ? undefined : part.places.get(focus.id);
  if (focus !== null && centre !== undefined) {
    const near = stepsAround(part, centre, focus.steps);
    part = graphPart(part, (place) => near.has(place));
  }
  const found = part.nodes.length;
  return { graph: found <= most ? part : bestConnected(part, most, focus?.id), found };
}

/** The points at most so many steps from one, each with how many. */
export function stepsAround(
  graph: Graph,
  centre: number,
  most: number,
): ReadonlyMap<number, number> {
  const steps = new Map([[centre, 0]]);
  // A map is gone through in the order of its making, what is added meanwhile included.
  for (const [place, step] of steps) {
    if (step === most) break;
    for (const edge of graph.edgesAt[place] ?? []) {
      const other = otherEnd(graph.edges[edge] as GraphEdge, place);
      if (!steps.has(other)) steps.set(other, step + 1);
    }
  }
  return steps;
}

/** The points with the most lines; of equals those made first. The centre of the focus is always among them. */
function bestConnected(graph: Graph, most: number, always: string | undefined): Graph {
  const first = always === undefined ? undefined : graph.places.get(always);
  const degree = (place: number): number =>
    place === first ? Number.POSITIVE_INFINITY : (graph.edgesAt[place]?.length ?? 0);
  const order = graph.nodes.map((_, place) => place);
  order.sort((one, other) =>
    degree(one) === degree(other) ? one - other : degree(other) - degree(one),
  );
  const kept = new Set(order.slice(0, most));
  return graphPart(graph, (place) => kept.has(place));
}

/** Without points that no line is left of. */
function joined(graph: Graph): Graph {
  return graphPart(graph, (place) => (graph.edgesAt[place]?.length ?? 0) > 0);
}
