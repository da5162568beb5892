import { type Graph, otherEnd, relationWords } from '../../../app/link/graph.ts';
import { countOf } from '../article-list.ts';

const kinds = { article: 'Article', annotation: 'Passage', claim: 'Claim' } as const;
/** Of a quotation as much as one listens to. */
const longest = 120;

/** "Passage 3:10 “the tunnel…”, The Ledger, 4 relations": a point as it is announced. */
export function pointWords(graph: Graph, place: number): string {
  const node = graph.nodes[place];
  if (node === undefined) return '';
  const words = shortened(node.text, longest);
  const text = node.kind === 'annotation' ? `“${words}”` : words;
  const relations = countOf(graph.edgesAt[place]?.length ?? 0, 'relation');
  const outlet = node.outlet === null ? [] : [node.outlet];
  return [`${kinds[node.kind]} ${node.sign} ${text}`, ...outlet, relations].join(', ');
}

/** A point as it is called beside a relation: "Passage 3:10". */
export function pointName(graph: Graph, place: number): string {
  const node = graph.nodes[place];
  return node === undefined ? '' : `${kinds[node.kind]} ${node.sign}`;
}

/** A point that another one is joined to, and how. */
export interface Neighbour {
  /** In `Graph.nodes`. */
  readonly place: number;
  /** "repeats", "is repeated by", "asserts (2)"; several, where several lines join the two. */
  readonly relations: string;
}

/** What a point is joined to, each once, in the order of relations. O(lines of the point). */
export function neighboursOf(graph: Graph, place: number): readonly Neighbour[] {
  const relations = new Map<number, string[]>();
  for (const index of graph.edgesAt[place] ?? []) {
    const edge = graph.edges[index];
    if (edge === undefined) continue;
    const words = relationWords(edge, place);
    const text = edge.count > 1 ? `${words} (${edge.count.toLocaleString('en-GB')})` : words;
    const other = otherEnd(edge, place);
    const list = relations.get(other);
    if (list === undefined) relations.set(other, [text]);
    else list.push(text);
  }
  return [...relations]
    .map(([other, words]) => ({ place: other, relations: words.join(', ') }))
    .sort((one, other) =>
      one.relations === other.relations
        ? one.place - other.place
        : one.relations < other.relations
          ? -1
          : 1,
    );
}

/** "1,204 points, 5,000 lines". */
export function graphCounts(graph: Graph, found: number): string {
  const points = countOf(graph.nodes.length, 'point');
  const lines = countOf(graph.edges.length, 'line');
  if (found === graph.nodes.length) return `${points}, ${lines}`;
  return `The ${points} with the most lines, of ${found.toLocaleString('en-GB')}; ${lines}`;
}

function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most).toWellFormed()}…`;
}

/** The outlets of a graph's points with how many have each, most first; `''`: not stated. */
export function outletCounts(
  graph: Graph,
): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { kind, outlet } of graph.nodes) {
    if (kind !== 'claim') counts.set(outlet ?? '', (counts.get(outlet ?? '') ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}
