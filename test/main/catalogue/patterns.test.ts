import { expect, test } from 'vitest';
import type { ConcordanceRequest } from '../../../app/host/search.ts';
import { ThreadedCatalogue } from '../../../main/services/catalogue/threaded-catalogue.ts';
import { projectPaths } from '../../../main/services/project/project-paths.ts';
import { catalogueInThreads } from '../support/catalogue-threads.ts';
import { CataloguedProject } from '../support/catalogued-project.ts';

const request = { mode: 'pattern', sort: 'article', offset: 0, limit: 100 } as const;
const catastrophe = '(?:a+)+b';

async function projectWithPatterns(): Promise<CataloguedProject> {
  const catalogued = await CataloguedProject.make();
  await catalogued.add(
    {
      title: 'One',
      text: `The Tunnel opened on 12 May 2031.\nIt is 31 km long.\n${'a'.repeat(60)}`,
    },
    { title: 'Two', text: 'A tunnel, 5 km. On 3 June 2032 and 4 June 2033 ferries stop.' },
  );
  await catalogued.catalogue.whenIdle();
  return catalogued;
}

test('S10: a pattern finds matches block by block, case ignored unless it says otherwise', async () => {
  const { catalogue } = await projectWithPatterns();
  const hits = async (query: string) => {
    const page = await catalogue.readConcordance({ ...request, query });
    return page.problem?.message ?? page.lines.map(({ hit }) => hit);
  };
  expect(await hits('\\d+ \\p{Lu}\\w+ \\d{4}')).toEqual([
    '12 May 2031',
    '3 June 2032',
    '4 June 2033',
  ]);
  expect(await hits('tunnel')).toEqual(['Tunnel', 'tunnel']);
  expect(await hits('(?-i)tunnel')).toEqual(['tunnel']);
  expect(await hits('^It')).toEqual(['It']);
  expect(await hits('2031\\.\\s*It')).toEqual([]);
  expect(await hits('x*')).toEqual([]);
  expect(await hits('(')).toMatch(/no regular expression/);
  expect(await hits('')).toMatch(/Type a pattern/);
});

test('S9: a search by pattern ranks by the count of hits', async () => {
  const catalogued = await projectWithPatterns();
  const page = await catalogued.catalogue.search({ ...request, sort: 'rank', query: '\\d{4}' });
  expect(page.articles.map(({ articleId }) => catalogued.numberOf(articleId))).toEqual([2, 1]);
  expect(page.articles[0]?.snippet.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual([
    '2032',
    '2033',
  ]);
  expect(page.total).toBe(2);
});

/** The catalogue of a project with threads of its own, and little patience. */
async function impatient(times: { patternPatience: number; supersededPatience: number }) {
  const catalogued = await projectWithPatterns();
  const { root, project } = catalogued;
  const paths = projectPaths(root);
  const { id, lastSequence: sequence, lastChangeId: changeId } = project.info;
  await catalogued.close();
  const catalogue = new ThreadedCatalogue({
    sources: { ...paths, file: paths.catalogue, projectId: id },
    threads: catalogueInThreads,
    startTimer: () => () => undefined,
    journalEnd: () => ({ sequence, changeId }),
    log: () => undefined,
    times,
  });
  await catalogue.whenIdle();
  return catalogue;
}

const ask = (query: string): ConcordanceRequest => ({ ...request, query });

test('S10: a pattern that hangs is ended and said to, and the next one is answered', async () => {
  const catalogue = await impatient({ patternPatience: 2_000, supersededPatience: 300 });
  try {
    const page = await catalogue.readConcordance(ask(catastrophe));
    expect(page).toMatchObject({
      lines: [],
      isComplete: false,
      problem: { start: 0, end: catastrophe.length },
    });
    expect(page.problem?.message).toMatch(/takes too long.*simpler/);
    expect((await catalogue.readConcordance(ask('tunnel'))).total).toBe(2);
    const words = { ...ask('tunnel'), mode: 'words' } as const;
    expect((await catalogue.readConcordance(words)).total).toBe(2);
  } finally {
    await catalogue.close();
  }
}, 60_000);

test('a pattern gives way to a later one, and words are answered meanwhile', async () => {
  const catalogue = await impatient({ patternPatience: 50_000, supersededPatience: 300 });
  try {
    const hanging = catalogue.readConcordance(ask(catastrophe)).then(
      () => null,
      (error: unknown) => error,
    );
    const words = { query: 'tunnel', mode: 'words', sort: 'rank', offset: 0, limit: 5 } as const;
    expect((await catalogue.search(words)).total).toBe(2);
    expect((await catalogue.readConcordance(ask('ferries'))).total).toBe(1);
    expect(await hanging).toMatchObject({ code: 'superseded' });
    // Closing does not wait for what hangs either.
    void catalogue.readConcordance(ask(catastrophe)).catch(() => undefined);
  } finally {
    await catalogue.close();
  }
}, 60_000);
