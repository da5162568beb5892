import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCanonical } from '../../../app/article/is-canonical.ts';
import { onlyPart } from './parts-of.ts';

const words = fc.constantFrom(
  'One ',
  'two',
  ' three. ',
  '\n',
  '\n\n',
  '😀',
  '\u00a0',
  'é',
  ': ',
  '"',
);
const tags = fc.constantFrom(
  ...'p div h1 h2 li ul td tr table blockquote b i q br pre script style title head body html aside figure figcaption'
    .split(' ')
    .flatMap((name) => [`<${name}>`, `</${name}>`, `<${name} hidden>`]),
  '<!--',
  '-->',
  '<',
  '>',
  '&amp;',
  '&#0;',
  '&#xd800;',
  '<!doctype html>',
  '<meta property="og:title" content="One two">',
  '<script type="application/ld+json">{"@type":"Article","headline":"One"}</script>',
);
const marks = fc.constantFrom(
  ...[
    '---\n',
    'title: ',
    '# ',
    '## ',
    '> ',
    '- ',
    '1. ',
    '  ',
    '|',
    '|-|\n',
    '*',
    '**',
    '`',
    '```\n',
    '[',
  ],
  ...[
    '](',
    ')',
    '![',
    '<!--',
    '-->',
    '<div>',
    '\\',
    '[^1]',
    '[^1]: ',
    '~~',
    '***\n',
    '&nbsp;',
    '\t',
  ],
);

function source(...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc.array(fc.oneof(words, ...parts), { maxLength: 60 }).map((list) => list.join(''));
}

describe('whatever a file holds', () => {
  test.each([
    ['a.txt', source()],
    ['a.md', source(marks, tags)],
    ['a.html', source(tags)],
  ])(
    'T1 T2 T5 %s gives a canonical text or a reason, and the same one again',
    async (name, sources) => {
      await fc.assert(
        fc.asyncProperty(sources, async (text) => {
          const { article: result } = await onlyPart(name, text);
          expect((await onlyPart(name, text)).article).toEqual(result);
          if (result.ok) {
            expect(isCanonical(result.value)).toBe(true);
            expect(result.value.metadata.title).not.toBe('');
          } else expect(['empty', 'binary', 'no-text']).toContain(result.error.code);
        }),
        { seed: 20_310_512, numRuns: 600 },
      );
    },
  );
});
