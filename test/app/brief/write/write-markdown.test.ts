import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as wordsOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import type { PrintedBlock } from '../../../../app/brief/print/printed-brief.ts';
import { writeMarkdown } from '../../../../app/brief/write/write-markdown.ts';
import {
  everyKindOfBlock,
  passageOf,
  printedBrief,
  quoted,
  says,
  words,
} from '../../../support/printed-brief.ts';

describe('writeMarkdown', () => {
  test('C4 quotations with footnotes, the sources at the end', () => {
    const quote = 'Nobody paid.';
    const brief = printedBrief(
      [
        says('They say “', { kind: 'cited', passage: 0, runs: quoted(quote) }, '”', {
          kind: 'note',
          number: 1,
        }),
      ],
      {
        passages: [passageOf('1:1', quote, { before: 'It rose. ', after: '' })],
        notes: [{ number: 1, blocks: [says('Outlet 1, 12 May 2024.')], passages: [0] }],
      },
    );
    const hash = `${'a'.repeat(63)}1`;
    expect(writeMarkdown(brief, { appendix: false })).toBe(
      '# What the premiers said\n\nThey say “Nobody paid.”[^1]\n\n[^1]: Outlet 1, 12 May 2024.\n',
    );
    expect(writeMarkdown(brief, { appendix: true })).toContain(
      `**1:1** Outlet 1, “Title 1”, 12 May 2024, <https://example.org/1>; article 1, annotation 1:1, revision sha256:${hash}, characters 22–34 (UTF-16).

> It rose. **Nobody paid.**`,
    );
  });

  test('a claim prints with its wording, what is known of it, and its evidence', () => {
    const markdown = writeMarkdown(everyKindOfBlock(), { appendix: false });
    expect(markdown).toContain(`**Claim C4**: It costs 4.2 billion.\\
Premier Ansel, disputed

- **asserts** · Outlet 1[^3]

  > 4.2 billion crowns`);
  });

  test('every note is referred to and defined, whatever stands before its mark', () => {
    const note: PrintedBlock = says('see www.example.org', { kind: 'note', number: 1 });
    const brief = printedBrief([note], {
      notes: [{ number: 1, blocks: [], passages: [] }],
    });
    const tree = parse(writeMarkdown(brief, { appendix: false }));
    expect(all(tree, 'footnoteReference')).toHaveLength(1);
    expect(all(tree, 'footnoteDefinition')).toHaveLength(1);
  });

  test('a list in words set off in a list item stays a list', () => {
    const list = (...items: PrintedBlock[]): PrintedBlock => ({
      kind: 'list',
      start: 7,
      items: [items],
    });
    const brief = printedBrief([
      list(says('a'), { kind: 'aside', blocks: [list(says('b'), says('c'))] }),
    ]);
    const tree = parse(writeMarkdown(brief, { appendix: false }));
    expect(all(tree, 'list').map(({ start }) => start)).toEqual([7, 7]);
  });

  test('a link that is not http, https or mailto loses its address, not its words', () => {
    const runs = [{ kind: 'text', text: 'press here', href: 'javascript:alert(1)' } as const];
    const brief = printedBrief([{ kind: 'paragraph', runs }, says(words('x'))]);
    expect(writeMarkdown(brief, { appendix: false })).toContain('\n\npress here\n');
  });

  test('a claim in a cell keeps what is known of it, and that nothing is filed', () => {
    const claim: PrintedBlock = {
      kind: 'claim',
      label: 'C1',
      wording: 'It will cost 4.2 billion.',
      about: [words('Thora Velmund, refuted')],
      evidence: [],
    };
    const cell = { isHeader: false, columnSpan: 1, rowSpan: 1, blocks: [claim] };
    const written = writeMarkdown(printedBrief([{ kind: 'table', rows: [[cell]] }], {}), {
      appendix: false,
    });
    expect(written).toContain('Thora Velmund, refuted');
    expect(written).toContain('No evidence filed.');
  });

  test('a table keeps its cells in their columns', () => {
    const tree = parse(writeMarkdown(everyKindOfBlock(), { appendix: false }));
    const rows = all(tree, 'tableRow').map(({ children }) => children.map((cell) => wordsOf(cell)));
    expect(rows).toEqual([
      ['Claim', 'Outlet 1', 'Outlet 2'],
      ['It costs', 'asserts', ''],
      ['', 'a', 'b'],
    ]);
  });
});

function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function all<Type extends Nodes['type']>(
  node: Nodes,
  type: Type,
): Extract<Nodes, { type: Type }>[] {
  const found = node.type === type ? [node as Extract<Nodes, { type: Type }>] : [];
  if (!('children' in node)) return found;
  return [...found, ...node.children.flatMap((child) => all(child, type))];
}
