import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ParallelSuggestion, SuggestedPassage } from '../../../../app/host/suggestions.ts';
import { parallelMarks } from '../../../../renderer/session/parallels/parallel-marks.ts';
import type { SeenPair } from '../../../../renderer/session/parallels/seen-pair.ts';

const passage = (articleId: string, start: number, end: number): SuggestedPassage =>
  ({ articleId, start, end, quote: '' }) as never;

function seen(start: number, end: number, other: string, verbatim = true): SeenPair {
  const own = passage('own', start, end);
  const there = passage(other, 0, end - start);
  const key = `${start} ${end} ${other}`;
  const pair = { key, one: own, other: there, verbatim, score: 1, words: 8 } as ParallelSuggestion;
  return { key, pair, own, other: there, decided: null };
}

const shown = (pairs: readonly SeenPair[]) =>
  parallelMarks(pairs).map(({ start, end, lane, articles }) => [start, end, lane, articles]);

test('U10 ranges that are mostly the same are one mark, whose articles are counted once each', () => {
  const pairs = [seen(10, 60, 'a'), seen(12, 60, 'b'), seen(10, 50, 'b'), seen(100, 140, 'a')];
  expect(shown(pairs)).toEqual([
    [10, 60, 0, 2],
    [100, 140, 0, 1],
  ]);
});

test('U10 a sentence of several articles inside a page that one has whole is a mark beside it, and counts that one', () => {
  expect(shown([seen(0, 900, 'copy'), seen(300, 380, 'a'), seen(302, 380, 'b')])).toEqual([
    [0, 900, 0, 1],
    [300, 380, 1, 3],
  ]);
});

test('U10 a mark is the same words everywhere only if all its pairs are', () => {
  expect(parallelMarks([seen(0, 40, 'a'), seen(0, 40, 'b', false)])[0]?.verbatim).toBe(false);
  expect(parallelMarks([seen(0, 40, 'a'), seen(0, 40, 'b')])[0]?.verbatim).toBe(true);
});

test('U10 whatever the pairs: each is in one mark that covers it, and marks of one lane do not overlap', () => {
  const pair = fc
    .tuple(
      fc.nat(3_000),
      fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 900, max: 1_200 })),
      fc.constantFrom('a', 'b', 'c'),
    )
    .map(([start, length, other]) => seen(start, start + length, other));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 40 }), (pairs) => {
      const marks = parallelMarks(pairs);
      expect(marks.flatMap((mark) => mark.pairs)).toHaveLength(pairs.length);
      const ids = new Set(marks.map(({ id }) => id));
      expect(ids.size).toBe(marks.length);
      for (const mark of marks) {
        const most = (mark.end - mark.start) / 2;
        const over = pairs.filter(
          ({ own }) => Math.min(own.end, mark.end) - Math.max(own.start, mark.start) >= most,
        );
        const of = [...over, ...mark.pairs].map(({ other }) => other.articleId);
        expect(mark.articles).toBeGreaterThanOrEqual(
          new Set(over.map(({ other }) => other.articleId)).size,
        );
        expect(mark.articles).toBeLessThanOrEqual(new Set(of).size);
        for (const { own } of mark.pairs) {
          expect(own.start).toBeGreaterThanOrEqual(mark.start);
          expect(own.end).toBeLessThanOrEqual(mark.end);
        }
        for (const other of marks) {
          if (other === mark || other.lane !== mark.lane) continue;
          expect(other.start >= mark.end || mark.start >= other.end).toBe(true);
        }
      }
    }),
    { seed: 20_310_512, numRuns: 300 },
  );
});
