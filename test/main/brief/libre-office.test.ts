import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeDocx } from '../../../main/services/brief/docx/write-docx.ts';
import { libreOfficeWriter, pdfWithLibreOffice } from '../../support/libre-office.ts';
import { everyKindOfBlock } from '../../support/printed-brief.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { temporaryFolder } from '../support/samples.ts';

const program = libreOfficeWriter();

test.skipIf(program === null).each(['footnotes', 'endnotes'] as const)(
  'LibreOffice reads the DOCX: text, headings, quotations, %s, table, sources (skipped without soffice)',
  { timeout: 150_000 },
  async (noteForm) => {
    if (program === null) throw new Error('There is no LibreOffice here.');
    const folder = await temporaryFolder();
    const path = join(folder, 'brief.docx');
    await writeFile(path, writeDocx({ ...everyKindOfBlock(), noteForm }, { appendix: true }));
    const { outline, pages, title } = await readPdf(
      await readFile(await pdfWithLibreOffice(program, path)),
    );
    const text = pages.join(' ').replace(/\s+/g, ' ');
    expect(title).toBe('What the premiers said');
    expect(outline.slice(0, 5)).toEqual([
      'The cost',
      'What else',
      'The end',
      'Bibliography',
      'Sources',
    ]);
    for (const words of [
      'They say “4.2 billion crowns” & <more>.',
      'crowns. Nobody paid.',
      '3. Three',
      'Claim C4 It costs 4.2 billion.',
      'It costs asserts',
      'What is red',
      'Outlet 1. Title 1',
      'The cost has risen to 4.2 billion crowns What came after.',
      `revision sha256:${'a'.repeat(63)}1`,
    ]) {
      expect(text.replaceAll(/ ?sha256: ?/g, ' sha256:')).toContain(words);
    }
    // Each note has its own words, and its number before them.
    for (const note of [
      '1 Outlet 1, “Title 1”, 12 May 2024, https',
      '2 Ibid.',
      '3 My own: “4.2 billion crowns”.',
    ]) {
      expect(text).toContain(note);
    }
  },
);
