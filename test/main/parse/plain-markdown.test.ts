import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText } from '../../../app/article/canonical-text.ts';
import {
  type MarkdownParts,
  readAnyMarkdown,
} from '../../../main/services/parse/markdown/markdown-blocks.ts';
import { readPlainMarkdown } from '../../../main/services/parse/markdown/plain-markdown.ts';

const outcome = ({ frontMatter, blocks }: MarkdownParts) => ({
  frontMatter,
  ...canonicalText(blocks),
});

const pieces = [
  ...['Ferry', 'aground', 'at Hesk', '“not a scratch”', 'č', '漢字', '🦊', '3', '7.', '1)', '2031'],
  ...['\n', '\n', '\n\n', '\r\n', '\r', ' ', '  ', '    ', '\u00a0', '\u2028', '\f', '\v'],
  ...[
    '# ',
    '## ',
    '###',
    ' #',
    '---',
    '---\n',
    '===',
    '- ',
    '+',
    '!',
    '"',
    "'",
    '(',
    ')',
    ':',
    ';',
  ],
  ...['*', '_', '`', '[', ']', '<b>', '>', '&', '&amp;', '\\', '~', '|', '\t', 'www.', '@', '://'],
  ...['title: Ferry', '\ufeff', '$', '{', '^', '%', '.', ',', '–', '…'],
];

test('T11: a plain text is read as the full parser reads it, or left to it', () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), (parts) => {
      const source = parts.join('');
      const read = readPlainMarkdown(source);
      if (read === null) return;
      plain += 1;
      expect(outcome(read)).toEqual(outcome(readAnyMarkdown(source)));
    }),
    { seed: 20_310_512, numRuns: 20_000 },
  );
  // Enough of them to mean something.
  expect(plain).toBeGreaterThan(500);
});

test('T11: an article with front matter, headings and paragraphs is read without the parser', () => {
  const source =
    '---\ntitle: Ferry\n---\n\n# Ferry aground\n\nNobody was hurt,\nsaid the master.\n\n## Later\nIt sails.\n';
  expect(readPlainMarkdown(source)).toEqual({
    frontMatter: 'title: Ferry',
    blocks: [
      { kind: 'heading', level: 1, text: 'Ferry aground' },
      { kind: 'paragraph', text: 'Nobody was hurt,\nsaid the master.' },
      { kind: 'heading', level: 2, text: 'Later' },
      { kind: 'paragraph', text: 'It sails.' },
    ],
  });
});
