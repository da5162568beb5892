import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Instant } from '../../../app/base/brand.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import { generateReuse } from '../../bench/parallels/generate-reuse.ts';
import type { CataloguedProject } from '../support/catalogued-project.ts';
import { suggestionsHere } from '../support/suggestion-threads.ts';
import { suggested, suggestingProject } from './suggesting.ts';

const corpus = generateReuse({ articles: 125, bytes: 1_200, seed: 5 });
const texts = corpus.texts.map(({ text }) => ({ text }));

/** Whether shorter passages are set phrases, or no more than chance, depends on what was known when they were found. */
const surelyNoPhrase = 20;

/** What of articles was found to be parallel, by their numbers and places. */
async function parallelIn(project: CataloguedProject): Promise<string[]> {
  await project.suggestions.whenIdle();
  const found = new Set<string>();
  for (const { id } of project.articles) {
    for (const { one, other, words, formula } of await project.suggestions.readParallels(id)) {
      if (formula || words < surelyNoPhrase) continue;
      const ends = [one, other].map(
        ({ articleId, start, end }) => `${project.numberOf(articleId)}:${start}-${end}`,
      );
      found.add(ends.sort().join(' '));
    }
  }
  return [...found].sort();
}

test('articles that come together have the same parallel passages as articles that come one by one', async () => {
  const together = await suggestingProject(suggestionsHere);
  await together.add(...texts);
  const found = await parallelIn(together);
  expect(found.length).toBeGreaterThan(50);
  const apart = await suggestingProject(suggestionsHere);
  for (let from = 0; from < texts.length; from += 60) {
    await apart.add(...texts.slice(from, from + 60));
    await apart.suggestions.whenIdle();
  }
  expect(await parallelIn(apart)).toEqual(found);
});

test('articles that change while all are looked through end as if they had come so', async () => {
  const project = await suggestingProject(suggestionsHere);
  await project.add(...texts);
  const looked = project.suggestions.whenIdle();
  const at = (index: number): ArticleRecord => {
    const article = project.articles[index];
    if (article === undefined) throw new Error('There is no such article.');
    return article;
  };
  for (let index = 0; index < 40; index += 5) {
    // Some come before their text is in the index, some after.
    await new Promise((resolve) => setTimeout(resolve, 20));
    await project.update(at(index), { trashedAt: '2026-01-01T00:00:00.000Z' as Instant });
    const { id } = at(index + 1);
    const revision = await project.revision(id, texts[124 - index]?.text ?? '');
    await project.update(at(index + 1), { revisionId: revision.id }, [revision]);
  }
  await looked;
  const found = await parallelIn(project);
  const { total } = await suggested(project, { kinds: ['quotation'] });
  await project.close();
  await rm(join(project.root, '.variorum', 'suggestions.db'));
  await project.open();
  expect(await parallelIn(project)).toEqual(found);
  expect((await suggested(project, { kinds: ['quotation'] })).total).toBe(total);
});
