import { expect, test } from 'vitest';
import type { Suggestion } from '../../../app/host/suggestions.ts';
import { reasonOf } from '../../../app/suggestion/reasons.ts';

const names = { article: (id: string) => `The ${id}`, claim: () => 'C4' };
const one = { articleId: 'Times' };
const other = { articleId: 'Globe' };

// What a reason does not speak of may be absent.
const reason = (suggestion: object): string => reasonOf(suggestion as unknown as Suggestion, names);

test('Z2: a reason says in words what speaks for a suggestion', () => {
  const pair = { kind: 'parallel', one, other, words: 12, verbatim: true, formula: false };
  expect(reason({ ...pair, first: 'other' })).toBe(
    '12 words in common, the same throughout. The Globe published it first.',
  );
  expect(reason({ ...pair, first: null, verbatim: false, formula: true })).toBe(
    '12 words in common, with differences. A formula: a set phrase that many articles share.',
  );
  expect(reason({ kind: 'cluster', articles: 7, wordings: 3, formula: false })).toBe(
    'The same passage in 7 articles, in 3 wordings.',
  );
});

test('Z2: who is said to speak is doubted where the text leaves a doubt', () => {
  const quotation = { kind: 'quotation', form: 'direct', place: null };
  expect(reason({ ...quotation, speaker: { name: 'Ilse Brandt', sure: true } })).toBe(
    'A direct quotation, said by Ilse Brandt.',
  );
  expect(reason({ ...quotation, speaker: { name: 'Ilse Brandt', sure: false } })).toMatch(
    /not sure/,
  );
  expect(reason({ ...quotation, form: 'reported', place: 'in Hesk', speaker: null })).toBe(
    'A reported statement, in Hesk; the text does not tell who says it.',
  );
});

test('Z2: a conflict says both values and what has to be known; nobody is called silent', () => {
  const [left, right] = [{ value: '200 km' }, { value: '190 km' }];
  const conflict = { kind: 'conflict', about: 'figure', one: left, other: right };
  const remark = 'The articles tell of different days.';
  expect(reason({ ...conflict, joined: 'claim', remark })).toBe(
    'Different figures in passages under one claim: 200 km and 190 km. The articles tell of different days.',
  );
  const silence = reason({ kind: 'silence', claimId: 'x', nearest: null });
  expect(silence).toMatch(/^No passage found that is like the evidence of C4/);
  expect(silence).not.toMatch(/silent/);
});
