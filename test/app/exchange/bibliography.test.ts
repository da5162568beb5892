import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bibliographyReaders,
  bibliographyWriters,
} from '../../../app/exchange/bibliography/bibliography-exchange.ts';
import { escapedLatex, latexText } from '../../../app/exchange/bibliography/latex-text.ts';
import { readBibtex } from '../../../app/exchange/bibliography/read-bibtex.ts';
import { readRis } from '../../../app/exchange/bibliography/read-ris.ts';
import { nextRecord } from '../../../app/record/record-factory.ts';
import type { ArticleMetadata } from '../../../app/record/records.ts';
import { ClaimsProject } from '../claim/claims-project.ts';
import { readDrafts, written } from './exchange-io.ts';

const ids = ['csl-json', 'bibtex', 'ris'] as const;

function formatOf(id: string) {
  const writer = bibliographyWriters.find((one) => one.id === id);
  const reader = bibliographyReaders.find((one) => one.id === id);
  if (writer === undefined || reader === undefined) throw new Error(`There is no format ${id}.`);
  return { writer, reader };
}

function describeArticle(
  project: ClaimsProject,
  index: number,
  metadata: Partial<ArticleMetadata>,
): void {
  const article = project.records.list('article')[index];
  if (article === undefined) throw new Error('There is no such article.');
  const after = nextRecord(project.maker, article, {
    detected: { ...article.detected, ...metadata },
  });
  // Made by an import, which has no diff of its own here.
  project.act({ added: [], updated: [[article, after]], removed: [] });
}

describe('LaTeX in fields', () => {
  test.each([
    ["M{\\'e}ndez, Jos\\'e", 'Méndez, José'],
    ['\\"{O}z\\c{s}ahin and {\\L}ukasz', 'Özşahin and Łukasz'],
    ["\\'{\\i}\\v{s}\\H{o}\\~n\\aa\\ss{} \\o re", 'íšőñåß øre'],
    ['{The {NATO} Treaty} --- 50\\% \\& more~pages 3--5', 'The NATO Treaty — 50% & more pages 3–5'],
    ["``Said'' \\emph{so} \\textit{twice}, it's", "“Said” so twice, it's"],
    ['a\\textsubscript{2}, \\unknown{kept} $x$', 'a2, kept x'],
    ['unended {\\', 'unended'],
  ])('J23 %s', (field, text) => {
    expect(latexText(field)).toBe(text.normalize('NFC'));
  });

  test('J23 commands that are called like what every object has are no letters', () => {
    expect(latexText('a \\constructor b\\toString{} c')).toBe('a b c');
  });

  test('J23 braces are closed however BibTeX counts them: it knows no backslash', () => {
    for (const text of ['a { b', 'a } b {', '\\{', '}}{']) {
      const escaped = escapedLatex(text);
      let depth = 0;
      for (const sign of escaped) {
        if (sign === '{') depth += 1;
        if (sign === '}') depth -= 1;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
      expect(latexText(escaped)).toBe(text);
    }
  });

  test('J23 what is escaped is read back', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(text, (one) => {
        const plain = one.normalize('NFC').replace(/\s+/g, ' ').trim();
        expect(latexText(escapedLatex(one))).toBe(plain);
      }),
      { seed: 12, numRuns: 2_000 },
    );
  });
});

describe('BibTeX', () => {
  test('J23 entries as people write them: strings, parts, quotation marks, brackets, names, months', () => {
    const { references, faults } = readBibtex(`\ufeff
      A remark outside. @comment{ignored @article{no, title={no}}}
      @preamble{"\\newcommand{x}"}
      @string(ht = "The Harbour" # { Times})
      @Article{smith2031,
        author = "Jo Smith and van der Berg, Ann and {Meridian Wire} and Ng, Jr., Kim and others",
        title = {{Ferry} sinks off {\\O}slo},
        journal = ht,
        month = 12 # "~may", year = 2031,
        url = {https://harbour.example/a\\_b}, pages = "1--2",
      }
      @misc(k2, title = "Second", howpublished = {\\url{https://x.example/?a=1}}, date = {2031-05})
      @online{broken, title {no equals}, year = 2030}
      @book{last, title = {Last}, year = {c. 1999}}`);
    expect(references).toMatchObject([
      {
        key: 'smith2031',
        title: 'Ferry sinks off Øslo',
        outlet: 'The Harbour Times',
        issued: '2031-05-12',
        url: 'https://harbour.example/a_b',
        authors: [
          { family: 'Smith', given: 'Jo' },
          { family: 'Berg', given: 'Ann', 'non-dropping-particle': 'van der' },
          { literal: 'Meridian Wire' },
          { family: 'Ng', given: 'Kim', suffix: 'Jr.' },
        ],
        others: ['pages', 'author (and others)'],
      },
      { key: 'k2', issued: '2031-05', url: 'https://x.example/?a=1', outlet: null },
      { key: 'last', issued: '1999' },
    ]);
    expect(faults).toMatchObject([{ where: 'entry broken' }]);
  });

  test('J23 an entry that never ends costs no other, however large the file is', () => {
    const good = Array.from(
      { length: 20_000 },
      (_, index) => `@misc{k${index}, title={T ${index}}}`,
    );
    const bad = Array.from({ length: 5_000 }, () => '@misc{, title {}');
    const content = ['@misc{open, title={never', ...good, ...bad].join('\n');
    const { references, faults } = readBibtex(content);
    expect(references).toHaveLength(20_000);
    expect(faults).toHaveLength(5_001);
    expect(faults[0]).toMatchObject({
      where: 'entry open',
      reason: expect.stringContaining('line 1 '),
    });
    expect(faults[1]).toMatchObject({ where: 'entry on line 20002' });
  });

  test('J23 whatever the file is, reading it ends', () => {
    const piece = fc.constantFrom(
      '@article{',
      '{',
      '}',
      '"',
      ',',
      '=',
      'title',
      '#',
      '\\',
      '(',
      '@',
      '\n',
      'a b',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        readBibtex(pieces.join(''));
        latexText(pieces.join(''));
      }),
      { seed: 3, numRuns: 1_000 },
    );
  });
});

