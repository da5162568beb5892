import { expect, test } from 'vitest';
import type { TextOffset } from '../../../app/base/brand.ts';
import { claimQuery } from '../../../app/claim/significant-words.ts';
import type { FiledPassage, SilenceQuestion } from '../../../app/host/suggestions.ts';
import type { ClaimId } from '../../../app/record/ids.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import { hashOf } from '../support/catalogued-project.ts';
import { suggestionsHere } from '../support/suggestion-threads.ts';
import { dismiss, ferry, suggestingProject } from './suggesting.ts';

/** The words of an article as the analyst filed them. */
function filed(article: ArticleRecord | undefined, text: string, words: string): FiledPassage {
  if (article === undefined) throw new Error('There is no article.');
  const start = text.indexOf(words);
  return {
    articleId: article.id,
    hash: hashOf(text),
    start: start as TextOffset,
    end: (start + words.length) as TextOffset,
  };
}

const rescued = 'More than 190 passengers were brought ashore by helicopters';
const claimId = '00000000-0000-7000-8000-00000000000c' as ClaimId;
const later = `Nine days after the disaster the owners spoke for the first time.
Helicopters took some passengers to the hospital of Turku, where the ferry had begun its voyage.`;
const inOwnWords = `The helicopters brought 190 passengers of the ferry ashore, the coast guard says.
It was dark and cold.`;

async function silentProject() {
  const project = await suggestingProject(suggestionsHere);
  const articles = await project.add(
    { text: ferry.first, language: 'en' },
    { text: ferry.second, language: 'en' },
    { text: ferry.third, language: 'en' },
    { text: later },
    { text: inOwnWords, language: 'en-GB' },
    { text: 'Über hundert Fahrgäste wurden von Hubschraubern an Land gebracht.', language: 'de' },
  );
  await project.suggestions.whenIdle();
  const question: SilenceQuestion = {
    claimId,
    wording: 'Helicopters brought 190 passengers of the Aurora ashore.',
    passages: [filed(articles[0], ferry.first, rescued)],
    articleIds: articles.slice(1).map(({ id }) => id),
  };
  return { project, articles, question };
}

test('Z7, Z8: silent may be what has neither a parallel passage nor a sentence with half of what matters', async () => {
  const { project, articles, question } = await silentProject();
  const found = await project.suggestions.findSilences([question]);
  // Not the second, which has the passage, nor the fifth, which says it in its own words, nor the German one.
  expect(found.map(({ articleId }) => project.numberOf(articleId))).toEqual([3, 4]);
  const [budget, hospital] = found;
  expect(budget).toMatchObject({ claimId, score: 1, nearest: null });
  expect(budget?.search).toBe(claimQuery(question.wording));
  expect(hospital?.nearest?.quote).toContain('Helicopters took some passengers');
  expect(hospital?.nearest?.articleId).toBe(articles[3]?.id);
  expect(hospital?.score).toBeGreaterThan(0.5);
  expect(hospital?.score).toBeLessThan(1);
});

test('Z4: a silence is known again after it was dismissed, and another text makes another one', async () => {
  const { project, articles, question } = await silentProject();
  const before = await project.suggestions.findSilences([question]);
  const [budget] = before;
  const third = articles[2];
  if (budget === undefined || third === undefined) throw new Error('There is no silence.');
  const { found } = project.suggestions.state;
  await dismiss(project, budget);
  await project.suggestions.whenIdle();
  // The window leaves out what is decided, so that what is brought back is there at once.
  expect(await project.suggestions.findSilences([question])).toEqual(before);
  expect(project.suggestions.state.found).toBe(found);
  const revision = await project.revision(third.id, `${ferry.third}\nThat is all.`);
  await project.update(third, { revisionId: revision.id }, [revision]);
  await project.suggestions.whenIdle();
  const again = await project.suggestions.findSilences([question]);
  const other = again.find(({ articleId }) => articleId === third.id);
  expect(before.map(({ key }) => key)).not.toContain(other?.key);
  expect(project.suggestions.state.found).toBeGreaterThan(found);
});

test('passages that the analyst filed together are compared, and what differs is told with both', async () => {
  const project = await suggestingProject(suggestionsHere);
  const one =
    'The coast guard said that 190 passengers were rescued from the ferry.\nNobody else was.';
  const other =
    'It was a long night.\nThe navy told us that 230 passengers were rescued from the ferry.';
  const articles = await project.add(
    { text: one, published: '2024-02-08', language: 'en' },
    { text: other, published: '2024-02-08', language: 'en' },
  );
  await project.suggestions.whenIdle();
  const groups = [
    {
      recordId: claimId,
      joined: 'claim' as const,
      passages: [
        filed(
          articles[0],
          one,
          'The coast guard said that 190 passengers were rescued from the ferry.',
        ),
        filed(
          articles[1],
          other,
          'The navy told us that 230 passengers were rescued from the ferry.',
        ),
      ],
    },
  ];
  const found = await project.suggestions.findConflicts(groups);
  const figure = found.find(({ about }) => about === 'figure');
  if (figure === undefined) throw new Error('There is no conflict.');
  expect(figure).toMatchObject({ joined: 'claim', recordId: claimId });
  const sides = [figure.one, figure.other];
  expect(sides.map(({ passage }) => passage.articleId)).toEqual(articles.map(({ id }) => id));
  expect(
    sides.map(({ range }) => [one, other].map((text) => text.slice(range.start, range.end))),
  ).toEqual(expect.arrayContaining([expect.arrayContaining([expect.stringContaining('190')])]));
  // Of one article with itself nothing is said.
  const [group] = groups;
  if (group === undefined) throw new Error('There is no group.');
  const [first] = group.passages;
  if (first === undefined) throw new Error('There is no passage.');
  const alone = [{ ...group, passages: [first, first] }];
  expect(await project.suggestions.findConflicts(alone)).toEqual([]);
});

test('what is asked of articles, claims and texts that are not there is answered with nothing', async () => {
  const { project, question } = await silentProject();
  const nobody = '00000000-0000-7000-8000-0000000000ff' as ArticleRecord['id'];
  expect(await project.suggestions.readParallels(nobody)).toEqual([]);
  expect(await project.suggestions.readQuotations(nobody)).toEqual([]);
  const [passage] = question.passages;
  if (passage === undefined) throw new Error('There is no passage.');
  const lost = { ...passage, hash: hashOf('No such text.') };
  const found = await project.suggestions.findSilences([
    { ...question, wording: '…', passages: [] },
    { ...question, passages: [lost], articleIds: [nobody] },
  ]);
  expect(found).toEqual([]);
  const groups = [{ recordId: 'x', joined: 'link' as const, passages: [lost, passage] }];
  expect(await project.suggestions.findConflicts(groups)).toEqual([]);
});
