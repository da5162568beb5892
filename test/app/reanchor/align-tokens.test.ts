import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignTokens } from '../../../app/reanchor/align-tokens.ts';
import { alignWith, readText } from '../../../app/reanchor/aligned-texts.ts';

/** The length of a longest common subsequence, by the table: slow and plain. */
function commonLength(left: readonly number[], right: readonly number[]): number {
  let above = new Array<number>(right.length + 1).fill(0);
  for (const one of left) {
    const row = [0];
    for (const [at, other] of right.entries()) {
      const diagonal = (above[at] ?? 0) + (one === other ? 1 : 0);
      row.push(Math.max(diagonal, above[at + 1] ?? 0, row[at] ?? 0));
    }
    above = row;
  }
  return above[right.length] ?? 0;
}

function expectAligned(left: readonly number[], right: readonly number[], pairs: Int32Array): void {
  let before = -1;
  for (const [at, pair] of pairs.entries()) {
    if (pair < 0) continue;
    expect(pair).toBeGreaterThan(before);
    expect(right[pair]).toBe(left[at]);
    before = pair;
  }
}

const words = (max: number, count: number) =>
  fc.array(fc.nat({ max }), { minLength: 0, maxLength: count });

describe('K4: words are aligned', () => {
  test('pairs rise and are the same words, whatever the texts', () => {
    fc.assert(
      fc.property(words(6, 200), words(6, 200), (left, right) => {
        expectAligned(left, right, alignTokens(Int32Array.from(left), Int32Array.from(right)));
      }),
      { seed: 41, numRuns: 300 },
    );
  });

  test('no pair is missing that could be added between its neighbours', () => {
    fc.assert(
      fc.property(words(9, 60), words(9, 60), (left, right) => {
        const pairs = alignTokens(Int32Array.from(left), Int32Array.from(right));
        let from = 0;
        for (const [at, one] of left.entries()) {
          const pair = pairs[at] ?? -1;
          if (pair >= 0) from = pair + 1;
          else {
            const behind = pairs.subarray(at + 1).find((other) => other >= 0) ?? right.length;
            expect(right.slice(from, behind)).not.toContain(one);
          }
        }
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  test('small texts: nearly as much is in common as can be', () => {
    fc.assert(
      fc.property(words(12, 45), words(12, 45), (left, right) => {
        const pairs = alignTokens(Int32Array.from(left), Int32Array.from(right));
        const found = pairs.filter((pair) => pair >= 0).length;
        // Runs count more than single words, so a little may be given away for them.
        expect(found).toBeGreaterThanOrEqual(Math.floor(0.75 * commonLength(left, right)));
      }),
      { seed: 43, numRuns: 500 },
    );
  });

  test('a long text with a few edits: all that was not touched', () => {
    const left = Array.from({ length: 5_000 }, (_, at) => (at * 7_919) % 997);
    const right = left.flatMap((one, at) => (at % 500 === 250 ? [2_000 + at] : [one]));
    const pairs = alignTokens(Int32Array.from(left), Int32Array.from(right));
    for (const [at, pair] of pairs.entries()) expect(pair).toBe(at % 500 === 250 ? -1 : at);
  });
});

describe('K8: what was inserted or cut is between paragraphs where it can be', () => {
  function kept(before: string, after: string): readonly string[] {
    const { old, young, pairs } = alignWith(readText(after), before);
    return Array.from(pairs, (pair, at) => {
      const one = before.slice(old.starts[at], old.ends[at]);
      return pair < 0 ? '' : `${one}@${young.starts[pair]}`;
    });
  }

  test('a paragraph behind another one that ends as it does', () => {
    const before = 'They stay.\nThey go.';
    const after = 'They stay.\nThey come.\nThey go.';
    expect(kept(before, after)).toEqual(['They@0', 'stay@5', '.@9', 'They@22', 'go@27', '.@29']);
    expect(kept(after, before)).toEqual([
      'They@0',
      'stay@5',
      '.@9',
      '',
      '',
      '',
      'They@11',
      'go@16',
      '.@18',
    ]);
  });
});
