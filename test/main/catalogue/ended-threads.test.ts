import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { CatalogueThreads } from '../../../main/services/catalogue/catalogue-thread.ts';
import { projectPaths } from '../../../main/services/project/project-paths.ts';
import { catalogueHere, catalogueInThreads } from '../support/catalogue-threads.ts';
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

test.each(['words', 'pattern'] as const)(
  'what is asked (%s) of a project that is closed before it can answer starts no thread that stays',
  async (mode) => {
    let reading = 0;
    const counted: CatalogueThreads = {
      startWriter: catalogueHere.startWriter,
      startReader: () => {
        const thread = catalogueHere.startReader();
        reading += 1;
        const end = async () => {
          await thread.end();
          reading -= 1;
        };
        return { ...thread, end };
      },
    };
    const catalogued = await CataloguedProject.make(counted);
    await catalogued.add({ title: 'Ferry', text: 'The ferry waits.' });
    const request = { query: 'ferry', mode, sort: 'rank', offset: 0, limit: 40 } as const;
    const asked = catalogued.catalogue.search(request);
    const refused = expect(asked).rejects.toMatchObject({ code: 'catalogue' });
    await catalogued.catalogue.close();
    await refused;
    expect(reading).toBe(0);
  },
);
