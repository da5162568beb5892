import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGraphemeBoundary } from '../../../app/anchor/graphemes.ts';
import {
  type Edge,
  type EdgeText,
  type EdgeUnit,
  moveEdge,
  placeEdge,
} from '../../../app/anchor/move-edge.ts';
import { segmenterFor } from '../../../app/anchor/segmenter.ts';
import { sentencesOf } from '../../../app/anchor/sentence-at.ts';
import { type TextRange, textRange } from '../../../app/anchor/text-range.ts';

function textOf(...blocks: readonly string[]): EdgeText {
  let start = 0;
  const ranges = blocks.map((block) => {
    const range = textRange(start, start + block.length);
    start += block.length + 1;
    return range;
  });
  return { text: blocks.join('\n'), blocks: ranges };
}

const call = textOf(
  'Two premiers, one call',
  '“We won’t wait.” Mr. Oduya said so. Nobody else did!',
  '王毅外长说。好的。',
);

/** The range of some words of a text. */
function at(of: EdgeText, words: string): TextRange {
  const start = of.text.indexOf(words);
  return textRange(start, start + words.length);
}

function words(of: EdgeText, { start, end }: TextRange): string {
  return of.text.slice(start, end);
}

describe('An edge moves', () => {
  test.each([
    ['end', 'word', 1, 'one', 'one call'],
    ['end', 'word', -1, 'premiers, one', 'premiers'],
    ['start', 'word', -1, 'one', 'premiers, one'],
    ['start', 'word', 1, 'premiers, one', 'one'],
    ['end', 'word', 1, 'one call', 'one call\n“We'],
    ['start', 'word', -1, 'We won’t', '“We won’t'],
    ['end', 'word', 1, 'else did', 'else did!'],
    ['end', 'character', 1, 'one', 'one c'],
    ['end', 'character', -1, 'one c', 'one'],
    ['start', 'character', -1, 'We', '“We'],
    ['end', 'character', 1, 'call', 'call\n“'],
    ['start', 'character', 1, 'call\n“We', 'all\n“We'],
    ['end', 'sentence', 1, 'Oduya', 'Oduya said so.'],
    ['start', 'sentence', -1, 'Oduya', 'Mr. Oduya'],
    ['end', 'sentence', -1, 'wait.” Mr. Oduya', 'wait.”'],
    ['end', 'sentence', 1, 'said so.', 'said so. Nobody else did!'],
    ['end', 'sentence', 1, '王毅', '王毅外长说。'],
    ['end', 'word', 1, '王毅', '王毅外长'],
  ] as const)('A12 the %s by %s, %i: “%s” becomes “%s”', (edge, unit, direction, from, to) => {
    expect(words(call, moveEdge(call, at(call, from), edge, unit, direction))).toBe(to);
  });

  test('A12 it stays where nothing would be left, and at the ends of the text', () => {
    const one = at(call, 'one');
    expect(moveEdge(call, one, 'end', 'word', -1)).toBe(one);
    expect(moveEdge(call, one, 'start', 'word', 1)).toBe(one);
    const all = textRange(0, call.text.length);
    expect(moveEdge(call, all, 'end', 'character', 1)).toBe(all);
    expect(moveEdge(call, all, 'start', 'sentence', -1)).toBe(all);
  });
});

describe('An edge is placed', () => {
  test.each([
    ['end', 'word', 'premiers', 'one ca', 'premiers, one call'],
    ['end', 'word', 'premiers', 'one c', 'premiers, one'],
    ['start', 'word', 'one call', 'Two pr', 'premiers, one call'],
    ['end', 'character', 'premiers', 'one c', 'premiers, one c'],
  ] as const)(
    'A12 the %s by %s of “%s” near the end of “%s”: “%s”',
    (edge, unit, from, to, result) => {
      const offset = at(call, to).end;
      expect(words(call, placeEdge(call, at(call, from), edge, unit, offset))).toBe(result);
    },
  );

  test('A12 beyond the other edge it stops at the last word', () => {
    expect(words(call, placeEdge(call, at(call, 'premiers, one'), 'end', 'word', 0))).toBe(
      'premiers',
    );
    expect(words(call, placeEdge(call, at(call, 'premiers, one'), 'start', 'word', 999))).toBe(
      'one',
    );
  });
});

