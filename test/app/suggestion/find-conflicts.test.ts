import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findFacts } from '../../../app/fact/find-facts.ts';
import {
  type ConflictPassage,
  type ConflictText,
  findConflicts,
} from '../../../app/suggestion/find-conflicts.ts';
import {
  shareTopics,
  statedQuantities,
  topicsOf,
} from '../../../app/suggestion/stated-quantities.ts';
import { type GoldPair, readPairs } from '../../bench/figures/read-gold.ts';
import { emptyConflictScore, scorePair } from '../../bench/figures/score-pair.ts';
import { textOf } from '../../bench/figures/text-of.ts';
import { sharedCorpus } from '../../support/shared-corpus.ts';

function articleOf(paragraphs: readonly string[], published: string | null): ConflictText {
  const text = textOf(paragraphs);
  return {
    text,
    language: 'en',
    published,
    facts: findFacts(text, { published, language: 'en' }),
    statements: [],
  };
}

/** The passage of an article that holds some words, as an analyst would mark it. */
function passageOf(of: ConflictText, words: string): ConflictPassage {
  const start = of.text.text.indexOf(words);
  if (start < 0) throw new Error(`The article does not say “${words}”.`);
  return { of, start, end: start + words.length } as ConflictPassage;
}

const values = (
  one: ConflictPassage,
  other: ConflictPassage,
  joined: 'parallel' | 'claim' = 'claim',
) =>
  findConflicts(one, other, joined).map(
    (conflict) => `${conflict.one.value} / ${conflict.other.value}`,
  );

describe('conflicts', () => {
  test.each([
    ['all pairs', () => true],
    ['pairs that nothing was mended on', (pair: GoldPair) => pair.isHeldOut],
  ] as const)('B11 to B15: %s of the gold', (_name, chosen) => {
    const score = emptyConflictScore();
    for (const pair of readPairs().filter(chosen)) scorePair(score, pair, findConflicts);
    expect(score.gold).toBeGreaterThan(20);
    expect(score.matched / score.found, score.faults.join('\n')).toBeGreaterThanOrEqual(0.9);
    expect(score.matched / score.gold, score.faults.join('\n')).toBeGreaterThanOrEqual(0.85);
    expect(score.remarked, score.faults.join('\n')).toBe(score.dated);
  });

  test('which passage comes first makes no difference', () => {
    for (const pair of readPairs()) {
      const [one, other] = pair.texts.map((words, side) =>
        passageOf(articleOf([words], pair.published[side] ?? null), words),
      );
      if (one === undefined || other === undefined) throw new Error('A pair has two texts.');
      const turned = findConflicts(other, one, 'claim').map((conflict) => [
        conflict.other.value,
        conflict.one.value,
        conflict.score,
      ]);
      const straight = findConflicts(one, other, 'claim').map((conflict) => [
        conflict.one.value,
        conflict.other.value,
        conflict.score,
      ]);
      expect(turned).toEqual(straight);
    }
  });

  test('nothing conflicts with itself', () => {
    for (const { texts, published } of readPairs()) {
      const article = articleOf([texts[0]], published[0]);
      expect(
        findConflicts(passageOf(article, texts[0]), passageOf(article, texts[0]), 'parallel'),
      ).toEqual([]);
    }
  });

  test('B12: a passage that ends before the number counts with its sentence', () => {
    const one = articleOf(
      ['Officials said the blast at the depot killed 12 people.'],
      '2024-03-14',
    );
    const other = articleOf(
      ['Officials said the blast at the depot killed 19 people.'],
      '2024-03-14',
    );
    expect(
      values(
        passageOf(one, 'Officials said the blast at the depot'),
        passageOf(other, 'Officials said the blast at the depot'),
        'parallel',
      ),
    ).toEqual(['12 people killed / 19 people killed']);
  });

  test('B15: articles of different days are not taken for the same event', () => {
    const lead = (day: string) => `The two leaders spoke by phone on ${day}.`;
    const one = articleOf([lead('Thursday'), 'They signed two agreements.'], '2024-02-09');
    const other = articleOf([lead('Wednesday'), 'They signed five agreements.'], '2022-06-17');
    const [conflict] = findConflicts(
      passageOf(one, 'signed two agreements'),
      passageOf(other, 'signed five agreements'),
      'link',
    );
    expect(conflict?.remark).toBe(
      'One article tells of 2024-02-08, the other of 2022-06-15: they may be about different events.',
    );
    const same = articleOf([lead('Thursday'), 'They signed five agreements.'], '2024-02-10');
    const [sure] = findConflicts(
      passageOf(one, 'signed two agreements'),
      passageOf(same, 'signed five agreements'),
      'link',
    );
    expect(sure?.remark).toBeNull();
    expect(sure?.score).toBeGreaterThan(conflict?.score ?? 1);
  });

  test('B15: a picture’s date is not the event’s', () => {
    const one = articleOf(
      ['The leaders in Moscow, June 5, 2019. File photo', 'They signed two agreements.'],
      '2024-02-09',
    );
    const other = articleOf(['They signed five agreements on Thursday.'], '2024-02-09');
    expect(
      findConflicts(
        passageOf(one, 'signed two agreements'),
        passageOf(other, 'signed five agreements'),
        'claim',
      )[0]?.remark,
    ).toBeNull();
  });

  const files = sharedCorpus('xi-putin-calls');
  test.skipIf(files.length === 0)(
    'B14, B15: the trade figures of five real articles, with their years (skipped without the corpus)',
    () => {
      const articles = files.map((file) =>
        articleOf(
          readFileSync(file, 'utf8')
            .split(/\n+/u)
            .filter((line) => line.trim() !== ''),
          null,
        ),
      );
      const found: string[] = [];
      for (const [at, one] of articles.entries()) {
        for (const other of articles.slice(at + 1)) {
          if (!shareTopics(topicsOf(one), topicsOf(other))) continue;
          for (const first of statedQuantities(one)) {
            for (const second of statedQuantities(other)) {
              if (!first.keys.some((key) => second.keys.includes(key))) continue;
              for (const { one: mine, other: their, remark } of findConflicts(
                { of: one, ...first },
                { of: other, ...second },
                'quantity',
              )) {
                found.push(`${mine.value} / ${their.value}: ${remark}`);
              }
            }
          }
        }
      }
      expect(found).toEqual([
        'over 200 billion USD (last year) / 190 billion USD (2022): One figure is for “last year”, whose year is not known, the other for 2022.',
      ]);
    },
  );
});
