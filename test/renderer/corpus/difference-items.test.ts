import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textDifferences } from '../../../app/compare/text-differences.ts';
import { compareTexts } from '../../../renderer/session/reading/compare-texts.ts';
import {
  countDifferences,
  type DifferenceItem,
  describeDifference,
  differenceItems,
} from '../../../renderer/session/reading/difference-items.ts';
import { similarityInWords } from '../../../renderer/session/reading/differences.ts';
import { revisionOf } from '../reader/revisions.ts';

const seeded = { seed: 20_310_513, numRuns: 200 };
const block = fc.constantFrom('a b', 'c d', 'e f g', 'h', 'i j k l');
const texts = fc.array(block, { minLength: 1, maxLength: 16 }).map((list) => revisionOf(...list));

/** How many blocks of the left text the items show or hide. */
function leftBlocks(items: readonly DifferenceItem[]): number {
  return items.reduce(
    (sum, item) => sum + (item.kind === 'fold' ? item.count : item.left === null ? 0 : 1),
    0,
  );
}

describe('the lines of two texts read side by side', () => {
  test('V1: hold every block of both texts once, folded or not', () => {
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const differences = textDifferences(left, right);
        const folded = differenceItems(differences, left, right, new Set());
        const folds = folded.flatMap((item) => (item.kind === 'fold' ? [item.id] : []));
        const opened = differenceItems(differences, left, right, new Set(folds));
        for (const items of [folded, opened]) expect(leftBlocks(items)).toBe(left.blocks.length);
        expect(opened.some(({ kind }) => kind === 'fold')).toBe(false);
        const shown = opened.flatMap((item) =>
          item.kind === 'fold' || item.right === null ? [] : [item.right],
        );
        expect(shown.join('\n')).toBe(right.text);
        expect(new Set(opened.map(({ id }) => id)).size).toBe(opened.length);
        const places = opened.flatMap((item) =>
          item.kind === 'fold' || item.difference === null ? [] : [item.difference],
        );
        expect(new Set(places).size).toBe(countDifferences(differences));
      }),
      seeded,
    );
  });

  test('keep one unchanged paragraph in sight beside a difference', () => {
    const same = Array.from({ length: 12 }, (_, index) => `Unchanged paragraph ${index}`);
    const left = revisionOf(...same, 'The last one says no.');
    const right = revisionOf(...same, 'The last one says yes.');
    const items = differenceItems(textDifferences(left, right), left, right, new Set());
    expect(items.map(({ kind }) => kind)).toEqual(['fold', 'same', 'changed']);
    expect(items[0]).toMatchObject({ count: 11 });
    expect(describeDifference(items, 0)).toBe('Replaced “no” by “yes”.');
  });

  test('V4: nothing but the same text is called the same to the hundredth', () => {
    expect(similarityInWords(1)).toBe('100 % the same');
    expect(similarityInWords(0.99999)).toBe('99.9 % the same');
    expect(similarityInWords(0)).toBe('0 % the same');
  });

  test('V1: a thread of its own finds the same differences, and can be ended', async () => {
    const left = revisionOf('One paragraph.', 'And another one of some length.');
    const right = revisionOf('One paragraph!', 'And another one of some length.');
    const abort = new AbortController();
    expect(await compareTexts(left, right, abort.signal)).toEqual(textDifferences(left, right));
    const ended = compareTexts(left, right, abort.signal);
    abort.abort(new Error('The analyst went on.'));
    await expect(ended).rejects.toThrow('The analyst went on.');
  });
});
