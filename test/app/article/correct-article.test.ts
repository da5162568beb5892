import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import {
  confirmField,
  correctArticle,
  correctArticles,
  type MetadataPatch,
} from '../../../app/article/correct-article.ts';
import type { Diff } from '../../../app/record/diff.ts';
import type { ArticleRecord, MetadataField } from '../../../app/record/records.ts';
import { recordSchemas } from '../../../app/schema/record-schemas.ts';
import { countingMaker, sampleArticle } from '../../support/records.ts';

const maker = countingMaker('Ana');

/** The article after a diff of it; itself if the diff says nothing. */
function outcome(article: ArticleRecord, diff: Diff): ArticleRecord {
  return (diff.updated[0]?.[1] as ArticleRecord | undefined) ?? article;
}

const fields: readonly MetadataField[] = ['outlet', 'byline', 'language', 'section'];

describe('corrections of an article', () => {
  test('M1: a correction wins, and says who made it and when', () => {
    const article = sampleArticle(maker);
    const corrected = outcome(article, correctArticle(maker, article, 'outlet', 'The Ledger'));
    expect(effectiveMetadata(corrected).outlet).toBe('The Ledger');
    expect(corrected.detected).toBe(article.detected);
    expect(corrected.correctedBy?.outlet?.author).toBe('Ana');
    expect(corrected.correctedBy?.outlet?.at).toMatch(/^2031-/);
  });

  test('M1: the detected value takes the correction away, and with it who made it', () => {
    const article = sampleArticle(maker);
    const corrected = outcome(article, correctArticle(maker, article, 'outlet', null));
    expect(effectiveMetadata(corrected).outlet).toBeNull();
    const { outlet } = article.detected;
    const back = outcome(corrected, correctArticle(maker, corrected, 'outlet', outlet));
    expect([back.corrected, back.correctedBy]).toEqual([{}, {}]);
  });

  test('M1: fields that records of schema 1 do not have are corrected too', () => {
    const article = sampleArticle(maker);
    const one = outcome(article, correctArticle(maker, article, 'section', 'World'));
    const two = outcome(one, correctArticle(maker, one, 'updated', '2031-05-13'));
    expect(effectiveMetadata(two)).toMatchObject({ section: 'World', updated: '2031-05-13' });
    expect(Object.keys(two.correctedBy ?? {})).toEqual(['section', 'updated']);
    const back = outcome(two, correctArticle(maker, two, 'section', null));
    expect('section' in back.corrected).toBe(false);
  });

  test('M1: corrections have the keys of who made them, and other fields stay, in any order', () => {
    const step = fc.tuple(
      fc.constantFrom(...fields),
      fc.constantFrom(null, 'en', 'The Harbour Times', '2031'),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let article = sampleArticle(maker);
        const expected = new Map<MetadataField, unknown>();
        for (const [field, value] of steps) {
          article = outcome(article, correctArticles(maker, [article], { [field]: value }));
          expected.set(field, value);
        }
        expect(Object.keys(article.correctedBy ?? {}).sort()).toEqual(
          Object.keys(article.corrected).sort(),
        );
        const shown = effectiveMetadata(article);
        for (const [field, value] of expected) expect(shown[field]).toBe(value);
        expect(recordSchemas.article.safeParse(article).success).toBe(true);
      }),
      { seed: 31, numRuns: 100 },
    );
  });

  test('the same correction again is no change', () => {
    const article = sampleArticle(maker);
    const corrected = outcome(article, correctArticle(maker, article, 'byline', 'Ana Lind'));
    expect(correctArticle(maker, corrected, 'byline', 'Ana Lind').updated).toEqual([]);
    expect(correctArticle(maker, article, 'byline', null).updated).toEqual([]);
  });
});

describe('corrections of many articles', () => {
  test('M2: only the fields that are named, only where they are different, in one diff', () => {
    const [one, two] = [sampleArticle(maker, 1), sampleArticle(maker, 2)];
    const done = outcome(two, correctArticle(maker, two, 'outlet', 'The Ledger'));
    const patch: MetadataPatch = { outlet: 'The Ledger' };
    const diff = correctArticles(maker, [one, done], patch);
    expect(diff.updated.map(([before]) => before.id)).toEqual([one.id]);
    expect(Object.keys(outcome(one, diff).corrected)).toEqual(['outlet']);
  });
});

describe('confirming', () => {
  test('M3: a confirmed fact is the analyst’s word without a change of value', () => {
    const article = sampleArticle(maker);
    const confirmed = outcome(article, confirmField(maker, article, 'published'));
    expect(effectiveMetadata(confirmed)).toEqual(effectiveMetadata(article));
    expect(confirmed.correctedBy?.published?.author).toBe('Ana');
    // What the file says from now on is another thing; the analyst's word stays.
    const reread = { ...confirmed, detected: { ...confirmed.detected, published: '2031-06-01' } };
    expect(effectiveMetadata(reread).published).toBe('2031-05-12');
  });

  test('M3: it can be taken back, and a correction is not confirmed away', () => {
    const article = sampleArticle(maker);
    const confirmed = outcome(article, confirmField(maker, article, 'published'));
    const back = correctArticle(maker, confirmed, 'published', article.detected.published);
    expect(outcome(confirmed, back).corrected).toEqual({});
    const corrected = outcome(article, correctArticle(maker, article, 'published', '2031'));
    expect(confirmField(maker, corrected, 'published').updated).toEqual([]);
  });
});
