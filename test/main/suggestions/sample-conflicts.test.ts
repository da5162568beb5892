import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseSource } from '../../../main/services/parse/parse-source.ts';
import { inRepository } from '../../../resources/tooling/paths.mjs';
import { suggested, suggestingProject } from './suggesting.ts';

const folder = inRepository('resources', 'sample', 'articles');

async function sampleArticles() {
  const articles: { text: string; published: string | null; language: string | null }[] = [];
  for (const fileName of readdirSync(folder).sort()) {
    const bytes = readFileSync(join(folder, fileName));
    const source = { fileName, bytes, modifiedAt: null, encoding: null, columns: null };
    for await (const { article } of parseSource(source)) {
      if (!article.ok) throw new Error(`${fileName} can't be read.`);
      const { text, metadata } = article.value;
      articles.push({ text, published: metadata.published, language: metadata.language });
    }
  }
  return articles;
}

test('B14, B18, B19: what the articles of the sample project contradict each other in', async () => {
  const project = await suggestingProject();
  await project.add(...(await sampleArticles()));
  const { suggestions } = await suggested(project, { kinds: ['conflict'] });
  const found = suggestions.flatMap((suggestion) =>
    suggestion.kind === 'conflict' && suggestion.about !== 'speaker'
      ? [`${suggestion.one.value} / ${suggestion.other.value}`]
      : [],
  );
  expect(found.toSorted()).toEqual([
    '18 June / 19 June',
    '18 June / 2026-06-25',
    '2026-05-11 / 2026-05-12',
    '2026-06-18 / 19 June',
    '2026-06-18 / 2026-06-25',
    '2034 / 2035',
    '3.9 billion crowns / 4.2 billion crowns',
    '31 km / 33.5 km',
    '6,500 jobs / 5,200 jobs',
    '6,500 jobs / about 5,000 jobs',
  ]);
});
