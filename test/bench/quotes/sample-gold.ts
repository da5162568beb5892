import { readFileSync } from 'node:fs';
import type { RevisionHash } from '../../../app/base/brand.ts';
import { inRepository } from '../../../resources/tooling/paths.mjs';
import { parseSource } from '../../main/parse/parse-text.ts';
import type { GoldPiece, GoldText } from './read-gold.ts';

/** The articles of the sample project with what test/fixtures/statements/sample.gold says of them. */
export async function sampleGold(): Promise<GoldText[]> {
  const source = readFileSync(
    inRepository('test', 'fixtures', 'statements', 'sample.gold'),
    'utf8',
  );
  const [, ...files] = source.trim().split('\n\n');
  return Promise.all(files.map(readFile));
}

async function readFile(lines: string): Promise<GoldText> {
  const [file = '', ...marked] = lines.split('\n');
  const bytes = readFileSync(inRepository('resources', 'sample', 'articles', file), 'utf8');
  const parsed = await parseSource(file, bytes);
  const { text, blocks } = parsed;
  let from = 0;
  const pieces = marked.map((line): GoldPiece => {
    const [words = '', who = ''] = line.split(' | ');
    let start = text.indexOf(words, from);
    while (start > 0 && !/[“«]\s?$/u.test(text.slice(start - 2, start)))
      start = text.indexOf(words, start + 1);
    if (start < 0) throw new Error(`${file}: “${words}” is not in the article.`);
    from = start + words.length;
    const speech = who !== 'not speech';
    return {
      start,
      end: from,
      sort: speech ? 'quotation' : 'not-speech',
      speakers: speech ? who.split('/') : [],
      kinds: speech ? ['sample'] : [],
    };
  });
  return {
    name: file,
    text: { hash: '0'.repeat(64) as RevisionHash, text, blocks },
    language: 'en',
    reported: false,
    pieces,
  };
}
