import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alteredQuote, alteredText } from '../../../app/brief/altered-quote.ts';
import {
  fits,
  leaveOut,
  normalise,
  presentAlterations,
  putIn,
  type QuoteAlteration,
  quoteWords,
  restore,
} from '../../../app/brief/quote-alterations.ts';

const quote = 'The bridge, which was built in 1932, collapsed on Monday.';

function printed(words: string, alterations: readonly QuoteAlteration[]): string {
  return alteredText(alteredQuote(words, alterations));
}

function rangeOf(words: string, of = quote): [number, number] {
  const start = of.indexOf(words);
  return [start, start + words.length];
}

const words = fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => text.isWellFormed());
const alteration = fc.record({
  start: fc.integer({ min: -3, max: 130 }),
  end: fc.integer({ min: -3, max: 130 }),
  text: fc.option(fc.string({ unit: 'binary', maxLength: 8 })),
});
const seeded = { seed: 21, numRuns: 500 };

describe('What a writer leaves out of a quotation and puts in', () => {
  test('I21 normalised alterations fit, and normalising them again changes nothing', () => {
    fc.assert(
      fc.property(words, fc.array(alteration, { maxLength: 6 }), (text, changes) => {
        const sound = normalise(text, changes);
        expect(fits(text, sound)).toBe(true);
        expect(normalise(text, sound)).toEqual(sound);
      }),
      seeded,
    );
  });

  test('I21 what is printed and what was left out together are the exact quote, and no character is torn', () => {
    fc.assert(
      fc.property(words, fc.array(alteration, { maxLength: 6 }), (text, changes) => {
        const pieces = alteredQuote(text, normalise(text, changes));
        const source = pieces.map((one) => (one.kind === 'source' ? one.text : one.omitted));
        expect(source.join('')).toBe(text);
        for (const piece of pieces) {
          expect(piece.text.isWellFormed()).toBe(true);
          if (piece.kind === 'altered') expect(piece.omitted.isWellFormed()).toBe(true);
        }
      }),
      seeded,
    );
  });

  test('I21 restoring all gives the exact quote', () => {
    fc.assert(
      fc.property(words, fc.array(alteration, { maxLength: 6 }), (text, changes) => {
        const sound = normalise(text, changes);
        expect(printed(text, restore(sound, 0, text.length + 1))).toBe(text);
      }),
      seeded,
    );
  });

  test('I21 words that are left out become an ellipsis, neighbouring ones a single one', () => {
    const once = leaveOut(quote, [], ...rangeOf('which was built'));
    expect(printed(quote, once)).toBe('The bridge, … in 1932, collapsed on Monday.');
    const twice = leaveOut(quote, once, ...rangeOf('in 1932,'));
    expect(printed(quote, twice)).toBe('The bridge, … collapsed on Monday.');
    expect(twice).toHaveLength(1);
  });

  test('I21 words are put in in brackets, in the place of others or before a word', () => {
    const instead = putIn(quote, [], ...rangeOf('Monday'), '[13 May]');
    expect(printed(quote, instead)).toBe(
      'The bridge, which was built in 1932, collapsed on [13 May].',
    );
    const [at] = rangeOf('collapsed');
    const before = putIn(quote, [], at, at, 'reportedly');
    expect(printed(quote, before)).toBe(
      'The bridge, which was built in 1932, [reportedly] collapsed on Monday.',
    );
    expect(printed(quote, restore(before, ...rangeOf('collapsed')))).toBe(quote);
    expect(printed(quote, restore(before, ...rangeOf('1932')))).not.toBe(quote);
  });

  test('I21 nothing put in, and nothing left out, is no alteration', () => {
    expect(putIn(quote, [], 4, 4, '  ')).toEqual([]);
    expect(fits(quote, [{ start: 4, end: 4, text: null }])).toBe(false);
    expect(fits('a😀b', [{ start: 2, end: 3, text: null }])).toBe(false);
    expect(fits(quote, [{ start: 0, end: quote.length + 1, text: null }])).toBe(false);
  });

  test('I22 alterations move with their words where the quote was extended or trimmed elsewhere', () => {
    const made = leaveOut(quote, [], ...rangeOf('which was built in 1932,'));
    const longer = `On the river: ${quote}`;
    const present = presentAlterations(longer, made, quote);
    expect(present).not.toBeNull();
    expect(printed(longer, present ?? [])).toBe('On the river: The bridge, … collapsed on Monday.');
    expect(presentAlterations(quote, made, quote)).toBe(made);
  });

  test('I22 alterations whose words changed apply no more, even where their offsets would still fit', () => {
    const made = leaveOut(quote, [], ...rangeOf('which was built in 1932,'));
    const other = quote.replace('built', 'begun');
    expect(fits(other, made)).toBe(true);
    expect(presentAlterations(other, made, quote)).toBeNull();
    expect(presentAlterations(quote.replace('bridge', 'tunnel'), made, quote)).not.toBeNull();
    expect(presentAlterations(quote.replace('collapsed', 'stood'), made, quote)).toBeNull();
    expect(presentAlterations('Too short', made, null)).toBeNull();
  });

  test('I22 what was altered at an end of the quote stays only where that end is one still', () => {
    const said = 'The minister said he would resign.';
    const cut = leaveOut(said, [], 0, 'The minister'.length);
    expect(presentAlterations(`${said} He did.`, cut, said)).toEqual(cut);
    expect(presentAlterations(`Nobody but ${said}`, cut, said)).toBeNull();
    const end = leaveOut(said, [], said.indexOf('he would'), said.length);
    expect(presentAlterations(`${said} He later denied it.`, end, said)).toBeNull();
  });

  test('I21 words are found in every script, signs between them too, and cover all but spaces', () => {
    expect(quoteWords('“Nobody knew,” he said.').map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [1, 7],
      [8, 12],
      [12, 14],
      [15, 17],
      [18, 22],
      [22, 23],
    ]);
    expect(quoteWords('我们不知道').length).toBeGreaterThan(1);
    fc.assert(
      fc.property(words, (text) => {
        const covered = quoteWords(text)
          .map(({ start, end }) => text.slice(start, end))
          .join('');
        expect(covered.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
      seeded,
    );
  });
});
