import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isCanonical } from '../../../app/article/is-canonical.ts';
import { describeBlocks, parseSource } from './parse-text.ts';

const folder = fileURLToPath(new URL('../../../resources/sample/articles/', import.meta.url));
const files = readdirSync(folder).sort();
const parsed = (file: string) => parseSource(file, readFileSync(`${folder}${file}`, 'utf8'));

/** The value behind a name in a front matter or a head, found without any parser. */
function stated(file: string): Record<string, string | null> {
  const source = readFileSync(`${folder}${file}`, 'utf8');
  const first = (...patterns: RegExp[]) =>
    patterns.map((pattern) => pattern.exec(source)?.[1]).find((value) => value !== undefined) ??
    null;
  if (file.endsWith('.md')) {
    const field = (name: string) => first(new RegExp(`^${name}: "?(.*?)"?$`, 'm'));
    return {
      title: field('title'),
      outlet: field('outlet'),
      byline: field('byline'),
      published: field('date'),
      url: field('url'),
      language: field('language'),
    };
  }
  if (file.endsWith('.txt')) {
    const nothing = {
      outlet: null,
      byline: null,
      published: null,
      updated: null,
      section: null,
      url: null,
      language: null,
    };
    return { ...nothing, title: first(/^(.*)\n/) };
  }
  const authors = [...source.matchAll(/"@type": "Person", "name": "(.*?)"/g)].map(
    (match) => match[1],
  );
  return {
    title: first(/<meta property="og:title" content="(.*?)"/),
    outlet: first(/<meta property="og:site_name" content="(.*?)"/),
    byline: authors.length > 0 ? authors.join(', ') : first(/<meta name="author" content="(.*?)"/),
    published: first(/<meta property="article:published_time" content="(.*?)"/),
    url: first(/<link rel="canonical" href="(.*?)"/),
    language: first(/<html lang="(.*?)"/),
  };
}

describe('the articles of the sample project', () => {
  test('are there, in every readable format', () => {
    expect(new Set(files.map((file) => file.replace(/^.*\./, '')))).toEqual(
      new Set(['md', 'html', 'txt']),
    );
  });

  test.each(files)('T7 T12 %s has the metadata that it states, and its headline once', (file) => {
    const article = parsed(file);
    expect(isCanonical(article)).toBe(true);
    expect(article.metadata).toMatchObject(stated(file));
    const blocks = describeBlocks(article);
    expect(blocks[0]).toBe(`heading 1: ${article.metadata.title}`);
    expect(blocks.filter((block) => block.endsWith(`: ${article.metadata.title}`))).toHaveLength(1);
  });

  test.each(files.filter((file) => file.endsWith('.html')))(
    'T10 %s is read without the page around it',
    (file) => {
      expect(parsed(file).text).not.toMatch(
        /Subscribe|cookies|Corrections policy|Most read|©|Sign up/,
      );
    },
  );
});
