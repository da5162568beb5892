import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { FinderRequest } from '../../../main/services/suggestions/suggestion-messages.ts';
import type { SuggestionThreads } from '../../../main/services/suggestions/suggestion-threads.ts';
import { suggestionsHere, suggestionsInThreads } from '../support/suggestion-threads.ts';
import { ferry, suggested, suggestingProject } from './suggesting.ts';

const never = new Promise<void>(() => undefined);

/** Threads that hear nothing of being closed, and don't end. */
const stuck: SuggestionThreads = {
  startFinder: () => {
    const thread = suggestionsHere.startFinder();
    return {
      ...thread,
      post: (request: FinderRequest) => {
        if (request.kind !== 'close') thread.post(request);
      },
      end: async () => {
        await thread.end();
        await never;
      },
    };
  },
  startReader: () => {
    const thread = suggestionsHere.startReader();
    return {
      ...thread,
      end: async () => {
        await thread.end();
        await never;
      },
    };
  },
};

test('a project is closed though threads hear of nothing and do not end', async () => {
  const project = await suggestingProject(stuck, { closing: 20, ending: 20 });
  await project.add({ text: ferry.first }, { text: ferry.second });
  expect((await suggested(project)).total).toBeGreaterThan(0);
  await project.close();
  expect(project.logged).toContain('The threads that look for suggestions did not end in time.');
  await project.open();
  expect((await suggested(project)).total).toBeGreaterThan(0);
});

test('a project that is closed while a long text is looked through goes on with it at the next opening', async () => {
  const project = await suggestingProject(suggestionsInThreads, { closing: 1 });
  const long = Array.from(
    { length: 1_500 },
    (_, at) =>
      `The minister of place ${at} said on ${1 + (at % 28)} March that ${at * 7} homes were built.`,
  ).join('\n');
  const [first] = await project.add({ text: long }, { text: ferry.second });
  const looked = project.suggestions.whenIdle();
  await expect.poll(() => project.suggestions.state.total, { timeout: 10_000 }).toBe(2);
  await project.close();
  await looked;
  expect(project.logged).toEqual([]);
  await project.open();
  await project.suggestions.whenIdle();
  expect(project.suggestions.state).toMatchObject({ state: 'ready', done: 2, total: 2 });
  expect(project.suggestions.state.message).toBeUndefined();
  if (first === undefined) throw new Error('There is no article.');
  expect(await project.suggestions.readQuotations(first.id)).not.toEqual([]);
});

test('what is asked of a project that is closed before it can answer starts no thread that stays', async () => {
  let finding = 0;
  let reading = 0;
  const counted: SuggestionThreads = {
    startFinder: () => {
      finding += 1;
      return suggestionsHere.startFinder();
    },
    startReader: () => {
      const thread = suggestionsHere.startReader();
      reading += 1;
      const end = async () => {
        await thread.end();
        reading -= 1;
      };
      return { ...thread, end };
    },
  };
  const project = await suggestingProject(counted);
  const [first] = await project.add({ text: ferry.first }, { text: ferry.second });
  if (first === undefined) throw new Error('There is no article.');
  const asked = project.suggestions.readQuotations(first.id);
  const refused = expect(asked).rejects.toMatchObject({ code: 'suggestions' });
  while (finding === 0) await new Promise((resolve) => setImmediate(resolve));
  await project.suggestions.close();
  await refused;
  expect(reading).toBe(0);
});

test('a project that is closed while its damaged suggestions are opened waits for nothing', async () => {
  const project = await suggestingProject(suggestionsHere);
  await project.add({ text: ferry.first }, { text: ferry.second });
  await suggested(project);
  const { paths } = project.project;
  await project.close();
  await writeFile(paths.suggestions, 'This is no database, but a text.');
  await project.open();
  const idle = project.suggestions.whenIdle();
  const begun = performance.now();
  await project.suggestions.close();
  await idle;
  expect(performance.now() - begun).toBeLessThan(1_000);
}, 20_000);
