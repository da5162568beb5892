import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { frontMatter } from '../../../app/exchange/vault/front-matter.ts';

const body = (text: string): string => text.slice('---\n'.length, -'---\n'.length);
const versions = ['1.1', '1.2'] as const;

const ugly = [
  ...[
    'no',
    'Yes',
    'on',
    'y',
    'null',
    '~',
    '12:30',
    '190:20:30',
    '1_000',
    '0x1F',
    '017',
    '1e3',
    '.5',
  ],
  ...[
    '2031-05-12',
    '- a',
    '@x',
    'a: b',
    'a #b',
    '"quoted"',
    "it's",
    '[a',
    '{a',
    '|',
    '>',
    '%a',
    '?',
  ],
  ...[
    '!x',
    '&x',
    '*x',
    ' lead',
    'end ',
    'x\ty',
    'two\nlines',
    'a\r\nb',
    '---',
    '...',
    '=',
    '<<',
    '',
  ],
  ...['a\u0085b', 'a\u2028b', '\ufeffx', '\u0007', '\u009f', '😀', `long ${'word '.repeat(80)}`],
];

describe('J17 front matter', () => {
  test('any text is the same text for parsers of YAML 1.1 and 1.2', () => {
    const title = fc.oneof(
      fc.constantFrom(...ugly),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    fc.assert(
      fc.property(title, fc.array(title, { maxLength: 3 }), (one, tags) => {
        const values = { variorum: 'article', number: 3, title: one, tags };
        const text = frontMatter(values);
        for (const version of versions) expect(parse(body(text), { version })).toEqual(values);
      }),
      { seed: 9, numRuns: 300 },
    );
    for (const one of ugly) {
      const text = frontMatter({ title: one });
      for (const version of versions)
        expect(parse(body(text), { version })).toEqual({ title: one });
    }
  });

  test('a value is one line, in which nothing stands that YAML 1.1 forbids', () => {
    for (const one of ugly) {
      const text = frontMatter({ title: one });
      expect(text.split('\n')).toHaveLength(4);
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/);
    }
  });

  test('days and times stand bare, so that programs take them for such; words and ids, too', () => {
    expect(
      frontMatter({
        ...{ id: '0190a000-0000-7000-8000-000000000001', published: '2031-05-12' },
        ...{ created: '2031-05-12T09:14:00.000Z', title: 'Ferry sinks off pier' },
      }),
    ).toBe(
      '---\nid: 0190a000-0000-7000-8000-000000000001\npublished: 2031-05-12\ncreated: 2031-05-12T09:14:00.000Z\ntitle: Ferry sinks off pier\n---\n',
    );
  });
});
