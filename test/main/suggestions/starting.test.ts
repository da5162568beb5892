import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { nextRecord } from '../../../app/record/record-factory.ts';
import type { FinderRequest } from '../../../main/services/suggestions/suggestion-messages.ts';
import type { SuggestionThreads } from '../../../main/services/suggestions/suggestion-threads.ts';
import { catalogueHere } from '../support/catalogue-threads.ts';
import { CataloguedProject } from '../support/catalogued-project.ts';
import { suggestionsHere } from '../support/suggestion-threads.ts';
import { ferry, suggested } from './suggesting.ts';

/** Threads that say what they are asked. */
function watchedThreads(asked: FinderRequest[]): SuggestionThreads {
  return {
    ...suggestionsHere,
    startFinder: () => {
      const thread = suggestionsHere.startFinder();
      return {
        ...thread,
        post: (request) => {
          asked.push(request);
          thread.post(request);
        },
      };
    },
  };
}

test('nothing is begun before the first picture, not even for a question', async () => {
  const asked: FinderRequest[] = [];
  const project = await CataloguedProject.make(catalogueHere, {
    suggestionThreads: watchedThreads(asked),
    suggestionTimes: { notBefore: 150 },
  });
  const [article] = await project.add({ text: ferry.first });
  if (article === undefined) throw new Error('There is no article.');
  const question = project.suggestions.readQuotations(article.id);
  await wait(20);
  expect(asked).toEqual([]);
  await question;
  expect(asked.map(({ kind }) => kind)).toEqual(['open']);
});

test('without a question it is begun some time after opening, and a closed project begins nothing', async () => {
  const asked: FinderRequest[] = [];
  const timers = new Map<number, () => void>();
  const project = await CataloguedProject.make(catalogueHere, {
    suggestionThreads: watchedThreads(asked),
    suggestionTimes: { startAfter: 4_321 },
    startTimer: (run, delay) => {
      timers.set(delay, run);
      return () => timers.delete(delay);
    },
  });
  await project.add({ text: ferry.first }, { text: ferry.second });
  // Whoever looks at them has what was journalled passed on: what is begun then reads it in the journal.
  expect(project.suggestions.state.state).not.toBe('failed');
  expect(asked).toEqual([]);
  timers.get(4_321)?.();
  const { total } = await suggested(project);
  expect(total).toBeGreaterThan(0);
  expect(asked.map(({ kind }) => kind)).toEqual(['open']);
  await project.close();
  await project.open();
  const { suggestions } = project;
  await project.close();
  expect(timers.has(4_321)).toBe(false);
  await expect(suggestions.readCluster('cluster:x')).rejects.toMatchObject({ code: 'suggestions' });
});

test('an import that begins before the work has the machine for itself, whatever is asked', async () => {
  const asked: FinderRequest[] = [];
  const project = await CataloguedProject.make(catalogueHere, {
    suggestionThreads: watchedThreads(asked),
    suggestionTimes: { notBefore: 400 },
  });
  const [article] = await project.add({ text: ferry.first });
  if (article === undefined) throw new Error('There is no article.');
  await wait(450);
  let present = article;
  const imported = async () => {
    const after = nextRecord(project.maker, present, { starred: present.starred !== true });
    await project.change({ updated: [[present, after]] }, 'job');
    present = after;
  };
  await imported();
  const question = project.suggestions.readQuotations(article.id);
  for (let step = 0; step < 4; step += 1) {
    await wait(150);
    await imported();
  }
  expect(asked).toEqual([]);
  await question;
  expect(asked.map(({ kind }) => kind)).toEqual(['open']);
});

test('while an import changes articles the work waits, and begins when nothing has come for a while', async () => {
  const project = await CataloguedProject.make(catalogueHere, {
    suggestionThreads: suggestionsHere,
    suggestionTimes: { notBefore: 0 },
  });
  await project.suggestions.whenIdle();
  const texts = Array.from({ length: 30 }, (_, index) => ({ text: `${ferry.first}\n${index}` }));
  await project.add(...texts);
  await wait(300);
  expect(project.suggestions.state).toMatchObject({ state: 'looking', done: 0, total: 30 });
  await project.suggestions.whenIdle();
  expect(project.suggestions.state).toMatchObject({ state: 'ready', done: 30, total: 30 });
});
