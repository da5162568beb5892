import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AlignmentExtender } from '../../../app/compare/extend-alignment.ts';

const units = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 24 });

/** The best score of all beginnings of both, by the textbook's table of common subsequences. */
function bestScore(left: readonly number[], right: readonly number[]): number {
  let best = 0;
  let above = new Array<number>(right.length + 1).fill(0);
  for (let row = 0; row <= left.length; row += 1) {
    const here = new Array<number>(right.length + 1).fill(0);
    for (let column = 0; column <= right.length; column += 1) {
      if (row > 0 && column > 0) {
        here[column] =
          left[row - 1] === right[column - 1]
            ? (above[column - 1] ?? 0) + 1
            : Math.max(above[column] ?? 0, here[column - 1] ?? 0);
      }
      best = Math.max(best, 4 * (here[column] ?? 0) - row - column);
    }
    above = here;
  }
  return best;
}

function extended(
  left: readonly number[],
  right: readonly number[],
  drop: number,
  isBack: boolean,
) {
  const extender = new AlignmentExtender(drop);
  const side = (list: readonly number[]) => ({
    units: Uint32Array.from(isBack ? [...list].reverse() : list),
    start: isBack ? list.length - 1 : 0,
    step: isBack ? (-1 as const) : (1 as const),
    count: list.length,
  });
  const reach = extender.extend(side(left), side(right));
  const runs: (readonly [number, number, number])[] = [];
  extender.eachRun((ours, theirs, count) => runs.push([ours, theirs, count]));
  return { ...reach, runs: runs.reverse() };
}

const scoreOf = ({ left, right, matched }: { left: number; right: number; matched: number }) =>
  4 * matched - left - right;

describe('U: extending an alignment', () => {
  test('U2 an extension that is never given up is the best one, in either direction', () => {
    fc.assert(
      fc.property(units, units, fc.boolean(), (left, right, isBack) => {
        expect(scoreOf(extended(left, right, 1_000, isBack))).toBe(bestScore(left, right));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test('U2 its runs are equal units in order, as many as it says, and end where it ends', () => {
    fc.assert(
      fc.property(units, units, fc.constantFrom(2, 6, 16), (left, right, drop) => {
        const { runs, ...reach } = extended(left, right, drop, false);
        expect(scoreOf(reach)).toBeGreaterThanOrEqual(0);
        expect(scoreOf(reach)).toBeLessThanOrEqual(bestScore(left, right));
        let [ours, theirs, matched] = [0, 0, 0];
        for (const [from, to, count] of runs) {
          expect(from).toBeGreaterThanOrEqual(ours);
          expect(to).toBeGreaterThanOrEqual(theirs);
          expect(left.slice(from, from + count)).toEqual(right.slice(to, to + count));
          [ours, theirs, matched] = [from + count, to + count, matched + count];
        }
        expect([ours, theirs, matched]).toEqual([reach.left, reach.right, reach.matched]);
      }),
      { seed: 2, numRuns: 2000 },
    );
  });

  test('U2 seventeen words put in are passed over, eighteen are not, where more follows', () => {
    const common = (from: number): number[] => Array.from({ length: 20 }, (_, at) => from + at);
    const put = (count: number): number[] => Array.from({ length: count }, (_, at) => 500 + at);
    const left = [...common(100), ...common(200)];
    const reach = (count: number): number =>
      extended(left, [...common(100), ...put(count), ...common(200)], 16, false).left;
    expect(reach(17)).toBe(40);
    expect(reach(18)).toBe(20);
  });
});
