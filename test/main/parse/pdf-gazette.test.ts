import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeBlocks } from './parse-text.ts';
import { onlyArticle } from './parts-of.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/parse/${name}`, import.meta.url));

// One invented article, written for these tests and saved by LibreOffice as both: two columns set flush with words parted
// at line ends, running heads and feet, six footnotes, lists, a column that goes on behind a list.
test('T13 T14 T15 a document and the PDF printed of it have the same words, blocks and notes', async () => {
  const document = await onlyArticle('gazette.docx', fixture('gazette.docx'));
  const pdf = await onlyArticle('gazette.pdf', fixture('gazette.pdf'));
  // The numbers that a word processor counts are text in print only.
  const printed = pdf.text.split('\n').map((block) => block.replace(/^[123]\. /, ''));
  expect(printed).toEqual(document.text.split('\n'));
  const notes = (blocks: readonly string[]) => blocks.filter((block) => /^footnote/.test(block));
  expect(notes(describeBlocks(pdf))).toEqual(notes(describeBlocks(document)));
  expect(notes(describeBlocks(pdf))).toHaveLength(6);
  const headings = describeBlocks(pdf).filter((block) => /^heading/.test(block));
  expect(headings[0]).toMatch(/^heading 1: Breakwater/);
  expect(headings).toHaveLength(5);
  expect(new Set(pdf.blocks.map(({ page }) => page))).toEqual(new Set([1, 2]));
});