test('J23 RIS with a mark, odd line ends, fields that go on, records that nobody ended', () => {
  const content =
    '\ufeffTY  - NEWS\rTI  - A long\r  headline\rAU  - van Berg, Ann, Jr.\rAU  - Meridian Wire\rT2  - The Lantern\rPY  - 2031///\rDA  - 2031/05/12/\rKW  - ferry\rUR  - https://l.example/1\r' +
    'TY - ELEC\nT1 - Second\nY1 - May 2030\nER -\n\nTY  - GEN\r\nTI  - Third\r\nER  - \r\n';
  expect(readRis(content)).toMatchObject([
    {
      title: 'A long headline',
      authors: [
        { family: 'Berg', given: 'Ann', 'non-dropping-particle': 'van', suffix: 'Jr.' },
        { literal: 'Meridian Wire' },
      ],
      outlet: 'The Lantern',
      issued: '2031-05-12',
      others: ['KW'],
    },
    { title: 'Second', issued: '2030-05' },
    { title: 'Third', issued: null },
  ]);
});

describe.each(ids)('References as %s', (id) => {
  const { writer, reader } = formatOf(id);

  test('J9 J23 what is written says of each article what it knows: read back there is nothing to put right', async () => {
    const project = new ClaimsProject(6);
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((one) =>
        one
          .normalize('NFC')
          .replace(/[\p{C}\s]+/gu, ' ')
          .trim(),
      )
      .filter((one) => /[\p{L}\p{N}]/u.test(one) && !/^(?:https?:|www\.)/i.test(one));
    const name = fc.constantFrom(
      ...['Jo Smith', 'Ann van der Berg', 'José Méndez', 'Łukasz Żak', '王小明', 'Иван Петров'],
      ...['Meridian Wire', 'Institute of Peace', 'D. Li', 'Jean-Luc O’Neil', 'María de la Cruz'],
    );
    const published = fc.constantFrom('2031', '2031-05', '2031-05-12', '2031-05-12T09:14Z', null);
    const article = fc.record({
      title: text,
      outlet: fc.option(text),
      byline: fc.option(fc.uniqueArray(name, { minLength: 1, maxLength: 3 })),
      published,
      url: fc.option(fc.webUrl({ withQueryParameters: true, withFragments: true })),
      section: fc.option(text),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(article, { minLength: 6, maxLength: 6 }), async (all) => {
        for (const [index, { byline, ...facts }] of all.entries()) {
          describeArticle(project, index, { ...facts, byline: byline?.join(', ') ?? null });
        }
        const { text: content } = await written(writer, project.records);
        const { drafts, report } = await readDrafts(reader, content, project.records);
        expect(drafts).toEqual([]);
        expect(report.refused).toEqual([]);
        expect(report.known).toEqual({ article: 6 });
        expect((await written(writer, project.records)).text).toBe(content);
      }),
      { seed: 77, numRuns: 60 },
    );
  });

  test('J24 metadata of a known article are put right, an abstract makes an article, the rest is refused', async () => {
    const project = new ClaimsProject(3);
    const other = new ClaimsProject(3);
    describeArticle(other, 0, { title: 'Article 1', published: '2031-05-13', byline: 'Jo Smith' });
    const { text } = await written(writer, other.records);
    const { drafts } = await readDrafts(reader, text, project.records);
    expect(drafts).toMatchObject([
      { kind: 'metadata', metadata: { published: '2031-05-13', byline: 'Jo Smith' } },
    ]);
    const foreign = {
      'csl-json': JSON.stringify([
        { id: 'a', type: 'article-newspaper', title: 'New', abstract: 'Its words.', volume: 3 },
        { id: 'b', type: 'article-newspaper', title: 'Bare', 'container-title': 'The Lantern' },
      ]),
      bibtex:
        '@article{a, title={New}, abstract={Its words.}, volume=3}\n@article{b, title={Bare}}',
      ris: 'TY  - NEWS\nID  - a\nTI  - New\nAB  - Its words.\nVL  - 3\nER  - \nTY  - NEWS\nTI  - Bare\nER  - \n',
    }[id];
    const read = await readDrafts(reader, foreign, project.records);
    expect(read.drafts).toMatchObject([
      { kind: 'article', key: 'a', metadata: { title: 'New' }, text: { plain: 'Its words.' } },
    ]);
    expect(read.report.refused).toMatchObject([{ reason: expect.stringContaining('“Bare”') }]);
    expect(read.report.lost).toHaveLength(1);
  });

  test('J24 a file of another kind is refused as a whole', async () => {
    const { records } = new ClaimsProject();
    for (const content of ['', 'some words', '{"a":', Uint8Array.from([0, 255, 254, 1])]) {
      await expect(readDrafts(reader, content, records)).rejects.toThrow(/references|JSON/);
    }
  });
});
