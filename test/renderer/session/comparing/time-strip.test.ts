import { expect, test } from 'vitest';
import type { ArticleRecord } from '../../../../app/record/records.ts';
import { timeStrip } from '../../../../renderer/session/comparing/time-strip.ts';
import { countingMaker, sampleArticle } from '../../../support/records.ts';

const maker = countingMaker();

function published(number: number, date: string | null, guess = false): ArticleRecord {
  const article = sampleArticle(maker, number);
  return {
    ...article,
    detected: { ...article.detected, published: date },
    provenance: {
      published: { source: 'meta', confidence: guess ? 'guessed' : 'stated' },
    },
  };
}

test('W10 articles stand where they were published, less precise dates over all that they may mean', () => {
  const articles = [
    published(1, '2031-12-31'),
    published(2, null),
    published(3, '2031'),
    published(4, '2031-07-02T12:00Z', true),
    published(5, '2040-01-01', true),
  ];
  const { marks, reach } = timeStrip(articles);
  expect(reach).toEqual([Date.UTC(2031, 0, 1), Date.UTC(2032, 0, 1)]);
  const numbers = marks.map(({ id }) => articles.find((article) => article.id === id)?.number);
  // What has no date, and the guess beyond the stated ones, comes last.
  expect(numbers).toEqual([3, 4, 1, 2, 5]);
  expect(marks.map(({ guess }) => guess)).toEqual([false, true, false, false, true]);
  expect(marks[0]?.span).toEqual([0, 1]);
  expect(marks[1]?.span?.[0]).toBeCloseTo(0.5, 2);
  expect(marks[2]?.span?.[0]).toBeCloseTo(364 / 365, 6);
  expect(marks[3]?.span).toBe(null);
  expect(marks[4]?.span).toBe(null);
});

test('W10 without a stated date the strip reaches over the guesses; without any date over nothing', () => {
  const guesses = timeStrip([published(1, '2031-01-01', true), published(2, '2031-01-03', true)]);
  expect(guesses.reach).toEqual([Date.UTC(2031, 0, 1), Date.UTC(2031, 0, 4)]);
  expect(timeStrip([published(1, null)])).toMatchObject({ reach: null, marks: [{ span: null }] });
});
