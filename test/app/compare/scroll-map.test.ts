import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heaviestInOrder } from '../../../app/compare/heaviest-in-order.ts';
import {
  heightBeside,
  type Joint,
  readingLine,
  scrolledTo,
  scrolledWith,
  scrollKnots,
  turnedAbout,
} from '../../../app/compare/scroll-map.ts';

const height = fc.integer({ min: 200, max: 6000 });
const joint = fc
  .tuple(
    fc.integer({ min: 1, max: 6000 }),
    fc.integer({ min: 1, max: 6000 }),
    fc.integer({ min: 1, max: 40 }),
  )
  .map(
    ([left, right, weight]): Joint => ({
      left: { top: left, bottom: left + 20 },
      right: { top: right, bottom: right + 20 },
      weight,
    }),
  );
const joints = fc.array(joint, { maxLength: 12 });

describe('W9: scrolling together', () => {
  test('W9 the pairs that are kept are in one order and weigh most of all that could be', () => {
    const pair = fc.record({
      left: fc.integer({ min: 0, max: 9 }),
      right: fc.integer({ min: 0, max: 9 }),
      weight: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 9 }), (pairs) => {
        const kept = heaviestInOrder(pairs, 10);
        for (const [index, one] of kept.entries()) {
          const before = kept[index - 1];
          if (before === undefined) continue;
          expect(one.left).toBeGreaterThan(before.left);
          expect(one.right).toBeGreaterThan(before.right);
        }
        let best = 0;
        for (let choice = 0; choice < 2 ** pairs.length; choice += 1) {
          const chosen = pairs
            .filter((_pair, index) => (choice >> index) & 1)
            .sort((one, other) => one.left - other.left);
          const inOrder = chosen.every((one, index) => {
            const before = chosen[index - 1];
            return before === undefined || (one.left > before.left && one.right > before.right);
          });
          const weight = chosen.reduce((sum, one) => sum + one.weight, 0);
          if (inOrder) best = Math.max(best, weight);
        }
        expect(kept.reduce((sum, one) => sum + one.weight, 0)).toBe(best);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('W9 the map goes from top to end, ascends, and never jumps', () => {
    fc.assert(
      fc.property(joints, height, height, (list, left, right) => {
        const knots = scrollKnots(list, left, right, 80);
        expect(heightBeside(knots, 0)).toBe(0);
        expect(heightBeside(knots, left)).toBeCloseTo(right, 6);
        for (const [index, knot] of knots.entries()) {
          const before = knots[index - 1];
          if (before === undefined) continue;
          expect(knot.left).toBeGreaterThan(before.left);
          expect(knot.right).toBeGreaterThan(before.right);
          // Continuous: a moment before a knot the height is the knot's.
          expect(heightBeside(knots, knot.left - 1e-7)).toBeCloseTo(knot.right, 2);
        }
        for (let at = 0; at < left; at += 7) {
          const here = heightBeside(knots, at);
          expect(heightBeside(knots, at + 1)).toBeGreaterThan(here);
          expect(heightBeside(turnedAbout(knots), here)).toBeCloseTo(at, 4);
        }
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  test('W9 joints of one order stand beside each other, and around their tops both texts move alike', () => {
    const list: Joint[] = [
      { left: { top: 300, bottom: 340 }, right: { top: 900, bottom: 940 }, weight: 9 },
      { left: { top: 700, bottom: 740 }, right: { top: 1000, bottom: 1040 }, weight: 5 },
      // Crosses the first one and weighs less.
      { left: { top: 500, bottom: 520 }, right: { top: 100, bottom: 120 }, weight: 3 },
    ];
    const knots = scrollKnots(list, 1000, 2000, 30);
    expect(heightBeside(knots, 300)).toBeCloseTo(900, 6);
    expect(heightBeside(knots, 310)).toBeCloseTo(910, 6);
    expect(heightBeside(knots, 280)).toBeCloseTo(880, 6);
    expect(heightBeside(knots, 700)).toBeCloseTo(1000, 6);
    expect(heightBeside(knots, 500)).toBeGreaterThan(900);
  });

  test('W9 every height comes to stand on the reading line, the one before sooner', () => {
    fc.assert(
      fc.property(height, fc.integer({ min: 50, max: 900 }), (whole, view) => {
        const most = Math.max(0, whole - view);
        expect(readingLine({ top: 0, most, view })).toBe(0);
        if (most === 0) return;
        expect(readingLine({ top: most, most, view })).toBeCloseTo(whole, 6);
        let before = -1;
        for (let top = 0; top <= most; top += Math.max(1, most / 97)) {
          const line = readingLine({ top, most, view });
          expect(line).toBeGreaterThan(before);
          expect(line - top).toBeLessThanOrEqual(view + 1e-6);
          expect(Math.abs(scrolledTo(line, { most, view }) - top)).toBeLessThanOrEqual(0.25);
          before = line;
        }
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  test('W9 what is on the reading line stands at one height, unless a text has come to its end', () => {
    const at = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(joints, height, height, at, (list, left, right, share) => {
        const view = 150;
        const knots = scrollKnots(list, left, right, 80);
        const leader = { top: share * (left - view), most: left - view, view };
        const top = scrolledWith(knots, leader, { most: right - view });
        expect(top).toBeGreaterThanOrEqual(0);
        expect(top).toBeLessThanOrEqual(right - view);
        const line = readingLine(leader);
        const wanted = heightBeside(knots, line) - (line - leader.top);
        if (wanted >= 0 && wanted <= right - view) expect(top).toBeCloseTo(wanted, 6);
        const start = scrolledWith(
          knots,
          { top: 0, most: left - view, view },
          { most: right - view },
        );
        const end = scrolledWith(
          knots,
          { top: left - view, most: left - view, view },
          { most: right - view },
        );
        expect(start).toBe(0);
        expect(end).toBeCloseTo(right - view, 6);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
