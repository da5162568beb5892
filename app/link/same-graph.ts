import type { Graph, GraphEdge, GraphNode } from './graph.ts';

/** Whether two graphs have the same points, by id, whatever is said of them and in whatever order. O(points). */
export function samePoints(one: Graph, other: Graph): boolean {
  return (
    one.nodes.length === other.nodes.length && one.nodes.every(({ id }) => other.places.has(id))
  );
}

/** Whether two graphs draw the same: the same points and lines, and the same said of each. O(points and lines). */
export function sameGraph(one: Graph, other: Graph): boolean {
  return (
    one.nodes.length === other.nodes.length &&
    one.edges.length === other.edges.length &&
    one.nodes.every((node, place) => sameFacts(node, other.nodes[place])) &&
    one.edges.every((edge, place) => sameEdge(edge, other.edges[place]))
  );
}

function sameEdge(one: GraphEdge, other: GraphEdge | undefined): boolean {
  return (
    one.from === other?.from &&
    one.to === other.to &&
    one.count === other.count &&
    sameFacts(one.relation, other.relation)
  );
}

/** Of flat objects. */
function sameFacts<Facts extends GraphNode | GraphEdge['relation']>(
  one: Facts,
  other: Facts | undefined,
): boolean {
  if (one === other) return true;
  if (other === undefined) return false;
  const said = new Map<string, unknown>(Object.entries(other));
  const own = Object.entries(one);
  return own.length === said.size && own.every(([name, value]) => said.get(name) === value);
}
