import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pagePrinter } from '../../main/cli/page-printer.ts';
import { normalisePdf } from '../../main/services/brief/normalise-pdf.ts';
import { resolveElectron } from '../../resources/tooling/electron-runtime.mjs';
import { composedHashes } from '../main/support/compose-here.ts';
import { richBrief } from '../main/support/rich-brief.ts';
import { expect, test } from '../support/app-test.ts';
import { readPdf } from '../support/read-pdf.ts';

const root = join(import.meta.dirname, '../..');

test('a rich brief as PDF: tagged, described, with an outline and links, its appendix whole (C5, C21, C28)', async ({
  folder,
}) => {
  test.setTimeout(120_000);
  await composedHashes('chicago-notes', false, folder);
  const page = await readFile(join(folder, 'with.pdf.html'), 'utf8');
  const { executable } = await resolveElectron();
  const print = pagePrinter({ executable, args: [root] });
  const zone = process.env.TZ;
  const printed: Uint8Array[] = [];
  for (const elsewhere of ['America/St_Johns', 'Asia/Tokyo']) {
    // What starts the program hands its time zone on.
    process.env.TZ = elsewhere;
    printed.push(normalisePdf(await print(page)));
  }
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  const [one, two] = printed;
  if (one === undefined || two === undefined) throw new Error('No PDF.');
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  const pdf = await readPdf(one);
  expect(pdf).toMatchObject({
    title: 'What the tunnel costs, and when it opens',
    language: 'en-GB',
    isTagged: true,
    // Of the picture alone: a quotation is none.
    pictures: ['A red square'],
  });
  expect(pdf.outline).toEqual([
    'What the tunnel costs, and when it opens',
    ...['What it costs', 'Who says so', 'In Hebrew', 'When it opens', 'What is not known'],
    ...['Bibliography', 'Sources'],
  ]);
  expect(pdf.tags).toMatchObject({ H1: 1, H2: 4, H3: 3, Table: 1, TR: 3, TH: 5, TD: 4 });
  expect(pdf.tags.L).toBeGreaterThan(3);
  expect(pdf.tags.Link).toBeGreaterThan(20);
  expect(pdf.links.outside).toBeGreaterThan(5);
  expect(pdf.links.inside).toBeGreaterThan(20);
  const plain = (words: string): string => words.replace(/\s+/g, '');
  const words = plain(pdf.pages.join(''));
  const { bundle } = richBrief();
  for (const { passage } of bundle.annotations) {
    const hash = bundle.revisions.find(({ id }) => id === passage.revisionId)?.hash;
    expect(words).toContain(`sha256:${hash},characters${passage.start}–${passage.end}(UTF-16)`);
    // Right to left, a PDF has its signs in the order in which they are drawn.
    if (!/\p{Script=Hebrew}/u.test(passage.quote)) expect(words).toContain(plain(passage.quote));
  }
});
