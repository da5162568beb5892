import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextAligner } from '../../../app/compare/align-texts.ts';
import { unitsOf } from '../../../app/compare/units-of.ts';
import { textOf } from '../parallel/text-of.ts';

const word = fc.constantFrom(
  ...'alpha beta gamma delta epsilon zeta eta theta 25 it’s “so” end.'.split(' '),
);
const paragraph = fc.array(word, { minLength: 1, maxLength: 16 }).map((list) => list.join(' '));
const text = fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((list) => textOf(...list));

/** The length of the longest common subsequence, by the textbook's table. */
function commonCount(left: readonly number[], right: readonly number[]): number {
  let above = new Array<number>(right.length + 1).fill(0);
  for (const ours of left) {
    const row = [0];
    for (const [at, theirs] of right.entries()) {
      row.push(ours === theirs ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0));
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}

describe('U: aligning two texts', () => {
  test('U2 which text is which makes no difference', () => {
    const aligner = new TextAligner();
    fc.assert(
      fc.property(text, text, fc.integer({ min: 3, max: 8 }), (one, other, least) => {
        const [ours, theirs] = [unitsOf(one), unitsOf(other)];
        const there = aligner.align(ours, theirs, least).map(({ runs, ...passage }) => ({
          ...passage,
          runs: [...runs],
        }));
        const back = aligner.align(theirs, ours, least).map(({ runs, ...passage }) => ({
          ...passage,
          left: passage.right,
          leftEnd: passage.rightEnd,
          right: passage.left,
          rightEnd: passage.leftEnd,
          runs: [...runs].map(
            (_, at, all) => all[at % 3 === 2 ? at : at % 3 === 0 ? at + 1 : at - 1],
          ),
        }));
        expect(back).toEqual(there);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  test('U2 its runs are equal units in order inside the passage, never more than can be in order', () => {
    const aligner = new TextAligner();
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [ours, theirs] = [unitsOf(one), unitsOf(other)];
        for (const passage of aligner.align(ours, theirs, 5)) {
          const { left, leftEnd, right, rightEnd, runs, likeness, verbatim } = passage;
          let [ourNext, theirNext, matched] = [left, right, 0];
          for (let at = 0; at < runs.length; at += 3) {
            const [from = 0, to = 0, count = 0] = runs.subarray(at, at + 3);
            expect(from).toBeGreaterThanOrEqual(ourNext);
            expect(to).toBeGreaterThanOrEqual(theirNext);
            expect(ours.hashes.slice(from, from + count)).toEqual(
              theirs.hashes.slice(to, to + count),
            );
            [ourNext, theirNext, matched] = [from + count, to + count, matched + count];
          }
          expect(ourNext).toBeLessThanOrEqual(leftEnd);
          expect(theirNext).toBeLessThanOrEqual(rightEnd);
          const best = commonCount(
            [...ours.hashes.slice(left, leftEnd)],
            [...theirs.hashes.slice(right, rightEnd)],
          );
          expect(matched).toBeLessThanOrEqual(best);
          // The run that it began with is kept, so that a better alignment is missed at times, but not by much.
          expect(matched).toBeGreaterThanOrEqual(best * 0.6);
          expect(likeness).toBeGreaterThan(0.45);
          expect(verbatim).toBe(matched === leftEnd - left && matched === rightEnd - right);
        }
      }),
      { seed: 2, numRuns: 1500 },
    );
  });
});
