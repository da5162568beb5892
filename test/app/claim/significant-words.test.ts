import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimQuery, significantWords } from '../../../app/claim/significant-words.ts';
import { findHits } from '../../../app/search/find-hits.ts';
import { parseQuery } from '../../../app/search/parse-query.ts';
import { hitGroups } from '../../../app/search/query.ts';

function finds(wording: string, text: string): boolean {
  const parsed = parseQuery(claimQuery(wording));
  return parsed.ok && findHits(hitGroups(parsed.node), text).length > 0;
}

describe('the search that a cell begins with', () => {
  test('X9: words and numbers that matter, endings left open', () => {
    expect(claimQuery('The tunnel will cost 4.2 billion crowns.')).toBe(
      'tunnel* OR cost* OR 4.2 OR billion* OR crown*',
    );
  });

  test('X9: an article that says it in another form is found', () => {
    expect(finds('The tunnels will cost 4.2 billion crowns.', 'One tunnel is enough.')).toBe(true);
    expect(finds('It cost a crown.', 'They talk of crowns.')).toBe(true);
    expect(finds('The tunnel will cost 4.2 billion.', 'Nothing of the kind will be said.')).toBe(
      false,
    );
  });

  test('X9: little words count where there are no others', () => {
    expect(significantWords('It is what it is.')).toEqual(['It', 'is', 'what']);
    expect(significantWords('  …  ')).toEqual([]);
  });

  test('X9: operators of the search are words of the claim', () => {
    expect(claimQuery('NOT AND')).toBe('not OR and');
    expect(finds('NOT AND NEAR', 'it is not so')).toBe(true);
  });

  test('X9: scripts without spaces are taken apart into words', () => {
    expect(finds('隧道将耗资四十二亿克朗', '该隧道明年开通')).toBe(true);
  });

  test('X9: whatever the wording, the query is understood and finds the wording itself', () => {
    const signs = [...'abcsABNÉß漢字隧道ไทยяж149 .,:;-’"()*%“”ANDORT\n'];
    const unit = fc.constantFrom(...signs);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit, maxLength: 60 }), fc.lorem()), (wording) => {
        const query = claimQuery(wording);
        if (query === '') return;
        const parsed = parseQuery(query);
        expect(parsed.ok, query).toBe(true);
        expect(significantWords(wording).length).toBeLessThanOrEqual(16);
        expect(finds(wording, wording), query).toBe(true);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
