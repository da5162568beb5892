import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { isCanonical } from '../../../app/article/is-canonical.ts';
import type { RevisionHash } from '../../../app/base/brand.ts';
import type { ArticleId, RevisionId } from '../../../app/record/ids.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import { articleSchema, revisionSchema } from '../../../app/schema/article-schemas.ts';
import { tablePreviewSchema } from '../../../app/schema/corpus-schemas.ts';
import type { SourcePart } from '../../../main/services/parse/source.ts';
import { readTableHead } from '../../../main/services/parse/table/read-table-head.ts';
import { countingMaker } from '../support/samples.ts';
import { makeZip } from './make-zip.ts';
import { mutated } from './mutate.ts';
import { partsOf } from './parts-of.ts';

const text =
  'By Jane Doe, CNN\n\nPublished 3:00 PM EST, Thu February 8, 2024\n\nBEIJING, Feb 8 (Xinhua) -- Grèvemont slept.\n';
const page = `<!doctype html><meta charset="utf-8"><title>T</title><h1>T</h1><p>${text}</p><ul><li>a</li></ul>`;
const mail = [
  'From: "Jane Doe" <jane@a.example>',
  'Subject: =?utf-8?q?Gr=C3=A8vemont?=',
  'Date: Thu, 8 Feb 2024 15:00:00 EST',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b',
  'Content-Type: multipart/alternative; boundary=c',
  '',
  '--c',
  'Content-Type: text/plain; format=flowed; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Gr=C3=A8vemont =',
  'slept.',
  '> They spoke.',
  '-- ',
  'Press',
  '--c',
  'Content-Type: text/html',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from(page).toString('base64'),
  '--c--',
  '--b',
  "Content-Disposition: attachment; filename*=utf-8''a%20b.pdf",
  '',
  'x',
  '--b--',
].join('\r\n');

const bytes = (content: string) => new TextEncoder().encode(content);
const files: Readonly<Record<string, Uint8Array>> = {
  'a.txt': bytes(text),
  'b.txt': iconv.encode(`Президенты говорили. ${text}`.replace('è', 'e'), 'windows-1251'),
  'c.txt': iconv.encode(text, 'utf-16le'),
  'd.txt': iconv.encode(
    '中国の習近平国家主席とロシアのプーチン大統領が電話で会談した。',
    'shift_jis',
  ),
  'a.md': bytes(
    `---\ntitle: T\ndate: 2024-02-08\n---\n# T\n\n> ${text}\n- a\n\n|a|b|\n|-|-|\n|c|d|\n`,
  ),
  a: bytes(page),
  'a.mhtml': bytes(
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://a.example/\r\n\r\n${page}\r\n--b--`,
  ),
  'a.eml': bytes(mail),
  'a.mbox': bytes(
    `From a@b.example Tue May 12 06:48:00 2026\n${mail.replaceAll('\r', '')}\n\nFrom a@b.example Tue May 12 06:49:00 2026\nSubject: x\n\n>From here.\n`,
  ),
  'a.csv': bytes(`title;text;date\n"T ""x""";"${text}";2024-02-08\nU;<p>a</p>;8/2/24\n`),
  'a.tsv': bytes('title\ttext\nT\tThey spoke.\n'),
  'a.jsonl': bytes(
    `${JSON.stringify({ title: 'T', body: text, a: { b: [1, { name: 'x' }] } })}\n{"title":"U","body":"They"}\n`,
  ),
  'a.json': bytes(JSON.stringify({ articles: [{ title: 'T', content: text }, { title: 'U' }] })),
  'a.zip': makeZip([
    { name: 'a.txt', content: text },
    { name: 'b/c.html', content: page },
    { name: 'd.zip', content: makeZip([{ name: 'e.md', content: text }]) },
    { name: 'f.csv', content: 'title,text\nT,They spoke.' },
  ]),
};

const maker = countingMaker();
const hash = '0'.repeat(64);

/** Whether what was read can be made records of, which is all that an import has to rely on. */
function expectSound({ part, format, encoding, article }: SourcePart): void {
  if (!article.ok) {
    expect(article.error.message).toMatch(/\.$/);
    return;
  }
  const { metadata, provenance, text: canonical, blocks, remarks } = article.value;
  expect(isCanonical({ text: canonical, blocks })).toBe(true);
  expect(metadata.title).not.toBe('');
  const revisionId = maker.id<RevisionId>();
  const inFile = { fileName: 'a', fileHash: hash, ...(part === null ? {} : { part }) };
  articleSchema.parse(
    newRecord(maker, 'article', {
      number: 1,
      revisionId,
      detected: metadata,
      corrected: {},
      provenance,
      origins: [{ ...inFile, importedAt: maker.now() }],
      annotationsMade: 0,
    }),
  );
  revisionSchema.parse(
    newRecord(maker, 'revision', {
      articleId: maker.id<ArticleId>(),
      hash: hash as RevisionHash,
      length: canonical.length,
      blockCount: blocks.length,
      wordCount: 1,
      source: { ...inFile, format, encoding, remarks },
    }),
  );
}

describe('damaged files', () => {
  test.each(Object.entries(files))('%s as it is makes sound articles', async (name, content) => {
    const parts = await partsOf(name, content);
    expect(parts.some(({ article }) => article.ok)).toBe(true);
    for (const part of parts) expectSound(part);
  });

  test.each(Object.entries(files))(
    '%s, however it is damaged, gives sound articles or reasons, and ends',
    async (name, content) => {
      const others = Object.values(files).filter((other) => other !== content);
      await fc.assert(
        fc.asyncProperty(mutated(content, others), async (damaged) => {
          const parts = await partsOf(name, damaged);
          expect(parts.length).toBeGreaterThan(0);
          for (const part of parts) expectSound(part);
        }),
        { seed: 20_310_512, numRuns: 150 },
      );
    },
    60_000,
  );

  test.each(['a.csv', 'a.jsonl', 'a.json'])(
    'the head of a damaged %s is a preview or a reason',
    (name) => {
      const content = files[name] ?? new Uint8Array();
      fc.assert(
        fc.property(mutated(content, Object.values(files)), (damaged) => {
          const head = readTableHead(damaged, name);
          if (head.ok) tablePreviewSchema.parse(head.value);
          else expect(head.error.message).toMatch(/\.$/);
        }),
        { seed: 20_310_512, numRuns: 300 },
      );
    },
  );
});
