import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as wordsOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { beforeAll, expect, test } from 'vitest';
import { composedHashes } from '../support/compose-here.ts';
import { readDocx } from '../support/read-docx.ts';
import { richBrief } from '../support/rich-brief.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-appendix-'));
  await composedHashes('chicago-notes', false, folder);
});

function inHtml(html: string): string {
  const { document } = parseHTML(html) as unknown as {
    readonly document: { querySelector(selector: string): { readonly textContent: string } | null };
  };
  return document.querySelector('section.sources')?.textContent ?? '';
}

/** The words of a file that was written, from the heading of the appendix on. */
const readers: Readonly<Record<string, (bytes: Buffer) => string>> = {
  docx: (bytes) =>
    readDocx(bytes)
      .paragraphs.filter(({ style }) => style.startsWith('Source'))
      .map(({ words }) => words)
      .join(' '),
  'pdf.html': (bytes) => inHtml(bytes.toString('utf8')),
  html: (bytes) => inHtml(bytes.toString('utf8')),
  md: (bytes) => {
    const extensions = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
    const all = wordsOf(fromMarkdown(bytes.toString('utf8'), extensions));
    return all.split('Every quotation was compared')[1] ?? '';
  },
  txt: (bytes) => bytes.toString('utf8').split('\nSources\n')[1] ?? '',
};

test.each(Object.keys(readers))(
  'C21 the appendix of %s has each passage whole, with what stands around it, hash and offsets',
  async (ending) => {
    const { bundle, texts } = richBrief();
    // Where a line was broken, and how a passage is marked, is the format's own.
    const plain = (words: string): string => words.replace(/>>|<<|\s+/g, '');
    const bytes = await readFile(join(folder, `with.${ending}`));
    const written = plain(readers[ending]?.(bytes) ?? '');
    expect(bundle.annotations.length).toBe(6);
    for (const { passage, number, articleId } of bundle.annotations) {
      const revision = bundle.revisions.find(({ id }) => id === passage.revisionId);
      const text = texts.get(revision?.hash ?? ('' as never)) ?? '';
      const before = text.slice(text.lastIndexOf('\n', passage.start - 1) + 1, passage.start);
      const lineEnd = text.indexOf('\n', passage.end);
      const after = text.slice(passage.end, lineEnd < 0 ? text.length : lineEnd);
      expect(written).toContain(plain(before + passage.quote + after));
      const label = `${articleId.split('-')[1]}:${number}`;
      expect(written).toContain(
        plain(
          `annotation ${label}, revision sha256:${revision?.hash}, characters ${passage.start}–${passage.end} (UTF-16)`,
        ),
      );
    }
    const without = await readFile(join(folder, `without.${ending}`));
    expect(plain(readers[ending]?.(without) ?? '')).toBe('');
  },
);
