import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { chooseLabels } from '../../../app/link/choose-labels.ts';
import { type Direction, pointAt, pointTowards } from '../../../app/link/find-point.ts';
import { graphLayoutKinds, layoutTask } from '../../../app/link/graph-layout.ts';
import { edgeBends, edgeCurve, nodeLabel } from '../../../app/link/graph-shapes.ts';
import { type GraphColors, graphSvg, labelOrder } from '../../../app/link/graph-svg.ts';
import { layoutByOutlet } from '../../../app/link/layout-by-outlet.ts';
import { anyGraph } from './graph-samples.ts';

const seeded = { seed: 20_310_514, numRuns: 200 };
const colors: GraphColors = {
  paper: '#ffffff',
  ink: '#111111',
  soft: '#555555',
  line: '#999999',
  rubric: '#a2361f',
  focus: '#1f5fbf',
  tints: Array.from({ length: 9 }, () => '#eeeeee'),
  tones: Array.from({ length: 9 }, () => '#444444'),
  stances: {
    asserts: '#111111',
    denies: '#222222',
    reports: '#333333',
    qualifies: '#444444',
    questions: '#555555',
  },
};

describe('L15: labels', () => {
  test('none lies on another, and one that is left out would lie on one before it', () => {
    const points = fc.array(
      fc.record({
        x: fc.integer({ min: -50, max: 500 }),
        y: fc.integer({ min: -50, max: 350 }),
        width: fc.integer({ min: 5, max: 150 }),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(points, (list) => {
        const height = 14;
        const view = { width: 450, height: 300 };
        const at = (place: number): readonly [number, number, number] => {
          const { x = 0, y = 0 } = list[place] ?? {};
          return [x, y, 5];
        };
        const box = (place: number) => {
          const [x, y, radius] = at(place);
          const left = x + radius + 4;
          return { left, right: left + (list[place]?.width ?? 0), top: y - 7, bottom: y + 7 };
        };
        const meet = (one: number, other: number): boolean => {
          const [a, b] = [box(one), box(other)];
          return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        };
        const order = list.map((_, place) => place);
        const chosen = chooseLabels({
          order,
          at,
          width: (place) => list[place]?.width ?? 0,
          height,
          view,
          most: 1_000,
        }).map(({ place }) => place);
        for (const one of chosen) {
          for (const other of chosen) if (one < other) expect(meet(one, other)).toBe(false);
        }
        for (const place of order) {
          const [x, y] = at(place);
          const isSeen = x >= -5 && x <= view.width && y >= -height && y <= view.height + height;
          if (!isSeen || chosen.includes(place)) continue;
          expect(chosen.some((before) => before < place && meet(before, place))).toBe(true);
        }
      }),
      seeded,
    );
  });

  test('the point with the most lines comes first', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const order = labelOrder(graph);
        expect([...order].sort((one, other) => one - other)).toEqual(
          graph.nodes.map((_, at) => at),
        );
        for (const [index, place] of order.entries()) {
          const next = order[index + 1];
          if (next === undefined) break;
          expect(graph.edgesAt[next]?.length).toBeLessThanOrEqual(
            graph.edgesAt[place]?.length ?? 0,
          );
        }
      }),
      seeded,
    );
  });

  test('a label is one line of well-formed text, number first', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        for (const node of graph.nodes) {
          const label = nodeLabel(node);
          expect(label.startsWith(`${node.sign} `)).toBe(true);
          expect(label.length).toBeLessThanOrEqual(node.sign.length + 36);
          expect(label).not.toMatch(/\n/);
        }
      }),
      seeded,
    );
  });
});

describe('L17: from point to point', () => {
  const directions: readonly Direction[] = ['left', 'right', 'up', 'down'];
  const places = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 })), {
      minLength: 1,
      maxLength: 30,
    })
    .map((list) => Float64Array.from(list.flat()));

  test('an arrow key leads in its direction, to the nearest where it lies straight ahead', () => {
    fc.assert(
      fc.property(places, fc.constantFrom(...directions), (points, direction) => {
        const next = pointTowards(points, 0, direction);
        const along = (place: number): number => {
          const dx = (points[place * 2] ?? 0) - (points[0] ?? 0);
          const dy = (points[place * 2 + 1] ?? 0) - (points[1] ?? 0);
          return { left: -dx, right: dx, up: -dy, down: dy }[direction];
        };
        const across = (place: number): number => {
          const dx = (points[place * 2] ?? 0) - (points[0] ?? 0);
          const dy = (points[place * 2 + 1] ?? 0) - (points[1] ?? 0);
          return Math.abs(direction === 'left' || direction === 'right' ? dy : dx);
        };
        const all = Array.from({ length: points.length / 2 }, (_, place) => place);
        const ahead = all.filter((place) => place !== 0 && along(place) > 0 && across(place) === 0);
        if (next === null) expect(ahead).toEqual([]);
        else {
          expect(along(next)).toBeGreaterThan(0);
          const nearest = Math.min(...ahead.map(along));
          expect(along(next) + 2 * across(next)).toBeLessThanOrEqual(nearest);
        }
      }),
      seeded,
    );
  });

  test('the point under the pointer is the nearest within reach', () => {
    fc.assert(
      fc.property(
        places,
        fc.integer({ max: 250, min: -50 }),
        fc.integer({ max: 60, min: 1 }),
        (points, x, reach) => {
          const found = pointAt(points, x, 100, reach);
          const distances = Array.from({ length: points.length / 2 }, (_, place) =>
            Math.hypot((points[place * 2] ?? 0) - x, (points[place * 2 + 1] ?? 0) - 100),
          );
          const least = Math.min(...distances);
          if (found === null) expect(least).toBeGreaterThan(reach - 1e-9);
          else expect(distances[found]).toBeCloseTo(least, 9);
        },
      ),
      seeded,
    );
  });
});

describe('lines', () => {
  test('between two points each line has a curve of its own', () => {
    fc.assert(
      fc.property(anyGraph, fc.constantFrom(...graphLayoutKinds), (graph, kind) => {
        const bends = edgeBends(graph, kind);
        const middles = new Map<string, Set<string>>();
        const counts = new Map<string, number>();
        for (const [index, { from, to }] of graph.edges.entries()) {
          const point = (place: number) => ({ x: place * 100, y: place * place * 7, radius: 5 });
          const curve = edgeCurve(point(from), point(to), bends[index] ?? 0);
          const pair = [from, to].sort((one, other) => one - other).join(' ');
          counts.set(pair, (counts.get(pair) ?? 0) + 1);
          const known = middles.get(pair) ?? new Set();
          middles.set(pair, known.add(`${Math.round(curve.middleX)} ${Math.round(curve.middleY)}`));
        }
        for (const [pair, count] of counts) expect(middles.get(pair)?.size).toBe(count);
      }),
      seeded,
    );
  });
});

describe('L18: the drawing as SVG', () => {
  test('is valid XML for any words, with each point and line and its name', () => {
    fc.assert(
      fc.property(anyGraph, fc.constantFrom(...graphLayoutKinds), (graph, kind) => {
        const layout = layoutByOutlet(layoutTask('outlet', graph, () => null));
        const svg = graphSvg(graph, layout, kind, colors, 'Strait <tunnel> & more');
        expect(XMLValidator.validate(svg)).toBe(true);
        expect(svg.match(/<title>/g)).toHaveLength(1 + graph.nodes.length + graph.edges.length);
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        expect(svg).toContain('<title>Strait &lt;tunnel&gt; &amp; more</title>');
      }),
      seeded,
    );
  });
});
