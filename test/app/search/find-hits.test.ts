import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findHits } from '../../../app/search/find-hits.ts';
import { foldPlain, foldText, originalRange } from '../../../app/search/fold-words.ts';
import { foldedWords } from '../../../app/search/folded-words.ts';
import { parseQuery } from '../../../app/search/parse-query.ts';
import { hitGroups } from '../../../app/search/query.ts';
import { anyText } from './texts.ts';

function hits(query: string, text: string): string[] {
  const parsed = parseQuery(query);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return findHits(hitGroups(parsed.node), text).map(({ start, end }) => text.slice(start, end));
}

describe('S2: folding', () => {
  test.each<[string, string]>([
    ['Café CAFÉ cafe\u0301', 'cafe cafe cafe'],
    ['Straße STRASSE', 'strasse strasse'],
    ['İstanbul', 'istanbul'],
    ['ΣΊΣΥΦΟΣ Σίσυφος', 'σισυφοσ σισυφοσ'],
    ['ещё', 'еще'],
    ['\ufb01ne Ａ２ ²', 'fine a2 2'],
    ['co\u00adop\u200d', 'coop'],
    ['a\u200bb', 'a b'],
    ['Øst Łódź Æsir', 'ost lodz aesir'],
    ['שָׁלוֹם', 'שלום'],
    ['مَرْحَبًا كتـــاب', 'مرحبا كتاب'],
  ])('%s', (text, expected) => {
    expect(foldPlain(text)).toBe(expected);
  });

  test('marks make other letters elsewhere', () => {
    expect(foldPlain('й')).toBe(foldPlain('и\u0306'));
    expect(foldPlain('й')).not.toBe(foldPlain('и'));
    expect(foldPlain('が')).toBe(foldPlain('か\u3099'));
    expect(foldPlain('が')).not.toBe(foldPlain('か'));
  });

  test('folding twice is folding once, and every offset leads back into order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldText(text);
        expect(folded.text).toBe(foldPlain(text));
        expect(foldPlain(folded.text)).toBe(folded.text);
        let before = 0;
        for (let at = 0; at < folded.text.length; at += 1) {
          const { start, end } = originalRange(text, folded, at, at + 1);
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
          before = start;
        }
      }),
      { seed: 11, numRuns: 1_000 },
    );
  });

  test('no single character folds to what folds otherwise', () => {
    for (let codePoint = 0; codePoint < 0x3_0000; codePoint += 1) {
      if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue;
      const folded = foldPlain(String.fromCodePoint(codePoint));
      if (foldPlain(folded) !== folded) expect.fail(`U+${codePoint.toString(16)}`);
    }
  });
});

describe('S8: hits', () => {
  test.each<[string, string, string[]]>([
    ['cafe', 'Le café, the cafe\u0301. Cafés', ['café', 'cafe\u0301']],
    ['cafe*', 'Le café, the cafe\u0301s. Cafés', ['café', 'cafe\u0301s', 'Cafés']],
    ['近平', '习近平总书记', ['近平']],
    ['平', '习近平, 平和', ['平', '平']],
    ['"strasse 12"', 'In der Straße\n12.', ['Straße\n12']],
    ['coop', 'the co\u00adop\u00ad and co-op', ['co\u00adop']],
    ['don’t', "They don't, don t, dont", ["don't", 'don t']],
    ['"a b" OR "b c"', 'a b c', ['a b c']],
    ['a NOT b', 'a b', ['a']],
    ['title:a text:b', 'a b', ['b']],
    ['fi', '\ufb01 \ufb01n', ['\ufb01']],
    ['😀 a', '😀 a 😀', ['a']],
    ['𠮷', '𠮷野家', ['𠮷']],
    ['か', 'が か\u3099 か', ['か']],
    ['がか', 'か\u3099か ｶﾞカ ガカ', ['か\u3099か']],
    ['한국', '한국어 텍스트입니다, 남북한국', ['한국', '한국']],
    ['텍스트', '한국어 텍스트입니다', ['텍스트']],
    ['한국', '\u1112\u1161\u11ab\u1100\u116e\u11a8어', ['\u1112\u1161\u11ab\u1100\u116e\u11a8']],
    ['nel', 'tunnel nelson nel', ['nel']],
    ['a NEAR/1 c', 'a b c d c e f a', ['a', 'c']],
    ['NEAR("a b" c, 2)', 'a b x y c a b x y z c', ['a b', 'c', 'a b']],
  ])('%s in %s', (query, text, expected) => {
    expect(hits(query, text)).toEqual(expected);
  });

  test('a word is found wherever the words of a text have it, and nowhere else', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, seed) => {
        const words = foldedWords(text);
        const word = words[seed % Math.max(1, words.length)];
        if (word === undefined) return;
        const group = {
          kind: 'phrase',
          field: 'any',
          phrase: { words: [word], isPrefix: false },
        } as const;
        const found = findHits([group], text);
        expect(found).toHaveLength(words.filter((one) => one === word).length);
        for (const { start, end } of found) {
          expect(foldedWords(text.slice(start, end))).toEqual([word]);
          expect(text.slice(start, end)).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
        }
      }),
      { seed: 12, numRuns: 2_000 },
    );
  });
});
