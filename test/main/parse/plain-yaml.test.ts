import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readPlainYaml } from '../../../main/services/parse/markdown/plain-yaml.ts';

const names = [
  'title',
  'date',
  'Author',
  'last_modified',
  'y',
  'null',
  'True',
  'a-b',
  '1a',
  '"a"',
  'a b',
];
const pieces = [
  ...[
    'Ferry',
    'aground',
    'š',
    '漢字',
    '🦊',
    '3',
    '2031-05-12',
    'T09:14:00Z',
    'null',
    'yes',
    'true',
    '0x1f',
    '1e3',
  ],
  ...[
    ' ',
    '  ',
    ': ',
    ':',
    ' #',
    '#',
    '- ',
    '-',
    '"',
    "'",
    '\\n',
    '\\',
    '[',
    ']',
    '{',
    '}',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
  ],
  ...[
    '.',
    ',',
    '…',
    '“',
    '’',
    '\u00a0',
    '\u2028',
    '\t',
    '~',
    '.inf',
    '---',
    '...',
    '=',
    '<<',
    '?',
    '? ',
  ],
];

test('T12: a plain front matter is read as YAML reads it, or left to that', () => {
  let plain = 0;
  const value = fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((some) => some.join(''));
  const quoted = value.map((text) => `"${text}"`);
  const line = fc
    .tuple(
      fc.constantFrom(...names),
      fc.constantFrom(': ', ':  ', ':', ' : '),
      fc.oneof(value, quoted),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
      const read = readPlainYaml(lines.join('\n'));
      if (read === null) return;
      plain += 1;
      expect(read).toEqual(parse(lines.join('\n')));
    }),
    { seed: 20_310_512, numRuns: 20_000 },
  );
  expect(plain).toBeGreaterThan(500);
});

test('T12: what a newsroom writes is plain', () => {
  const yaml =
    'title: "Ferry runs aground: “nobody hurt”"\noutlet: Harbour Times\nauthor: Jo O’Neill, Ann Lee\ndate: 2031-05-12T09:14:00Z\nlang: en';
  expect(readPlainYaml(yaml)).toEqual(parse(yaml));
  expect(readPlainYaml('title: a: b')).toBeNull();
  expect(readPlainYaml('title: Ferry\ntitle: Other')).toBeNull();
  expect(readPlainYaml('')).toBeNull();
});
