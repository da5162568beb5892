import { buildGraph } from '../../../app/link/build-graph.ts';
import type { Graph, GraphNode } from '../../../app/link/graph.ts';
import { type NarrowedGraph, narrowGraph } from '../../../app/link/narrow-graph.ts';
import { sameGraph } from '../../../app/link/same-graph.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { AnnotationFilter } from '../codebook/tag-filter.ts';
import { wordsOf } from '../evidence/evidence-filter.ts';
import { fold } from '../library/library-item.ts';
import type { GraphState } from './graph-state.ts';
import type { GraphView } from './graph-view.ts';

/** The lists that the graph is made of: while they are the same, it is. */
const kinds = ['link', 'linkType', 'evidence', 'claim', 'annotation', 'article', 'tag'] as const;

interface Kept {
  readonly view: GraphView;
  readonly accepts: AnnotationFilter | null;
  readonly lists: readonly unknown[];
  readonly graph: Graph;
}

const kept = new WeakMap<RecordSource, Kept>();

/**
 * The whole graph of a project as a view wants it, before it is narrowed. The same object until something of it changes:
 * a change of a record that it does not draw, such as a note, is none. Cost: links and evidence, once for each change of the records that it is made of.
 */
export function wholeGraph(
  records: RecordSource,
  view: GraphView,
  accepts: AnnotationFilter | null,
): Graph {
  const lists = kinds.map((kind) => records.list(kind));
  const before = kept.get(records);
  const isSame =
    before !== undefined &&
    before.accepts === accepts &&
    sameContent(before.view, view) &&
    before.lists.every((list, index) => list === lists[index]);
  if (isSame) return before.graph;
  const built = buildGraph(records, { ...view, accepts });
  const graph = before !== undefined && sameGraph(before.graph, built) ? before.graph : built;
  kept.set(records, { view, accepts, lists, graph });
  return graph;
}

/** What of a graph a window shows: what its filters and its focus leave. */
export function shownGraph(
  graph: Graph,
  { words, outlets, focus }: Pick<GraphState, 'words' | 'outlets' | 'focus'>,
): NarrowedGraph {
  const wanted = wordsOf(words);
  const finds =
    wanted.length === 0
      ? null
      : (node: GraphNode): boolean => {
          const text = fold(`${node.sign} ${node.text} ${node.outlet ?? ''}`);
          return wanted.every((word) => text.includes(word));
        };
  return narrowGraph(graph, { outlets, finds, focus });
}

function sameContent(one: GraphView, other: GraphView): boolean {
  return (
    one.passages === other.passages &&
    one.articles === other.articles &&
    one.claims === other.claims &&
    one.evidence === other.evidence &&
    one.hiddenTypes.join() === other.hiddenTypes.join()
  );
}
