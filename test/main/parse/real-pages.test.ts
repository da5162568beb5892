import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isCanonical } from '../../../app/article/is-canonical.ts';
import { readPublished } from '../../../app/article/read-published.ts';
import type { ArticleMetadata } from '../../../app/record/records.ts';
import { parsePage } from '../../../main/services/parse/html/html-document.ts';
import { corpusFolder, hasCorpus } from '../../fixtures/parse/corpus.ts';
import { webExceptions } from '../../fixtures/parse/web-exceptions.ts';
import { parseSource } from './parse-text.ts';

const part = 'web';
const pages = hasCorpus(part) ? readdirSync(corpusFolder(part)).sort() : [];

interface Expected {
  readonly title: string | null;
  readonly byline: string | null;
  readonly siteName: string | null;
  readonly publishedTime: string | null;
  readonly lang?: string | null;
}

function read(page: string, file: string): string {
  return readFileSync(`${corpusFolder(part)}${page}/${file}`, 'utf8');
}

/** Words, or single characters of scripts without spaces, with how often each stands in the text. */
function wordCounts(text: string): Map<string, number> {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[\p{L}\p{N}\p{M}]+/gu);
  const counts = new Map<string, number>();
  for (const word of words ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function inCommon(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  return [...one].reduce((sum, [word, count]) => sum + Math.min(count, other.get(word) ?? 0), 0);
}

/** What the expected metadata say, in the forms that ours have. */
function expectedMetadata(expected: Expected): Partial<ArticleMetadata> {
  const language = expected.lang == null ? null : Intl.getCanonicalLocales(expected.lang)[0];
  return {
    title: expected.title ?? '',
    outlet: expected.siteName,
    byline: expected.byline?.replace(/^By /, '') ?? null,
    published: expected.publishedTime === null ? null : readPublished(expected.publishedTime),
    language: language ?? null,
  };
}

describe.skipIf(pages.length === 0)('33 real pages (skipped where the corpus is not here)', () => {
  test('are all here', () => expect(pages).toHaveLength(33));

  test.each(pages)('T10 T12 %s', (page) => {
    const article = parseSource(`${page}.html`, read(page, 'source.html'));
    expect(isCanonical(article)).toBe(true);

    const expected = JSON.parse(read(page, 'expected-metadata.json')) as Expected;
    const wanted = { ...expectedMetadata(expected) };
    const found: Partial<ArticleMetadata> = { ...article.metadata };
    // Readability looks for none of these.
    for (const field of ['url', 'updated', 'section'])
      delete (found as Record<string, unknown>)[field];
    for (const { field, ours } of webExceptions.filter((exception) => exception.page === page)) {
      const theirs = wanted[field] ?? null;
      expect(found[field], `${field} is no exception any more`).not.toBe(theirs);
      if (ours === '(shorter)')
        expect([' ', '_', '（'].some((next) => theirs?.startsWith(`${found[field]}${next}`))).toBe(
          true,
        );
      else expect(found[field]).toBe(ours);
      delete (wanted as Record<string, unknown>)[field];
      delete (found as Record<string, unknown>)[field];
    }
    expect(found).toEqual(wanted);
  });

  test.each(pages)('T10 %s: nine words in ten of the expected text, and few others', (page) => {
    const { text } = parseSource(`${page}.html`, read(page, 'source.html'));
    const ours = wordCounts(text);
    const theirs = wordCounts(
      parsePage(read(page, 'expected.html')).document.body.textContent ?? '',
    );
    const common = inCommon(ours, theirs);
    expect(common / total(theirs)).toBeGreaterThanOrEqual(0.99);
    // The headline is in our text and not in theirs, which shows in short ones.
    expect(common / total(ours)).toBeGreaterThanOrEqual(0.9);
  });

  test.each(pages)('T12 %s: each fact has a source, and what is not known has none', (page) => {
    const { metadata, provenance } = parseSource(`${page}.html`, read(page, 'source.html'));
    const known = Object.entries(metadata).flatMap(([field, fact]) =>
      fact === null ? [] : [field],
    );
    expect(Object.keys(provenance).sort()).toEqual(known.sort());
  });

  test('T12 addresses are whole, where a page states one', () => {
    const urls = pages.map((page) => parseSource('a.html', read(page, 'source.html')).metadata.url);
    const stated = urls.filter((url) => url !== null);
    expect(stated.length).toBe(20);
    for (const url of stated) expect(url).toMatch(/^https?:\/\/[a-z0-9.-]+\//);
  });
});
