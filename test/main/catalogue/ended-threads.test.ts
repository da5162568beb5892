import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { projectPaths } from '../../../main/services/project/project-paths.ts';
import { catalogueInThreads } from '../support/catalogue-threads.ts';
import { CataloguedProject } from '../support/catalogued-project.ts';

test('a thread may be ended at any moment, in the midst of the database too, and the program goes on', async () => {
  const catalogued = await CataloguedProject.make();
  const texts = Array.from({ length: 40 }, (_, index) => ({
    title: `Account ${index}`,
    text: `The tunnel opened. `.repeat(200),
  }));
  await catalogued.add(...texts);
  await catalogued.catalogue.whenIdle();
  const file = projectPaths(catalogued.root).catalogue;
  let answers = 0;
  for (let round = 0; round < 40; round += 1) {
    const thread = catalogueInThreads.startReader();
    const crashes: unknown[] = [];
    thread.onCrash((error) => crashes.push(error));
    thread.onAnswer(() => {
      answers += 1;
    });
    for (let id = 1; id <= 20; id += 1) {
      const request = {
        query: 'tunnel',
        mode: 'words',
        sort: 'rank',
        offset: id,
        limit: 40,
      } as const;
      thread.post({ id, file, question: { kind: 'search', request } });
    }
    await delay(20 + round * 2);
    await thread.end();
    expect(crashes).toEqual([]);
  }
  expect(answers).toBeGreaterThan(0);
}, 60_000);
