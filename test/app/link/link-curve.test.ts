import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CurveBox, linkCurve } from '../../../app/link/link-curve.ts';

const box = fc.record({
  left: fc.integer({ min: 30, max: 1_200 }),
  top: fc.integer({ min: 0, max: 900 }),
  width: fc.constant(24),
  height: fc.constant(24),
});

function numbers(path: string): readonly number[] {
  return [...path.matchAll(/-?\d+(?:\.\d+)?/g)].map(([text]) => Number(text));
}

/** The points of a cubic curve, closely enough. */
function points(path: string): readonly (readonly [number, number])[] {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = numbers(path);
  return Array.from({ length: 41 }, (_, step) => {
    const t = step / 40;
    const u = 1 - t;
    const at = (a: number, b: number, c: number, d: number): number =>
      u ** 3 * a + 3 * u ** 2 * t * b + 3 * u * t ** 2 * c + t ** 3 * d;
    return [at(x0, x1, x2, x3), at(y0, y1, y2, y3)] as const;
  });
}

const isOutside = ([x, y]: readonly [number, number], { left, top, width, height }: CurveBox) =>
  x < left || x > left + width || y < top || y > top + height;

describe('L10: arrows between markers', () => {
  test('an arrow begins and ends right beside its markers, and its head lies at the end', () => {
    fc.assert(
      fc.property(box, box, (from, to) => {
        const { line, head } = linkCurve(from, to, 0);
        const [first, last] = [points(line)[0], points(line).at(-1)];
        if (first === undefined || last === undefined) throw new Error('No points.');
        for (const [[x, y], marker] of [
          [first, from],
          [last, to],
        ] as const) {
          const across = Math.max(marker.left - x, 0, x - marker.left - marker.width);
          const down = Math.max(marker.top - y, 0, y - marker.top - marker.height);
          expect(Math.hypot(across, down)).toBeLessThan(4);
          expect(isOutside([x, y], marker)).toBe(true);
        }
        const [, , tipX = 0, tipY = 0] = numbers(head);
        expect(Math.hypot(tipX - last[0], tipY - last[1])).toBeLessThan(0.2);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  test('in one margin it keeps to the left of both markers and within its pane', () => {
    const inMargin = fc.record({
      left: fc.integer({ min: 30, max: 80 }),
      top: fc.integer({ min: 0, max: 900 }),
      width: fc.constant(24),
      height: fc.constant(24),
    });
    fc.assert(
      fc.property(inMargin, inMargin, (from, to) => {
        fc.pre(Math.abs(from.top - to.top) > 30);
        const { line, middle } = linkCurve(from, to, 10);
        for (const [x] of points(line)) {
          expect(x).toBeGreaterThanOrEqual(9.5);
          expect(x).toBeLessThan(Math.max(from.left, to.left));
        }
        expect(middle).toBeNull();
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  test('between two panes there is room for a word in the middle', () => {
    const marker = { top: 100, width: 24, height: 24 };
    const { middle, line } = linkCurve(
      { ...marker, left: 40 },
      { ...marker, left: 540, top: 300 },
      0,
    );
    expect(middle).toEqual([302, 212]);
    expect(line).toBe('M67 112C302 112 302 312 537 312');
  });
});
