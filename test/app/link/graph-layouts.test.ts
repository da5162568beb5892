import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Graph } from '../../../app/link/graph.ts';
import {
  type GraphLayout,
  type GraphLayoutKind,
  layoutBounds,
  layoutTask,
} from '../../../app/link/graph-layout.ts';
import { layoutByForce } from '../../../app/link/layout-by-force.ts';
import { layoutByOutlet } from '../../../app/link/layout-by-outlet.ts';
import { layoutOverTime } from '../../../app/link/layout-over-time.ts';
import { timeMarks } from '../../../app/link/time-marks.ts';
import { anyGraph } from './graph-samples.ts';

const seeded = { seed: 20_310_513, numRuns: 150 };

function layOut(kind: GraphLayoutKind, graph: Graph): GraphLayout {
  const task = layoutTask(kind, graph, () => null);
  if (kind === 'outlet') return layoutByOutlet(task);
  if (kind === 'time') return layoutOverTime(task);
  return [...layoutByForce(task)].at(-1) ?? { points: new Float64Array(0), guides: [] };
}

function at({ points }: GraphLayout, place: number): readonly [number, number] {
  return [points[place * 2] ?? Number.NaN, points[place * 2 + 1] ?? Number.NaN];
}

/** Each pair of points, with how far they are apart. */
function closest(graph: Graph, layout: GraphLayout): number {
  let least = Number.POSITIVE_INFINITY;
  for (let one = 0; one < graph.nodes.length; one += 1) {
    for (let other = one + 1; other < graph.nodes.length; other += 1) {
      const [[x, y], [otherX, otherY]] = [at(layout, one), at(layout, other)];
      least = Math.min(least, Math.hypot(x - otherX, y - otherY));
    }
  }
  return least;
}

describe('L16: layouts', () => {
  test('every point has a place, within the bounds, and the same graph the same layout', () => {
    fc.assert(
      fc.property(anyGraph, fc.constantFrom('outlet', 'time', 'force'), (graph, kind) => {
        const layout = layOut(kind, graph);
        expect(layout.points.length).toBe(graph.nodes.length * 2);
        expect([...layout.points].every(Number.isFinite)).toBe(true);
        const bounds = layoutBounds(layout);
        for (let place = 0; place < graph.nodes.length; place += 1) {
          const [x, y] = at(layout, place);
          expect(x >= bounds.left && x <= bounds.right).toBe(true);
          expect(y >= bounds.top && y <= bounds.bottom).toBe(true);
        }
        expect(layOut(kind, graph)).toEqual(layout);
      }),
      { ...seeded, numRuns: 60 },
    );
  });

  test('by outlet and over time no point lies on another', () => {
    fc.assert(
      fc.property(anyGraph, fc.constantFrom('outlet', 'time'), (graph, kind) => {
        expect(closest(graph, layOut(kind, graph))).toBeGreaterThanOrEqual(20);
      }),
      seeded,
    );
  });

  test('over time: the earlier never stands right of the later, what has no date right of all', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const layout = layOut('time', graph);
        const dated = graph.nodes
          .map((node, place) => ({ node, x: at(layout, place)[0] }))
          .filter(({ node }) => node.kind !== 'claim');
        for (const one of dated) {
          for (const other of dated) {
            if (one.node.moment < other.node.moment) expect(one.x).toBeLessThanOrEqual(other.x);
          }
        }
      }),
      seeded,
    );
  });

  test('over time: points of one outlet stand in one lane, apart from those of others', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const layout = layOut('time', graph);
        const lanes = new Map<string, [least: number, most: number]>();
        for (const [place, { kind, outlet }] of graph.nodes.entries()) {
          const lane = kind === 'claim' ? 'claims' : `outlet ${outlet}`;
          const y = at(layout, place)[1];
          const known = lanes.get(lane) ?? [y, y];
          lanes.set(lane, [Math.min(known[0], y), Math.max(known[1], y)]);
        }
        const sorted = [...lanes.values()].sort((one, other) => one[0] - other[0]);
        for (const [index, [least]] of sorted.entries()) {
          const before = sorted[index - 1];
          if (before !== undefined) expect(least).toBeGreaterThan(before[1]);
        }
      }),
      seeded,
    );
  });

  test('by force: what stood somewhere begins there', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const task = layoutTask('force', graph, ({ sign }) => [Number(sign) * 10, 5]);
        const [first] = layoutByForce(task);
        for (let place = 0; place < graph.nodes.length; place += 1) {
          expect(at(first ?? never(), place)).toEqual([place * 10, 5]);
        }
      }),
      { ...seeded, numRuns: 30 },
    );
  });

  test('a claim that says no time stands where the earliest of what is joined to it stands', () => {
    const [graph] = fc.sample(
      anyGraph.filter(({ nodes, edges }) =>
        edges.some(
          ({ from, to }) =>
            nodes[from]?.kind === 'claim' &&
            nodes[from].moment === Number.POSITIVE_INFINITY &&
            Number.isFinite(nodes[to]?.moment),
        ),
      ),
      { ...seeded, numRuns: 1 },
    );
    if (graph === undefined) throw never();
    const layout = layOut('time', graph);
    const claim = graph.nodes.findIndex(
      ({ kind, moment }, place) =>
        kind === 'claim' &&
        moment === Number.POSITIVE_INFINITY &&
        graph.edges.some(
          ({ from, to }) => from === place && Number.isFinite(graph.nodes[to]?.moment),
        ),
    );
    const joined = graph.edges.flatMap(({ from, to }) =>
      from === claim ? [to] : to === claim ? [from] : [],
    );
    const earliest = Math.min(...joined.map((place) => graph.nodes[place]?.moment ?? 0));
    const same = joined.find((place) => graph.nodes[place]?.moment === earliest) ?? -1;
    expect(at(layout, claim)[0]).toBe(at(layout, same)[0]);
  });
});

