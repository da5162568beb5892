import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { GraphLayout, LayoutTask } from './graph-layout.ts';
import { nodeRadius } from './graph-shapes.ts';

/** More points than these push each other away in larger heaps, which is half the cost. */
const mostExact = 800;
/** Steps from the first placing to rest. d3's own are 300; the last third is hardly seen. */
const ticks = 200;
const golden = Math.PI * (3 - Math.sqrt(5));

/**
 * Points placed by forces: joined ones draw each other near, all push each other away, and the middle holds what hangs
 * together with nothing else. Gives the layout after each step, until it rests; the first is the placing it begins with.
 * The same task always comes to the same layout. Cost of a step: O(n log n + lines), some 10 ms for 2,000 points.
 */
export function* layoutByForce(task: LayoutTask): Generator<GraphLayout, void, void> {
  const { nodes, ends, isPart } = task;
  const bodies: SimulationNodeDatum[] = placeFirst(task);
  const links = [...isPart].map((part, index) => ({
    source: ends[index * 2] ?? 0,
    target: ends[index * 2 + 1] ?? 0,
    part: part === 1,
  }));
  const degrees = new Float64Array(nodes.length);
  for (const place of ends) degrees[place] = (degrees[place] ?? 0) + 1;
  // The more lines there are to a point, the more room it takes to tell them apart.
  const density = Math.min(3, Math.max(1, links.length / (nodes.length + 1) / 2));
  const simulation = forceSimulation(bodies)
    .alphaDecay(1 - 0.001 ** (1 / ticks))
    .force(
      'charge',
      forceManyBody()
        .strength(-90 * density)
        .theta(nodes.length > mostExact ? 1.4 : 0.9)
        .distanceMax(900),
    )
    .force(
      'links',
      forceLink<SimulationNodeDatum, (typeof links)[number]>(links).distance(({ part }) =>
        part ? 30 : 80 * density,
      ),
    )
    .force(
      'collide',
      forceCollide((_, place) => nodeRadius(degrees[place] ?? 0) + 6 * density).iterations(1),
    )
    .force('x', forceX(0).strength(0.035))
    .force('y', forceY(0).strength(0.05))
    .stop();
  yield read(bodies);
  // What stood somewhere already needs fewer steps than what begins.
  const isKnown = nodes.length > 0 && !Number.isNaN(task.start[0] ?? Number.NaN);
  if (isKnown) simulation.alpha(0.5);
  while (simulation.alpha() > simulation.alphaMin()) {
    simulation.tick();
    yield read(bodies);
  }
}

function read(bodies: readonly SimulationNodeDatum[]): GraphLayout {
  const points = new Float64Array(bodies.length * 2);
  for (const [place, { x = 0, y = 0 }] of bodies.entries()) {
    points[place * 2] = x;
    points[place * 2 + 1] = y;
  }
  return { points, guides: [] };
}

/**
 * Where the points begin: those known where they are; the others in a spiral, article by article, so that what belongs
 * together is near from the first picture on.
 */
function placeFirst({ nodes, start }: LayoutTask): SimulationNodeDatum[] {
  const groups = new Map<string, number>();
  const spacing = 16 * Math.sqrt(nodes.length / 100 + 1);
  return nodes.map(({ articleId, outlet }, place) => {
    const [x, y] = [start[place * 2] ?? Number.NaN, start[place * 2 + 1] ?? Number.NaN];
    if (!Number.isNaN(x) && !Number.isNaN(y)) return { x, y };
    const group = articleId ?? outlet ?? `alone ${place}`;
    const number = groups.get(group) ?? groups.size;
    groups.set(group, number);
    const radius = spacing * Math.sqrt(number + 0.5);
    const own = 4 * Math.sqrt(place + 0.5);
    return {
      x: radius * Math.cos(number * golden) + 0.2 * own * Math.cos(place * golden),
      y: radius * Math.sin(number * golden) + 0.2 * own * Math.sin(place * golden),
    };
  });
}
