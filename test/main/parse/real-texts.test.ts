import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isCanonical } from '../../../app/article/is-canonical.ts';
import type { ParsedArticle } from '../../../app/article/parsed-article.ts';
import { corpusFolder, hasCorpus } from '../../fixtures/parse/corpus.ts';
import { describeBlocks, parseSource as parseText } from './parse-text.ts';

const part = 'xi-putin-calls';

function parsed(fileName: string): ParsedArticle {
  return parseText(fileName, readFileSync(`${corpusFolder(part)}${fileName}`, 'utf8'));
}

describe.skipIf(!hasCorpus(part))('five real texts (skipped where the corpus is not here)', () => {
  test.each([
    ['000_c1cfa392dc2054cb.txt', '000_c1cfa392dc2054cb', 21, -1],
    ['001_29e0865fbed2c4cb.txt', 'From holiday wishes to geopolitical statement', 12, 0],
    ['002_e3604765eb3ed5c8.txt', "What's brewing in China-Russia diplomacy?", 14, 0],
    ['003_bd40d5695346236d.txt', '‘Practical cooperation’ between China’s Xi', 9, 0],
    ['004_a8860df94fa51654.txt', 'Chinese President Xi and Russian President Putin Hold', 28, 1],
  ])('T8 T9 %s is called “%s…” and has %i blocks', (name, title, count, headingAt) => {
    const article = parsed(name);
    expect(isCanonical(article)).toBe(true);
    expect(article.metadata.title.startsWith(title)).toBe(true);
    expect(article.blocks).toHaveLength(count);
    expect(article.blocks.findIndex((block) => block.kind === 'heading')).toBe(headingAt);
    expect(article.blocks.filter((block) => block.kind === 'heading').length).toBe(
      headingAt === -1 ? 0 : 1,
    );
  });

  test('T8 each line that is not blank is a block, and no letter is lost', () => {
    for (const name of ['000_c1cfa392dc2054cb.txt', '004_a8860df94fa51654.txt']) {
      const source = readFileSync(`${corpusFolder(part)}${name}`, 'utf8');
      const lines = source.split(/\r?\n/).filter((line) => line.trim() !== '');
      const texts = describeBlocks(parsed(name)).map((block) => block.replace(/^[^:]*: /, ''));
      expect(texts).toEqual(lines.map((line) => line.replace(/\s+/g, ' ').trim()));
    }
  });
});
