import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derivedId, readUuid } from '../../../app/base/derived-id.ts';
import { CodePointOffsets } from '../../../app/exchange/code-point-offsets.ts';
import { anchorDraft } from '../../../app/exchange/import/anchor-draft.ts';
import { PositionMap } from '../../../app/exchange/import/position-map.ts';
import type { DraftSelector } from '../../../app/exchange/import-draft.ts';

const text =
  'The ferry sank on Monday. 😀 The minister said the ferry was old.\nNobody knew why the ferry sank on Monday.';

function anchored(selector: DraftSelector, whole = text) {
  const result = anchorDraft(whole, new CodePointOffsets(whole), selector);
  if (!result.ok) return result.error.message;
  const { start, end, how } = result.value;
  return [how, start, whole.slice(start, end)];
}

describe('where the words of a draft are', () => {
  test('J2 at the offsets, in either way of counting', () => {
    const start = text.indexOf('The minister');
    const points = [...text.slice(0, start)].length;
    expect(points).toBe(start - 1);
    const quote = 'The minister';
    const at = (from: number, unit: 'utf-16' | 'code-point') => ({
      quote,
      position: { start: from, end: from + quote.length, unit },
    });
    expect(anchored(at(start, 'utf-16'))).toEqual(['exact', start, quote]);
    expect(anchored(at(points, 'code-point'))).toEqual(['exact', start, quote]);
    expect(anchored(at(points, 'utf-16'))).toEqual(['moved', start, quote]);
    expect(anchored({ position: at(points, 'code-point').position })).toEqual([
      'exact',
      start,
      quote,
    ]);
  });

  test('J2 of several places the one whose neighbours agree, else the nearest', () => {
    const quote = 'ferry sank on Monday';
    expect(anchored({ quote, prefix: 'why the ' })).toEqual([
      'moved',
      text.lastIndexOf(quote),
      quote,
    ]);
    expect(anchored({ quote, suffix: '. 😀' })).toEqual(['moved', 4, quote]);
    const far = { start: 90, end: 110, unit: 'utf-16' as const };
    expect(anchored({ quote, position: far })).toEqual(['moved', text.lastIndexOf(quote), quote]);
    expect(anchored({ quote })).toBe(
      'Its words stand 2 times in the article, and nothing tells which is meant.',
    );
  });

  test('J2 other typography and a changed word are found, others are not', () => {
    const whole =
      'He said: “We don’t know why it sank” and left the room at noon without a further word.';
    expect(anchored({ quote: '"We don\'t  know why it sank"' }, whole)).toEqual([
      'moved',
      9,
      '“We don’t know why it sank”',
    ]);
    const changed = 'left the room at noon without one further word';
    expect(anchored({ quote: changed }, whole)).toEqual([
      'similar',
      whole.indexOf('left'),
      'left the room at noon without a further word',
    ]);
    expect(anchored({ quote: 'nothing of the kind stands here' }, whole)).toBe(
      'Its words do not stand in the article.',
    );
  });

  test('J2 offsets without words: outside of the text, none, or nothing is refused', () => {
    const at = (start: number, end: number) =>
      anchored({ position: { start, end, unit: 'utf-16' } });
    expect(at(5, 5)).toBe('It marks no words.');
    expect(at(-1, 5)).toBe('It lies outside the text.');
    expect(at(0, text.length + 1)).toBe('It lies outside the text.');
    expect(at(0.5, 3)).toBe('It says neither which words nor where.');
    expect(anchored({})).toBe('It says neither which words nor where.');
    expect(anchored({ quote: '' })).toBe('It says neither which words nor where.');
  });

  test('J2 any words of a text are found at their offsets', () => {
    const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (whole, one, other) => {
        const points = [...whole];
        const [start, end] = [one % points.length, other % points.length].sort((a, b) => a - b);
        if (start === undefined || end === undefined) return;
        const quote = points.slice(start, end + 1).join('');
        const position = { start, end: end + 1, unit: 'code-point' as const };
        const result = anchored({ quote, position }, whole);
        expect(result).toEqual(['exact', points.slice(0, start).join('').length, quote]);
      }),
      { seed: 20260725, numRuns: 300 },
    );
  });
});

describe('ways of counting', () => {
  test('code points and code units lead to each other, as a slow count has them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (whole) => {
        const offsets = new CodePointOffsets(whole);
        const points = [...whole];
        for (let point = 0; point <= points.length; point += 1) {
          const unit = points.slice(0, point).join('').length;
          expect(offsets.toUnits(point)).toBe(unit);
          expect(offsets.toCodePoints(unit)).toBe(point);
        }
        expect(offsets.length).toBe(points.length);
      }),
      { seed: 20260726, numRuns: 60 },
    );
  });

  test('J2 offsets in a text with other line ends and spaces are mapped by its letters', () => {
    const source = '\ufeffOne  line\r\n\r\n  Two\tlines here \r\nThree';
    const canonical = 'One line\nTwo lines here\nThree';
    const map = new PositionMap(source, canonical);
    for (const word of ['Three', 'One', 'line', 'Two', 'lines here', 'here', 'Two\tlines']) {
      const start = source.indexOf(word);
      const [from, to] = [map.start(start), map.end(start + word.length)];
      expect(canonical.slice(from, to)).toBe(word.replace('\t', ' '));
    }
  });
});

describe('ids that follow from others', () => {
  test('J3 the same words make the same id, which is in order of time', () => {
    const id = derivedId(['annotation', 'a', 'b'], '2031-05-12T09:14:00Z');
    expect(id).toBe(derivedId(['annotation', 'a', 'b'], '2031-05-12T09:14:00.000Z'));
    expect(id).not.toBe(derivedId(['annotation', 'a b'], '2031-05-12T09:14:00Z'));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(derivedId(['x'], '2031-05-11') < id).toBe(true);
    expect(derivedId(['x'], null).startsWith('00000000-0000-7')).toBe(true);
    expect(derivedId(['x'], 'yesterday')).toBe(derivedId(['x'], null));
  });

  test('J3 a UUID is read in all its forms', () => {
    const bare = '0190a000-0000-7000-8000-00000000000a';
    for (const form of [bare, bare.toUpperCase(), `{${bare}}`, `urn:uuid:${bare}`, ` ${bare} `]) {
      expect(readUuid(form)).toBe(bare);
    }
    for (const other of ['', 'T1', bare.slice(1), `${bare}0`, 'http://example.org']) {
      expect(readUuid(other)).toBeNull();
    }
  });
});
