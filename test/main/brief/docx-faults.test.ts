import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type {
  PrintedBlock,
  PrintedBrief,
  PrintedRun,
} from '../../../app/brief/print/printed-brief.ts';
import { writeDocx } from '../../../main/services/brief/docx/write-docx.ts';
import { arbitraryPrinted } from '../../app/brief/write/arbitrary-printed.ts';
import {
  everyKindOfBlock,
  passageOf,
  printedBrief,
  quoted,
  says,
  squarePicture,
} from '../../support/printed-brief.ts';
import { docxFaults } from '../support/docx-faults.ts';

function nested(depth: number, start: number | null): PrintedBlock {
  const inner = depth === 0 ? [table(2)] : [nested(depth - 1, start === null ? 1 : null)];
  return { kind: 'list', start, items: [[says(`Level ${depth}`), ...inner], []] };
}

function setOff(depth: number): PrintedBlock {
  return {
    kind: 'aside',
    blocks: [says('Set off'), ...(depth === 0 ? [table(1)] : [setOff(depth - 1)])],
  };
}

function table(columns: number): PrintedBlock {
  const cell = (isHeader: boolean) => ({ isHeader, columnSpan: 1, rowSpan: 1, blocks: [] });
  return {
    kind: 'table',
    rows: [
      Array.from({ length: columns }, () => cell(true)),
      [{ ...cell(false), blocks: [says('Words of a cell')] }],
    ],
  };
}

function comment(text: string, at: string | null, ...runs: PrintedRun[]): PrintedRun {
  return { kind: 'comment', text, at, runs };
}

const link = (href: string): PrintedRun => ({ kind: 'text', text: 'link', href });

/** What Word and our writer are least used to, all in one. */
function nasty(): PrintedBrief {
  const cited: PrintedRun = { kind: 'cited', passage: 0, runs: quoted('4.2\nbillion 😀 שלום') };
  const thrice = comment(
    'one',
    '2024-05-15T08:00:00.000Z',
    comment('two', 'yesterday', comment('three\n\n', null, cited)),
  );
  const wide = `https://example.org/${'x'.repeat(3_000)}`;
  const passage = passageOf('1:1', '4.2\nbillion 😀 שלום', {
    url: 'https://example.org/a"b<c>|{d}?e=f&g',
    language: 'he_IL weird',
  });
  const far = passageOf('2:1', 'far', { url: wide, language: '' });
  return printedBrief(
    [
      nested(14, 1),
      setOff(20),
      table(1),
      table(80),
      {
        kind: 'table',
        rows: [
          [
            {
              isHeader: false,
              columnSpan: 3,
              rowSpan: 9,
              blocks: [says(thrice, { kind: 'note', number: 1 }, { kind: 'note', number: 1 })],
            },
            {
              isHeader: false,
              columnSpan: 1,
              rowSpan: 1,
              blocks: [nested(2, 7), { kind: 'figure', picture: squarePicture, caption: [] }],
            },
          ],
          [],
        ],
      },
      { kind: 'table', rows: [[]] },
      says('אבגד', thrice, comment('empty', null), 'w'.repeat(5_000), ' \t\u00a0\u200f\u0300 '),
      says(
        link('https://[::bad'),
        link('mailto:a@b'),
        link(wide),
        link('https://münchen.example/ä?ö#ü'),
        link('http://a"b/'),
      ),
      {
        kind: 'heading',
        level: 3,
        id: 'x',
        runs: [cited, { kind: 'note', number: 2 }, { kind: 'break' }],
      },
      { kind: 'quotation', passage: 1, runs: quoted('far'), credit: [] },
      { kind: 'claim', label: 'C1', wording: '', about: [], evidence: [] },
      {
        kind: 'figure',
        picture: { ...squarePicture, width: 0, height: 90_000, description: '"\n<' },
        caption: [cited],
      },
      table(3),
    ],
    {
      title: '',
      language: 'en_GB.UTF-8',
      notes: [
        { number: 1, blocks: [], passages: [] },
        { number: 2, blocks: [nested(1, 2), table(2)], passages: [0] },
      ],
      passages: [passage, far],
    },
  );
}

test.each([
  ['of everything', everyKindOfBlock()],
  ['nasty', nasty()],
  ['without anything', printedBrief([])],
] as const)('Word would open a brief %s', { timeout: 60_000 }, async (_, brief) => {
  for (const noteForm of ['footnotes', 'endnotes'] as const) {
    for (const appendix of [true, false]) {
      expect(await docxFaults(writeDocx({ ...brief, noteForm }, { appendix }))).toEqual([]);
    }
  }
});

test('Word would open any brief', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryPrinted, fc.boolean(), async (brief, appendix) => {
      expect(await docxFaults(writeDocx(brief, { appendix }))).toEqual([]);
    }),
    { seed: 20240611, numRuns: 12 },
  );
});

test.each([
  ['word/document.xml', '<w:keepNext/>', '<w:keepNext/><w:pStyle w:val="Normal"/>', /pStyle/],
  ['word/document.xml', '</w:p></w:tc>', '</w:p><w:tbl/></w:tc>', /cell does not end/],
  [
    'word/document.xml',
    '<w:bookmarkStart w:id="1"',
    '<w:bookmarkStart w:id="0"',
    /same w:id twice/,
  ],
  ['word/document.xml', '<w:commentRangeEnd w:id="4"/>', '', /commentRangeEnd/],
  [
    'word/document.xml',
    '<w:footnoteReference w:id="1"/>',
    '<w:footnoteReference w:id="9"/>',
    /no footnote 9/,
  ],
  ['word/styles.xml', 'w:styleId="Quote"', 'w:styleId="Quotes"', /no style Quote/],
] as const)('the check itself finds what is damaged in %s: %s', async (name, from, to, told) => {
  const files = unzipSync(writeDocx(everyKindOfBlock(), { appendix: true }));
  const xml = strFromU8(files[name] ?? new Uint8Array());
  expect(xml).toContain(from);
  const damaged = zipSync({ ...files, [name]: strToU8(xml.replace(from, to)) });
  expect((await docxFaults(damaged)).join('\n')).toMatch(told);
});