const pieces = [
  ...[
    'a',
    'word ',
    'Xi ',
    '习近平',
    '😀',
    '👩‍👩‍👧 ',
    'e\u0301',
    'שלום ',
    '\u00a0',
    '“',
    '.” ',
    '. ',
    'Mr. ',
    '! ',
  ],
];
const edgeTexts = fc
  .array(
    fc
      .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 })
      .map((list) => `x${list.join('')}y`),
    { minLength: 1, maxLength: 5 },
  )
  .map((blocks) => textOf(...blocks));

/** Slow: every stop of the whole text. */
function allStops(of: EdgeText, edge: Edge, unit: EdgeUnit): readonly number[] {
  const stops = of.blocks.flatMap((block) => stopsOfBlock(of.text, block, edge, unit));
  return [...new Set(stops)].sort((left, right) => left - right);
}

function stopsOfBlock(
  text: string,
  block: EdgeText['blocks'][number],
  edge: Edge,
  unit: EdgeUnit,
): readonly number[] {
  if (unit === 'sentence') return [...sentencesOf(text, block)].map((range) => range[edge]);
  const inside = text.slice(block.start, block.end);
  const granularity = unit === 'word' ? 'word' : 'grapheme';
  const stops = [...segmenterFor(granularity).segment(inside)]
    .filter(({ segment, isWordLike }) =>
      unit === 'word' ? isWordLike === true : !/^\s$/u.test(segment),
    )
    .map(({ index, segment }) => block.start + index + (edge === 'start' ? 0 : segment.length));
  return unit === 'word' ? [...stops, block[edge]] : stops;
}

describe('Against every stop of the text', () => {
  const moves = fc.record({
    of: edgeTexts,
    first: fc.nat(),
    second: fc.nat(),
    edge: fc.constantFrom<Edge>('start', 'end'),
    unit: fc.constantFrom<EdgeUnit>('character', 'word', 'sentence'),
    direction: fc.constantFrom<1 | -1>(1, -1),
    offset: fc.nat(),
  });

  test('A12 a move goes to the next stop that leaves something, a placed edge to the nearest', () => {
    fc.assert(
      fc.property(moves, ({ of, first, second, edge, unit, direction, offset }) => {
        const starts = allStops(of, 'start', 'character');
        const start = starts[first % starts.length] ?? 0;
        const ends = allStops(of, 'end', 'character').filter((end) => end > start);
        const range = textRange(start, ends[second % ends.length] ?? 0);
        const stops = allStops(of, edge, unit).filter((stop) => isGraphemeBoundary(of.text, stop));
        const ahead = direction === 1 ? stops : stops.toReversed();
        const next = ahead.find((stop) => (stop - range[edge]) * direction > 0);
        const expected =
          next !== undefined && (edge === 'start' ? next < range.end : next > range.start)
            ? { ...range, [edge]: next }
            : range;
        expect(moveEdge(of, range, edge, unit, direction)).toEqual(expected);

        const other = edge === 'start' ? range.end : range.start;
        const left = stops.filter((stop) => (edge === 'start' ? stop < other : stop > other));
        const asked = offset % (of.text.length + 1);
        const wanted = edge === 'start' ? Math.min(asked, other - 1) : Math.max(asked, other + 1);
        const best = Math.min(...left.map((stop) => Math.abs(stop - wanted)));
        const placed = placeEdge(of, range, edge, unit, asked);
        if (left.length === 0) expect(placed).toEqual(range);
        else expect(Math.abs(placed[edge] - wanted)).toBe(best);
      }),
      { seed: 44, numRuns: 1_500 },
    );
  });
});
