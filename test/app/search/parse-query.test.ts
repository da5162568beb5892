import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../app/search/parse-query.ts';
import { hitGroups, type QueryNode } from '../../../app/search/query.ts';

/** A query as nested lists, short enough to compare by eye. */
function shape(query: string): unknown {
  const parsed = parseQuery(query);
  return parsed.ok ? shapeOf(parsed.node) : parsed.problem;
}

function shapeOf(node: QueryNode): unknown {
  const phrase = ({ words, isPrefix }: { words: readonly string[]; isPrefix: boolean }) =>
    words.join(' ') + (isPrefix ? '*' : '');
  switch (node.kind) {
    case 'phrase':
      return (node.field === 'any' ? '' : `${node.field}:`) + phrase(node.phrase);
    case 'near':
      return ['near', node.distance, ...node.phrases.map(phrase)];
    case 'not':
      return ['not', shapeOf(node.node)];
    case 'filter':
      return node.filter;
    default:
      return [node.kind, ...node.nodes.map(shapeOf)];
  }
}

describe('S3: words and phrases', () => {
  test.each<[string, unknown]>([
    ['tunnel', 'tunnel'],
    ['tunnel strait', ['and', 'tunnel', 'strait']],
    ['"under the strait"', 'under the strait'],
    ['„unter der Straße“', 'unter der strasse'],
    ['«sous le détroit» tunnel', ['and', 'sous le detroit', 'tunnel']],
    ['don’t', 'don t'],
    ["don't", 'don t'],
    ['tun*', 'tun*'],
    ['"the tun"*', 'the tun*'],
    ['习近平', '习 近 平'],
    ['https://example.org/a', 'https example org a'],
    ['title:tunnel', 'title:tunnel'],
    ['TITLE:"the tunnel"', 'title:the tunnel'],
    ['author:Ada', 'byline:ada'],
    ['title:(a OR b)', ['or', 'title:a', 'title:b']],
    ['harbour & tunnel - no', ['and', 'harbour', 'tunnel', 'no']],
    ['and or not', ['and', 'and', 'or', 'not']],
  ])('%s', (query, expected) => {
    expect(shape(query)).toEqual(expected);
  });
});

describe('S4 and S5: operators', () => {
  test.each<[string, unknown]>([
    ['a OR b c', ['or', 'a', ['and', 'b', 'c']]],
    ['(a OR b) AND c', ['and', ['or', 'a', 'b'], 'c']],
    ['a NOT b', ['and', 'a', ['not', 'b']]],
    ['a -b', ['and', 'a', ['not', 'b']]],
    ['a AND NOT (b OR c)', ['and', 'a', ['not', ['or', 'b', 'c']]]],
    ['-"a b"', ['not', 'a b']],
    ['a NEAR b', ['near', 10, 'a', 'b']],
    ['a NEAR/3 "b c" d', ['and', ['near', 3, 'a', 'b c'], 'd']],
    ['a NEAR/3 b NEAR/3 c', ['near', 3, 'a', 'b', 'c']],
    ['NEAR("a b" c, 5)', ['near', 5, 'a b', 'c']],
    ['a -b NEAR/2 c', ['and', 'a', ['not', ['near', 2, 'b', 'c']]]],
    ['NEAR(a b)', ['near', 10, 'a', 'b']],
    ['NEAR(a 5)', ['near', 10, 'a', '5']],
  ])('%s', (query, expected) => {
    expect(shape(query)).toEqual(expected);
  });
});

describe('S7: filters', () => {
  const day = 86_400_000;
  const utc = Date.UTC;
  test.each<[string, unknown]>([
    ['tag:"Foreign  Policy"', { name: 'tag', tag: 'foreign policy' }],
    ['lang:pt-BR', { name: 'language', language: 'pt-br' }],
    ['section:World', { name: 'section', words: ['world'] }],
    ['is:Unread', { name: 'is', flag: 'unread' }],
    ['after:2024-02', { name: 'after', range: { from: utc(2024, 1, 1), to: utc(2024, 2, 1) } }],
    ['on:2024-02-08', { name: 'on', range: { from: utc(2024, 1, 8), to: utc(2024, 1, 8) + day } }],
    [
      'before:2024-02-08T09:14+01:00',
      {
        name: 'before',
        range: { from: utc(2024, 1, 8, 8, 14), to: utc(2024, 1, 8, 8, 15) },
      },
    ],
  ])('%s', (query, expected) => {
    expect(shape(query)).toEqual(expected);
  });
});

describe('S6: problems have a place and a remedy', () => {
  test.each<[string, number, number, RegExp]>([
    ['', 0, 0, /Type a word/],
    ['  ?! ', 0, 5, /no letter and no digit/],
    ['a "b c', 2, 6, /not closed/],
    ['(a b', 0, 1, /not closed/],
    ['a) b', 1, 2, /never opened/],
    ['a OR', 2, 4, /between two words/],
    ['AND b', 0, 3, /between two words/],
    ['a AND OR b', 2, 5, /between two words/],
    ['NOT', 0, 3, /must not hold/],
    ['tu*el', 2, 3, /end of a word/],
    ['*nel', 0, 1, /end of a word/],
    ['title: a', 0, 6, /without a space/],
    ['after:soon', 6, 10, /no date/],
    ['before:2023-02-30', 7, 17, /no date/],
    ['is:lost', 3, 7, /starred/],
    ['tag:""', 4, 6, /name of a tag/],
    ['NEAR(a)', 0, 7, /two words/],
    ['NEAR(a (b), 3)', 7, 8, /only words and phrases/],
    ['(a OR b) NEAR c', 9, 13, /stands between two/],
  ])('%s', (query, start, end, message) => {
    expect(shape(query)).toEqual({ start, end, message: expect.stringMatching(message) });
  });

  test('deep nesting and very many words are refused, not fatal', () => {
    expect(shape(`${'('.repeat(5_000)}a`)).toMatchObject({ message: /nested too deeply/ });
    expect(shape('-'.repeat(0) + 'NOT '.repeat(2_000))).toMatchObject({
      start: expect.any(Number),
    });
    expect(shape('title:'.repeat(1_000))).toMatchObject({ start: expect.any(Number) });
    expect(shape('a '.repeat(4_000))).toMatchObject({ message: /more than 200 words/ });
  });

  test('any text is understood or has a problem inside it', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...'( ) " “ ” - * : , AND OR NOT NEAR NEAR/3 NEAR( title: text: tag: after: is: lang: 5 2024-02'.split(
          ' ',
        ),
        ' ',
        'a',
        'né',
        '习近',
        '\ud83d\ude00',
        '\ud800',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    const queries = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(queries, (query) => {
        const parsed = parseQuery(query);
        if (parsed.ok) {
          for (const group of hitGroups(parsed.node)) expect(group.kind).not.toBe('filter');
          return;
        }
        const { start, end, message } = parsed.problem;
        expect(message).toMatch(/\.$/);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(query.length);
      }),
      { seed: 20_310_512, numRuns: 3_000 },
    );
  });
});
