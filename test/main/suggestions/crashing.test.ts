import { expect, test } from 'vitest';
import type {
  FinderAnswer,
  FinderRequest,
} from '../../../main/services/suggestions/suggestion-messages.ts';
import type { SuggestionThreads } from '../../../main/services/suggestions/suggestion-threads.ts';
import { suggestionsHere } from '../support/suggestion-threads.ts';
import { ferry, suggested, suggestingProject } from './suggesting.ts';

/** Threads that go down while they open what is kept, at no text: the first `count` of them. */
function crashingThreads(count: number): SuggestionThreads & { readonly started: () => number } {
  let started = 0;
  return {
    ...suggestionsHere,
    started: () => started,
    startFinder: () => {
      const thread = suggestionsHere.startFinder();
      started += 1;
      if (started > count) return thread;
      const crashes: ((error: unknown) => void)[] = [];
      return {
        post: (_request: FinderRequest) => {
          setImmediate(() => {
            for (const crash of crashes) crash(new Error('Out of memory'));
          });
        },
        onAnswer: (_listener: (answer: FinderAnswer) => void) => undefined,
        onCrash: (listener) => void crashes.push(listener),
        end: () => thread.end(),
      };
    },
  };
}

test('the question after a crash starts the thread again, and is answered by it', async () => {
  const threads = crashingThreads(1);
  const project = await suggestingProject(threads);
  await project.add({ text: ferry.first }, { text: ferry.second });
  await project.suggestions.whenIdle();
  expect(project.suggestions.state).toMatchObject({ state: 'failed' });
  expect(project.suggestions.state.message).toContain('starts again with the next question');
  const [article] = project.articles;
  if (article === undefined) throw new Error('There is no article.');
  const asked = project.suggestions.readQuotations(article.id);
  expect(project.suggestions.state.state).toBe('looking');
  expect(project.suggestions.state.message).toBeUndefined();
  await asked;
  expect((await suggested(project)).total).toBeGreaterThan(0);
  expect(threads.started()).toBe(2);
});

test('a thread that goes down three times stays down until the project is opened again', async () => {
  const threads = crashingThreads(3);
  const project = await suggestingProject(threads);
  await project.add({ text: ferry.first }, { text: ferry.second });
  for (let question = 0; question < 6; question += 1) {
    await expect(suggested(project)).rejects.toMatchObject({ code: 'suggestions' });
  }
  expect(threads.started()).toBe(3);
  expect(project.suggestions.state).toMatchObject({ state: 'failed' });
  expect(project.suggestions.state.message).toContain('Open the project again');
  await project.close();
  await project.open();
  expect((await suggested(project)).total).toBeGreaterThan(0);
});
