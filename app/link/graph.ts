import type { AnnotationId, ArticleId, ClaimId } from '../record/ids.ts';
import type { LinkLine, Stance, TagColor } from '../record/records.ts';

/** Something that the graph of links draws as a point: a record by its id, with what tells it from others. */
export type GraphNode = GraphNodeFacts &
  (
    | { readonly kind: 'article'; readonly id: ArticleId }
    | { readonly kind: 'annotation'; readonly id: AnnotationId }
    | { readonly kind: 'claim'; readonly id: ClaimId }
  );

interface GraphNodeFacts {
  /** `3`, `3:10`, `C4`. */
  readonly sign: string;
  /** Title, quotation or wording, whole. */
  readonly text: string;
  /** Of its article; `null`: not stated, or a claim. */
  readonly outlet: string | null;
  /** The article that it is or stands in; `null`: a claim. */
  readonly articleId: ArticleId | null;
  /** When its article was published, or the claim was made, as `publishedMoment` tells it; infinite: not known. */
  readonly moment: number;
  /** Of an annotation's first tag; `null`: none. */
  readonly color: TagColor | null;
}

/** What a line of the graph says. `key` tells one sort from the others: a link type's id, a stance, `part`. */
export type GraphRelation =
  | {
      readonly kind: 'link';
      readonly key: string;
      readonly name: string;
      readonly inverseName: string;
      readonly symmetric: boolean;
      readonly color: TagColor | null;
      readonly line: LinkLine;
    }
  | { readonly kind: 'evidence'; readonly key: Stance }
  | { readonly kind: 'part'; readonly key: 'part' };

/** A line of the graph. Ends are places in `Graph.nodes`. */
export interface GraphEdge {
  readonly relation: GraphRelation;
  readonly from: number;
  readonly to: number;
  /** How many links or pieces of evidence it stands for. */
  readonly count: number;
}

/** What is drawn: points, and lines between them. Two points have at most one line of a sort in a direction. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Place in `nodes` by id. */
  readonly places: ReadonlyMap<string, number>;
  /** By place: places in `edges`, in their order. */
  readonly edgesAt: readonly (readonly number[])[];
}

/** A graph of these points and lines, with what finds them. O(points and lines). */
export function makeGraph(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Graph {
  const places = new Map<string, number>(nodes.map(({ id }, place) => [id, place]));
  const edgesAt: number[][] = nodes.map(() => []);
  for (const [place, { from, to }] of edges.entries()) {
    edgesAt[from]?.push(place);
    if (to !== from) edgesAt[to]?.push(place);
  }
  return { nodes, edges, places, edgesAt };
}

export const emptyGraph: Graph = makeGraph([], []);

/** The part of a graph with these points, and the lines that both ends are left of. Keeps the order. */
export function graphPart(
  graph: Graph,
  keepsNode: (place: number) => boolean,
  keepsEdge: (edge: GraphEdge) => boolean = () => true,
): Graph {
  const moved = new Map<number, number>();
  const nodes = graph.nodes.filter((_, place) => {
    if (!keepsNode(place)) return false;
    moved.set(place, moved.size);
    return true;
  });
  const edges = graph.edges.flatMap((edge): readonly GraphEdge[] => {
    const from = moved.get(edge.from);
    const to = moved.get(edge.to);
    if (from === undefined || to === undefined || !keepsEdge(edge)) return [];
    return [{ ...edge, from, to }];
  });
  return makeGraph(nodes, edges);
}

/**
 * Whether two graphs are laid out alike: the same points, of the same outlets and times, with lines between the same ones.
 * Words and colours may differ. O(points and lines).
 */
export function haveSameShape(one: Graph, other: Graph): boolean {
  return (
    one.nodes.length === other.nodes.length &&
    one.edges.length === other.edges.length &&
    one.nodes.every((node, place) => {
      const twin = other.nodes[place];
      return (
        node.id === twin?.id && node.outlet === twin.outlet && Object.is(node.moment, twin.moment)
      );
    }) &&
    one.edges.every(({ from, to, relation }, index) => {
      const twin = other.edges[index];
      return from === twin?.from && to === twin.to && relation.key === twin.relation.key;
    })
  );
}

/** The place at the other end of a line. */
export function otherEnd(edge: GraphEdge, place: number): number {
  return edge.from === place ? edge.to : edge.from;
}

/** "repeats", "is repeated by", "asserts", "is asserted by", "is a passage of": a line as it reads from one of its ends. */
export function relationWords(edge: GraphEdge, place: number): string {
  const { relation } = edge;
  const starts = edge.from === place;
  switch (relation.kind) {
    case 'link':
      return starts || relation.symmetric ? relation.name : relation.inverseName;
    case 'evidence':
      return starts ? relation.key : stanceInverses[relation.key];
    case 'part':
      return starts ? 'is a passage of' : 'has the passage';
  }
}

const stanceInverses: Readonly<Record<Stance, string>> = {
  asserts: 'is asserted by',
  denies: 'is denied by',
  reports: 'is reported by',
  qualifies: 'is qualified by',
  questions: 'is questioned by',
};
