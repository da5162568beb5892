import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { quickSetext } from '../../../main/services/parse/markdown/quick-setext.ts';

const lines = [
  ...['Ferry\n===', 'Said *so*,\nand so\n---', '[a]: /x\nFerry\n===', '- item\n  ===', '\n\n'],
  ...[
    'Ferry',
    'aground *here*',
    'a [link](/x)',
    '===',
    '===',
    '---',
    '--',
    ' =',
    '\t===',
    '\\',
    '',
  ],
  ...['', '- item', '> said', '1. one', '# Head', '    code', '[a]: /x', '[a]: x "', '[a]', '```'],
  ...['<b>', '| a |', '|---|', '[^1]: Note', '[^1]', '***', '  ===', '> ===', '- ---', '  more'],
];

test('T11: underlined headings are what micromark alone makes of them', () => {
  let headings = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 20 }), (some) => {
      const source = some.join('\n');
      const mdastExtensions = [gfmFromMarkdown()];
      const tree = fromMarkdown(source, { extensions: [gfm(), quickSetext()], mdastExtensions });
      expect(tree).toEqual(fromMarkdown(source, { extensions: [gfm()], mdastExtensions }));
      if (/\w\n===/.test(source) && JSON.stringify(tree).includes('"heading"')) {
        headings += 1;
      }
    }),
    { seed: 20_310_512, numRuns: 1_500 },
  );
  // Enough of them to mean something.
  expect(headings).toBeGreaterThan(300);
});
