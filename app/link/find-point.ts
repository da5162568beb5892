export type Direction = 'left' | 'right' | 'up' | 'down';

const ways: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** How much more it counts to lie aside than to lie farther on. */
const aside = 2;

/**
 * The point that an arrow key leads to from another one: the nearest in that direction, where what lies aside counts as
 * farther off; `null`: there is none. `points` has x and y in turn. O(points).
 */
export function pointTowards(
  points: Float64Array,
  from: number,
  direction: Direction,
): number | null {
  const [ux, uy] = ways[direction];
  const [x, y] = [points[from * 2] ?? 0, points[from * 2 + 1] ?? 0];
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let place = 0; place * 2 < points.length; place += 1) {
    if (place === from) continue;
    const [dx, dy] = [(points[place * 2] ?? 0) - x, (points[place * 2 + 1] ?? 0) - y];
    const along = dx * ux + dy * uy;
    const across = Math.abs(dx * uy) + Math.abs(dy * ux);
    // Beyond that it is more beside than in that direction, and another key leads there.
    if (along <= 0 || across > along * 2) continue;
    const distance = along + aside * across;
    if (distance >= least) continue;
    least = distance;
    best = place;
  }
  return best;
}

/** The point nearest to a place, at most `reach` away; `null`: none is. O(points). */
export function pointAt(points: Float64Array, x: number, y: number, reach: number): number | null {
  let best: number | null = null;
  let least = reach * reach;
  for (let place = 0; place * 2 < points.length; place += 1) {
    const [dx, dy] = [(points[place * 2] ?? 0) - x, (points[place * 2 + 1] ?? 0) - y];
    const distance = dx * dx + dy * dy;
    if (distance > least) continue;
    least = distance;
    best = place;
  }
  return best;
}
