import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import type { PrintedRun } from '../../../../app/brief/print/printed-brief.ts';
import { trimLine } from '../../../../app/brief/print/run-text.ts';
import { textOfRuns } from '../../../../app/brief/write/printed-text.ts';
import { writeMarkdown } from '../../../../app/brief/write/write-markdown.ts';
import { printedBrief } from '../../../support/printed-brief.ts';

/** A word, blanks anywhere, signs that Markdown has a use for, in any look. */
const piece = fc
  .tuple(
    fc.constantFrom('', ' ', '  '),
    fc.constantFrom('word', 'two words', '“said”', 'so:', '*', '_', '(a)', 'x.', '', '3', 'né'),
    fc.constantFrom('', ' '),
    fc.boolean(),
    fc.boolean(),
    fc.option(fc.constant('https://example.org/a'), { nil: undefined, freq: 6 }),
  )
  .map(
    ([before, words, after, strong, emphasis, href]): PrintedRun => ({
      kind: 'text',
      text: `${before}${words}${after}`,
      ...(strong ? { strong } : {}),
      ...(emphasis ? { emphasis } : {}),
      ...(href === undefined ? {} : { href }),
    }),
  );

const lines = fc
  .array(fc.oneof({ weight: 6, arbitrary: piece }, fc.constant<PrintedRun>({ kind: 'break' })), {
    minLength: 1,
    maxLength: 7,
  })
  .map(trimLine)
  .filter((runs) => textOfRuns(runs).trim() !== '');

test('a line of words in any look is written without coded blanks, and read back the same', () => {
  fc.assert(
    fc.property(lines, (runs) => {
      const written = writeMarkdown(printedBrief([{ kind: 'paragraph', runs }]), {
        appendix: false,
      });
      expect(written).not.toContain('&#x20;');
      const tree = fromMarkdown(written, {
        extensions: [gfm()],
        mdastExtensions: [gfmFromMarkdown()],
      });
      expect(wordsOf({ type: 'root', children: tree.children.slice(1) })).toBe(
        // Breaks at the beginning are none (C15 and `breakable`).
        textOfRuns(runs).replace(/^\n+/, ''),
      );
    }),
    { seed: 5, numRuns: 1_000 },
  );
});

test('the blanks of marked words stand outside the marks', () => {
  const runs: PrintedRun[] = [
    { kind: 'text', text: 'It ' },
    { kind: 'text', text: 'is late ', strong: true },
    { kind: 'text', text: ' or so ', emphasis: true },
    { kind: 'text', text: ' ', strong: true },
    { kind: 'text', text: 'here', href: 'https://example.org' },
  ];
  expect(writeMarkdown(printedBrief([{ kind: 'paragraph', runs }]), { appendix: false })).toContain(
    '\nIt **is late**  *or so*  [here](https://example.org)\n',
  );
});

function wordsOf(node: Nodes | Root): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
