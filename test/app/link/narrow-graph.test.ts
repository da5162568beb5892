import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Graph, graphPart, haveSameShape, makeGraph } from '../../../app/link/graph.ts';
import { type GraphNarrowing, narrowGraph, stepsAround } from '../../../app/link/narrow-graph.ts';
import { anyGraph } from './graph-samples.ts';

const none: GraphNarrowing = { outlets: [], finds: null, focus: null };
const seeded = { seed: 20_310_512, numRuns: 200 };

/** How far each point is, by going over all lines again and again until nothing changes. */
function slowSteps(graph: Graph, centre: number): readonly number[] {
  const steps = graph.nodes.map((_, place) => (place === centre ? 0 : Number.POSITIVE_INFINITY));
  for (let round = 0; round < graph.nodes.length; round += 1) {
    for (const { from, to } of graph.edges) {
      steps[from] = Math.min(steps[from] ?? 0, (steps[to] ?? 0) + 1);
      steps[to] = Math.min(steps[to] ?? 0, (steps[from] ?? 0) + 1);
    }
  }
  return steps;
}

function ids(graph: Graph): readonly string[] {
  return graph.nodes.map(({ id }) => id);
}

/** Lines by the ids of their ends, so that those of a part can be compared with those of the whole. */
function lineKeys(graph: Graph): readonly string[] {
  return graph.edges.map(
    ({ from, to, relation, count }) =>
      `${graph.nodes[from]?.id} ${relation.key} ${graph.nodes[to]?.id} ${count}`,
  );
}

describe('L13: narrowing', () => {
  test('a focus leaves what is at most so many steps away, with the lines between', () => {
    fc.assert(
      fc.property(anyGraph, fc.nat(), fc.integer({ min: 1, max: 5 }), (graph, nat, steps) => {
        fc.pre(graph.nodes.length > 0);
        const centre = nat % graph.nodes.length;
        const id = graph.nodes[centre]?.id ?? '';
        const slow = slowSteps(graph, centre);
        const near = graph.nodes.filter((_, place) => (slow[place] ?? 0) <= steps);
        const { graph: part } = narrowGraph(graph, { ...none, focus: { id, steps } });
        expect(ids(part)).toEqual(near.map((node) => node.id));
        const nearIds = new Set<string>(ids(part));
        expect(lineKeys(part)).toEqual(
          lineKeys(graph).filter((_, index) => {
            const edge = graph.edges[index];
            return [edge?.from, edge?.to].every((place) =>
              nearIds.has(graph.nodes[place ?? -1]?.id ?? ''),
            );
          }),
        );
        for (const [place, step] of stepsAround(graph, centre, steps)) {
          expect(step).toBe(slow[place]);
        }
      }),
      seeded,
    );
  });

  test('a focus on a point that is not there leaves all', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        expect(narrowGraph(graph, { ...none, focus: { id: 'gone', steps: 1 } }).graph).toBe(graph);
      }),
      { ...seeded, numRuns: 20 },
    );
  });

  test('what is looked for stays with what it is joined to', () => {
    fc.assert(
      fc.property(anyGraph, fc.constantFrom('1', '2', '7'), (graph, digit) => {
        const finds = ({ sign }: { sign: string }): boolean => sign.includes(digit);
        const { graph: part } = narrowGraph(graph, { ...none, finds });
        const wanted = graph.nodes.filter(
          (node, place) =>
            finds(node) ||
            graph.edges.some(({ from, to }) => {
              const other = from === place ? to : to === place ? from : null;
              const found = other === null ? undefined : graph.nodes[other];
              return found !== undefined && finds(found);
            }),
        );
        expect(ids(part)).toEqual(wanted.map(({ id }) => id));
      }),
      seeded,
    );
  });

  test('outlets narrow passages and articles, and leave claims that still have a line', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const { graph: part } = narrowGraph(graph, { ...none, outlets: ['The Ledger', ''] });
        for (const [place, { kind, outlet }] of part.nodes.entries()) {
          if (kind !== 'claim') expect([null, 'The Ledger']).toContain(outlet);
          expect(part.edgesAt[place]?.length).toBeGreaterThan(0);
        }
      }),
      seeded,
    );
  });
});

describe('L14: no more points than can be drawn', () => {
  test('those with the most lines, the point in focus among them; how many there are is told', () => {
    fc.assert(
      fc.property(anyGraph, fc.integer({ min: 1, max: 10 }), fc.nat(), (graph, most, nat) => {
        fc.pre(graph.nodes.length > 0);
        const id = graph.nodes[nat % graph.nodes.length]?.id ?? '';
        const narrowed = narrowGraph(graph, none, most);
        expect(narrowed.found).toBe(graph.nodes.length);
        expect(narrowed.graph.nodes.length).toBe(Math.min(most, graph.nodes.length));
        const kept = new Set(ids(narrowed.graph));
        const degrees = graph.edgesAt.map((edges) => edges.length);
        const least = Math.min(
          ...degrees.filter((_, place) => kept.has(graph.nodes[place]?.id ?? '')),
        );
        for (const [place, node] of graph.nodes.entries()) {
          if (!kept.has(node.id)) expect(degrees[place]).toBeLessThanOrEqual(least);
        }
        const focused = narrowGraph(graph, { ...none, focus: { id, steps: 5 } }, most);
        expect(ids(focused.graph)).toContain(id);
      }),
      seeded,
    );
  });
});

test('graphs are laid out alike while points and lines are the same, whatever the words', () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const renamed = graph.nodes.map((node) => ({
        ...node,
        text: 'other words',
        color: 2 as const,
      }));
      expect(haveSameShape(graph, makeGraph(renamed, graph.edges))).toBe(true);
      if (graph.nodes.length > 0) {
        expect(
          haveSameShape(
            graph,
            graphPart(graph, (place) => place > 0),
          ),
        ).toBe(false);
        const moved = graph.nodes.map((node) => ({ ...node, outlet: 'Elsewhere' }));
        expect(haveSameShape(graph, makeGraph(moved, graph.edges))).toBe(false);
      }
      if (graph.edges.length > 0) {
        expect(haveSameShape(graph, makeGraph(graph.nodes, graph.edges.slice(1)))).toBe(false);
      }
    }),
    seeded,
  );
});