describe('marks of the axis of time', () => {
  const span = fc
    .tuple(
      fc.integer({ min: Date.UTC(1000, 0), max: Date.UTC(2500, 0) }),
      fc.oneof(
        fc.integer({ min: 0, max: 86_400_000 * 3 }),
        fc.integer({ min: 0, max: 86_400_000 * 400 }),
        fc.integer({ min: 0, max: 86_400_000 * 365_000 }),
      ),
    )
    .map(([first, length]) => [first, first + length] as const);

  test('never too many, in order, within the time, each named once', () => {
    fc.assert(
      fc.property(span, ([first, last]) => {
        const marks = timeMarks(first, last);
        expect(marks.length).toBeLessThanOrEqual(14);
        for (const [index, { moment }] of marks.entries()) {
          expect(moment).toBeGreaterThanOrEqual(first);
          expect(moment).toBeLessThanOrEqual(last);
          const before = marks[index - 1];
          if (before !== undefined) expect(moment).toBeGreaterThan(before.moment);
        }
        expect(new Set(marks.map(({ text }) => text)).size).toBe(marks.length);
      }),
      { ...seeded, numRuns: 500 },
    );
  });

  test('days of a week, months of a year', () => {
    const texts = (from: number, to: number) => timeMarks(from, to).map(({ text }) => text);
    expect(texts(Date.UTC(2031, 4, 12, 3), Date.UTC(2031, 4, 15))).toContain('13 May, 00:00');
    expect(texts(Date.UTC(2031, 4, 12, 3), Date.UTC(2031, 4, 19))).toEqual(
      [13, 14, 15, 16, 17, 18, 19].map((day) => `${day} May 2031`),
    );
    expect(texts(Date.UTC(2031, 0, 1), Date.UTC(2031, 11, 1))).toHaveLength(12);
  });
});

function never(): never {
  throw new Error('There is no such graph.');
}
