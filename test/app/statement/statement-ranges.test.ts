import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGraphemeBoundary } from '../../../app/anchor/graphemes.ts';
import type { TextRange } from '../../../app/anchor/text-range.ts';
import { canonicalText } from '../../../app/article/canonical-text.ts';
import { readPlainText } from '../../../app/article/plain-text.ts';
import type { RevisionHash } from '../../../app/base/brand.ts';
import type { RevisionText } from '../../../app/record/text.ts';
import { findStatements } from '../../../app/statement/find-statements.ts';
import { sharedCorpus } from '../../support/shared-corpus.ts';
import { textOf } from './statement-texts.ts';

const pieces = [
  '“',
  '”',
  '"',
  "'",
  '‘',
  '’',
  '„',
  '«',
  '»',
  '「',
  '」',
  '《',
  '》',
  "''",
  ' ',
  ' ',
  ' ',
  '\n',
  ', ',
  '. ',
  ': ',
  '? ',
  '— ',
  '(',
  ')',
  'said',
  'Jo Renk',
  'he',
  'she',
  'it',
  'they',
  'the minister',
  'a senior official',
  'who',
  'that',
  'according to',
  'told',
  'reporters',
  'in Geneva',
  'as saying',
  'was quoted',
  'We go',
  'nobody',
  'Mr.',
  'U.S.',
  '6\'2"',
  '1914',
  'sagte',
  'a-t-il déclaré',
  '说',
  '他',
  'と語った',
  'e\u0301',
  '👩‍👩‍👧',
  '🇫🇷',
  '\u0301',
  'Renk’s',
  'adding',
  'and',
  'but',
];
const texts = fc
  .array(
    fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((words) => words.join('')),
    { minLength: 1, maxLength: 5 },
  )
  .map((blocks) => textOf(...blocks));

/** What every statement promises of its ranges. */
function check(text: RevisionText): void {
  for (const statement of findStatements(text, { language: null })) {
    const inside = (range: TextRange) => {
      expect(range.start).toBeGreaterThanOrEqual(0);
      expect(range.end).toBeLessThanOrEqual(text.text.length);
      expect(range.start).toBeLessThan(range.end);
      expect(isGraphemeBoundary(text.text, range.start)).toBe(true);
      expect(isGraphemeBoundary(text.text, range.end)).toBe(true);
    };
    inside(statement);
    for (const part of statement.parts) inside(part);
    if (statement.cue !== null) inside(statement.cue);
    if (statement.speaker?.range) inside(statement.speaker.range);
    expect(statement.parts[0]?.start).toBe(statement.start);
    expect(statement.parts.at(-1)?.end).toBe(statement.end);
    for (const [index, part] of statement.parts.entries()) {
      expect(part.start).toBeGreaterThanOrEqual(statement.parts[index - 1]?.end ?? 0);
    }
    if (statement.speaker !== null) expect(statement.speaker.name).not.toBe('');
    if (statement.place !== null) expect(text.text).toContain(statement.place);
    expect(statement.score).toBeGreaterThan(0);
    expect(statement.score).toBeLessThanOrEqual(1);
  }
}

describe('what every text is promised', () => {
  test('ranges lie in the text, on the borders of letters, in order', () => {
    fc.assert(fc.property(texts, check), { numRuns: 1_500, seed: 20_261_122 });
  });

  test('quotations do not overlap one another, and statements come in order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = findStatements(text, { language: 'en' });
        const parts = found
          .flatMap(({ form, parts }) => (form === 'reported' ? [] : parts))
          .sort((one, other) => one.start - other.start);
        for (const [index, part] of parts.entries())
          expect(part.start).toBeGreaterThanOrEqual(parts[index - 1]?.end ?? 0);
        for (const [index, { start }] of found.entries())
          expect(start).toBeGreaterThanOrEqual(found[index - 1]?.start ?? 0);
      }),
      { numRuns: 1_000, seed: 20_261_123 },
    );
  });

  test('a direct quotation begins with a mark and ends with one, but where one is missing', () => {
    const text = textOf(
      '“A b c,” said Jo Renk. «D e f», he added. "G h i." \'J k l,\' said Jo Renk.',
    );
    for (const { start, end } of findStatements(text, { language: 'en' })) {
      expect(text.text.slice(start, end)).toMatch(/^[“«"'].*[”»"']$/u);
    }
  });

  // An answer that takes time by the square of the length takes hours here, and does not pass for a slow machine.
  test.each([
    '"',
    '“',
    "'",
    '‘',
    '“a ',
    'a” ',
    '"a" ',
    '“I was there,” he said. ',
    'according to ',
    'Smith, said, ',
    'who, ',
    '(“',
    '“\n',
    'Smith said\n',
  ])('300,000 signs of %j come to an end', (sign) => {
    const { drafts } = readPlainText(sign.repeat(Math.ceil(300_000 / sign.length)));
    const text = { hash: '0'.repeat(64) as RevisionHash, ...canonicalText(drafts) };
    expect(findStatements(text, { language: 'en' }).length).toBeLessThanOrEqual(20_000);
  });
});

describe('real articles', () => {
  const articles = sharedCorpus('xi-putin-calls');
  test.skipIf(articles.length === 0)(
    'each long quotation of theirs is found with a speaker (skipped without the corpus)',
    () => {
      for (const path of articles) {
        const { drafts } = readPlainText(readFileSync(path, 'utf8'));
        const text = { hash: '0'.repeat(64) as RevisionHash, ...canonicalText(drafts) };
        check(text);
        const statements = findStatements(text, { language: 'en' });
        for (const match of text.text.matchAll(/["“][^"“”\n]{60,}[”"“]/gu)) {
          const end = match.index + match[0].length;
          const statement = statements.find(
            ({ form, parts }) =>
              form !== 'reported' &&
              parts.some((part) => part.start === match.index && part.end === end),
          );
          expect(statement, match[0]).toBeDefined();
          expect(statement?.speaker, match[0]).not.toBeNull();
        }
      }
    },
  );
});
