import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareSpans,
  type Segment,
  type Span,
  sweepBlock,
  sweepSegments,
} from '../../../app/annotation/segments.ts';
import type { TextOffset } from '../../../app/base/brand.ts';
import type { Block } from '../../../app/record/text.ts';

function blocksOf(...lengths: readonly number[]): readonly Block[] {
  let start = 0;
  return lengths.map((length) => {
    const block = {
      kind: 'paragraph',
      start: start as TextOffset,
      end: (start + length) as TextOffset,
    } as const;
    start += length + 1;
    return block;
  });
}

function span(id: string, start: number, end: number): Span {
  return { id, start: start as TextOffset, end: end as TextOffset };
}

function brief(lists: readonly (readonly Segment[])[]): readonly (readonly string[])[] {
  return lists.map((list) => list.map(({ start, end, ids }) => `${start}-${end} ${ids.join('')}`));
}

/** The slow oracle: for each code unit of the block the set of ids over it, then runs of equal sets. */
function sweptByUnit(block: Block, spans: readonly Span[]): string[] {
  const sorted = spans.toSorted(compareSpans);
  const runs: { start: number; end: number; ids: string }[] = [];
  for (let unit: number = block.start; unit < block.end; unit += 1) {
    const ids = sorted
      .filter(({ start, end }) => start <= unit && unit < end)
      .map(({ id }) => id)
      .join('');
    const last = runs.at(-1);
    if (last !== undefined && last.end === unit && last.ids === ids) {
      last.end = unit + 1;
    } else if (ids !== '') {
      runs.push({ start: unit, end: unit + 1, ids });
    }
  }
  return runs.map(({ start, end, ids }) => `${start}-${end} ${ids}`);
}

const randomSpans = fc
  .array(fc.tuple(fc.nat(60), fc.nat(25)), { maxLength: 26 })
  .map((pairs) =>
    pairs.map(([start, length], index) =>
      span(String.fromCharCode(97 + index), start, start + length),
    ),
  );
const randomBlocks = fc
  .array(fc.integer({ min: 1, max: 20 }), { maxLength: 8 })
  .map((lengths) => blocksOf(...lengths));

describe('sweepSegments', () => {
  test.each<[string, readonly Span[], readonly (readonly string[])[]]>([
    ['none', [], [[], []]],
    ['one', [span('a', 2, 5)], [['2-5 a'], []]],
    ['partly overlapping', [span('a', 0, 5), span('b', 3, 8)], [['0-3 a', '3-5 ab', '5-8 b'], []]],
    ['nested', [span('b', 3, 5), span('a', 1, 8)], [['1-3 a', '3-5 ab', '5-8 a'], []]],
    ['equal, by id', [span('b', 1, 4), span('a', 1, 4)], [['1-4 ab'], []]],
    [
      'starting together, the longer first',
      [span('a', 1, 4), span('b', 1, 6)],
      [['1-4 ba', '4-6 b'], []],
    ],
    ['adjacent', [span('a', 0, 4), span('b', 4, 8)], [['0-4 a', '4-8 b'], []]],
    ['across both blocks', [span('a', 6, 14)], [['6-10 a'], ['11-14 a']]],
    ['over everything', [span('a', 0, 21)], [['0-10 a'], ['11-21 a']]],
    ['only the line feed between', [span('a', 10, 11)], [[], []]],
    ['empty', [span('a', 3, 3)], [[], []]],
    ['in the second only', [span('a', 11, 12)], [[], ['11-12 a']]],
  ])('A4 %s', (_name, spans, expected) => {
    expect(brief(sweepSegments(blocksOf(10, 10), spans))).toEqual(expected);
  });

  test('A4 agrees with the sets of each code unit, in any order of the spans', () => {
    fc.assert(
      fc.property(randomBlocks, randomSpans, (blocks, spans) => {
        const expected = blocks.map((block) => sweptByUnit(block, spans));
        expect(brief(sweepSegments(blocks, spans))).toEqual(expected);
        expect(brief(sweepSegments(blocks, spans.toReversed()))).toEqual(expected);
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  test('A4 agrees with them in deep stacks and over many blocks, too', () => {
    const ids = Array.from({ length: 80 }, (_unused, index) => String.fromCharCode(0x100 + index));
    const deep = fc
      .array(fc.tuple(fc.nat(700), fc.integer({ min: 1, max: 500 })), {
        minLength: 40,
        maxLength: ids.length,
      })
      .map((pairs) =>
        pairs.map(([start, length], index) => span(ids[index] ?? '', start, start + length)),
      );
    const many = fc
      .array(fc.integer({ min: 1, max: 30 }), { minLength: 30, maxLength: 60 })
      .map((lengths) => blocksOf(...lengths));
    let deepest = 0;
    fc.assert(
      fc.property(many, deep, (blocks, spans) => {
        const swept = sweepSegments(blocks, spans);
        expect(brief(swept)).toEqual(blocks.map((block) => sweptByUnit(block, spans)));
        for (const segment of swept.flat()) deepest = Math.max(deepest, segment.ids.length);
      }),
      { seed: 6, numRuns: 60 },
    );
    expect(deepest).toBeGreaterThan(35);
  });

  test('A4 one block alone gives what the whole sweep gives it', () => {
    fc.assert(
      fc.property(randomBlocks, randomSpans, (blocks, spans) => {
        const sorted = spans.toSorted(compareSpans);
        expect(blocks.map((block) => sweepBlock(block, sorted))).toEqual(
          sweepSegments(blocks, spans),
        );
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  test('A4 leaves what it was given as it was', () => {
    const spans = Object.freeze([span('b', 4, 6), span('a', 0, 5)]);
    sweepSegments(blocksOf(10), spans);
    expect(spans.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('A4 makes 400 staggered spans into 799 segments, not tens of thousands of pieces', () => {
    const spans = Array.from({ length: 400 }, (_unused, index) =>
      span(`s${index}`, index, index + 400),
    );
    const [segments] = sweepSegments(blocksOf(1000), spans);
    expect(segments).toHaveLength(799);
    expect(segments?.[399]?.ids).toHaveLength(400);
  });
});
