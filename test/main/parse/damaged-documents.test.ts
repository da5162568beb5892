import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { WorkerPool } from '../../../main/workers/worker-pool.ts';
import { docxParagraph, makeDocx } from './make-docx.ts';
import { makeEpub } from './make-epub.ts';
import { makeOdt } from './make-odt.ts';
import { makePdf, setParagraph } from './make-pdf.ts';
import { makeZip } from './make-zip.ts';
import { mutated } from './mutate.ts';
import type { ParseTask } from './scripts/parse-worker.ts';

const text =
  'The harbour commission said on Tuesday that the northern breakwater would be rebuilt before the next season.';

const docxBody = `${docxParagraph(text, '<w:outlineLvl w:val="1"/>')}<w:p><w:ins><w:r><w:t>x</w:t></w:r></w:ins><w:del><w:r><w:delText>y</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="1"/><w:sym w:font="Symbol" w:char="F061"/><w:br/></w:r></w:p><w:tbl><w:tr><w:tc>${docxParagraph('cell')}</w:tc></w:tr></w:tbl>`;
const odtBody = `<text:h text:outline-level="1">${text}</text:h><text:p>x<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note><text:s/><text:line-break/></text:p><text:list><text:list-item><text:p>i</text:p></text:list-item></text:list>`;
const rtf = `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f1\\fcharset128 M;}}{\\stylesheet{\\s1 heading 1;}}{\\info{\\title T}{\\creatim\\yr2031\\mo5}}\\pard\\s1 ${text}\\par\\pard\\f1\\'93\\'fa {\\footnote n}\\u8364 ?{\\upr{a}{\\*\\ud b}}{\\shp{\\*\\shpinst{\\shptxt s}}}\\bin3 abc\\par}`;

const files: Readonly<Record<string, Uint8Array>> = {
  'a.pdf': makePdf({
    pages: [
      [
        ...setParagraph(`${text} ${text}`, { x: 60, y: 100, width: 40 }).words,
        { text: '两国元首一致', x: 60, y: 300, isChinese: true },
        { text: 'aslant', x: 60, y: 400, degrees: 45 },
      ],
      setParagraph(text, { x: 60, y: 100, width: 40 }).words,
    ],
    info: { Title: 'T', CreationDate: 'D:20310512' },
  }),
  'a.docx': makeDocx({
    body: docxBody,
    styles: '<w:style w:styleId="A"><w:name w:val="heading 1"/><w:basedOn w:val="A"/></w:style>',
    footnotes: `<w:footnote w:id="1">${docxParagraph('note')}</w:footnote>`,
  }),
  'a.odt': makeOdt({ body: odtBody, meta: '<dc:title>T</dc:title>' }),
  'a.rtf': Buffer.from(rtf, 'latin1'),
  'a.epub': makeEpub({
    documents: [`<h1>T</h1><p>${text}</p><aside epub:type="footnote"><p>n</p></aside>`],
    metadata: '<dc:title>T</dc:title>',
  }),
};

// Bytes that mean something to these formats.
const pieces = [
  ...['obj', 'endstream', 'stream\n', '<<', '>>', '[', '0 R', '-1', '9999999999', '(', '/Length 0'],
  ...[
    '{',
    '}',
    '\\',
    "\\'",
    '\\u-1 ',
    '\\uc9',
    '\\bin9',
    '\\*\\',
    '<w:p>',
    '</w:p>',
    '<',
    '&',
    ']]>',
  ],
].map((piece) => new TextEncoder().encode(piece));

/** A reading takes milliseconds; what takes this long hangs. */
const timeLimit = 20_000;

const pool = new WorkerPool<ParseTask, string[]>({
  script: new URL('scripts/parse-worker.ts', import.meta.url),
  size: 2,
  timeLimit,
  memoryLimit: 1_024,
});

afterAll(() => pool.close());

async function expectOutcome(fileName: string, bytes: Uint8Array): Promise<void> {
  const answer = await pool.run({ fileName, bytes });
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  expect(answer.value.length).toBeGreaterThan(0);
  expect(answer.value).not.toContain('unsound');
}

describe('damaged documents', () => {
  test.each(Object.entries(files))(
    '%s as it is is sound',
    async (fileName, bytes) => {
      const answer = await pool.run({ fileName, bytes });
      expect(answer).toEqual({ ok: true, value: ['sound'] });
    },
    120_000,
  );

  test.each(Object.entries(files))(
    '%s, however it is damaged, gives a sound article or a reason, and ends',
    async (fileName, bytes) => {
      const damaged = mutated(bytes, [...pieces, ...Object.values(files)]);
      await fc.assert(
        fc.asyncProperty(damaged, (file) => expectOutcome(fileName, file)),
        { seed: 41, numRuns: 150 },
      );
    },
    120_000,
  );

  // A changed byte in an archive is found out by its sum; what matters is what the parts may hold.
  test.each([
    ['a.docx', 'word/document.xml', docxBody, (body: string) => makeDocx({ body })],
    ['a.odt', 'content.xml', odtBody, (body: string) => makeOdt({ body })],
    [
      'a.epub',
      'a chapter',
      `<h1>T</h1><p>${text}</p>`,
      (body: string) => makeEpub({ documents: [body] }),
    ],
    [
      'a.epub',
      'the package',
      '<dc:title>T</dc:title><dc:date>2031</dc:date>',
      (metadata: string) => makeEpub({ documents: [text], metadata }),
    ],
  ] as const)(
    '%s with anything in %s gives a sound article or a reason, and ends',
    async (fileName, _part, body, make) => {
      const damaged = mutated(new TextEncoder().encode(body), pieces);
      await fc.assert(
        fc.asyncProperty(damaged, (bytes) =>
          expectOutcome(fileName, make(Buffer.from(bytes).toString('utf8'))),
        ),
        { seed: 42, numRuns: 150 },
      );
    },
    120_000,
  );

  test('an archive whose directory says anything gives files or a reason, and ends', async () => {
    const zip = makeZip([{ name: 'a.txt', content: text }]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        (changes) => {
          const copy = Uint8Array.from(zip);
          for (const [place, byte] of changes) copy[place] = byte;
          return expectOutcome('a.zip', copy);
        },
      ),
      { seed: 43, numRuns: 300 },
    );
  }, 120_000);
});
