import { expect, test } from 'vitest';
import type { ConcordancePage, ConcordanceRequest } from '../../../app/host/search.ts';
import { CataloguedProject } from '../support/catalogued-project.ts';

const request = { mode: 'words', sort: 'article', offset: 0, limit: 1_000 } as const;

async function ask(
  catalogued: CataloguedProject,
  more: Partial<ConcordanceRequest> & { readonly query: string },
): Promise<ConcordancePage> {
  await catalogued.catalogue.whenIdle();
  return catalogued.catalogue.readConcordance({ ...request, ...more });
}

test('S11: lines are sorted by place, by the words before read backwards, by those after, by the hit', async () => {
  const catalogued = await CataloguedProject.make();
  await catalogued.add(
    { title: 'One', text: 'Zoë saw a new tunnel open.\nÁ old tunnel: closed.' },
    { title: 'Two', text: 'The New Tunnels are dark, a tunnel Above.' },
  );
  const lines = async (sort: ConcordanceRequest['sort']) => {
    const page = await ask(catalogued, { query: 'tunnel*', sort });
    return page.lines.map(({ left, hit, right }) =>
      [left.split(/\s/).at(-2), hit, right.trim().split(/\W+/).find(Boolean)].join(' '),
    );
  };
  expect(await lines('article')).toEqual([
    'new tunnel open',
    'old tunnel closed',
    'New Tunnels are',
    'a tunnel Above',
  ]);
  expect(await lines('left')).toEqual([
    'a tunnel Above',
    'new tunnel open',
    'New Tunnels are',
    'old tunnel closed',
  ]);
  expect(await lines('right')).toEqual([
    'a tunnel Above',
    'New Tunnels are',
    'old tunnel closed',
    'new tunnel open',
  ]);
  expect(await lines('hit')).toEqual([
    'a tunnel Above',
    'old tunnel closed',
    'new tunnel open',
    'New Tunnels are',
  ]);
});

test('S11: the context is the text, up to 80 code units, never half a character', async () => {
  const catalogued = await CataloguedProject.make();
  const text = `${'😀'.repeat(50)} first\nword ${'😀'.repeat(50)}`;
  await catalogued.add({ title: '', text });
  const [line] = (await ask(catalogued, { query: 'word' })).lines;
  if (line === undefined) throw new Error('No line.');
  const { start, end, left, hit, right, hash } = line;
  expect(hit).toBe('word');
  expect(left).toBe(text.slice(start - left.length, start));
  expect(right).toBe(text.slice(end, end + right.length));
  expect(left).toContain(' first\n');
  expect(left.length + right.length).toBeGreaterThan(150);
  expect(/\p{Surrogate}/u.test(left + right)).toBe(false);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

test('pages together are the whole, whatever the sort', async () => {
  const catalogued = await CataloguedProject.make();
  await catalogued.add(
    ...Array.from({ length: 30 }, (_, index) => ({
      title: '',
      text: `a${index % 7} word b${index % 5} word`,
    })),
  );
  for (const sort of ['article', 'left', 'right', 'hit'] as const) {
    const whole = await ask(catalogued, { query: 'word', sort });
    expect(whole).toMatchObject({ total: 60, isComplete: true, problem: null });
    const pages = await Promise.all(
      [0, 25, 50, 75].map((offset) => ask(catalogued, { query: 'word', sort, offset, limit: 25 })),
    );
    expect(pages.flatMap(({ lines }) => lines)).toEqual(whole.lines);
  }
});

test('S11: beyond 50,000 hits it says that it is not complete', async () => {
  const catalogued = await CataloguedProject.make();
  const text = 'word '.repeat(25_000).trim();
  await catalogued.add({ title: '', text }, { title: '', text: `${text}.` });
  expect(await ask(catalogued, { query: 'word' })).toMatchObject({
    total: 50_000,
    isComplete: true,
  });
  await catalogued.add({ title: '', text: 'One more word.' });
  expect(await ask(catalogued, { query: 'word' })).toMatchObject({
    total: 50_000,
    isComplete: false,
  });
  const pattern = await ask(catalogued, { query: 'w.rd', mode: 'pattern', limit: 1 });
  expect(pattern).toMatchObject({ total: 50_000, isComplete: false });
}, 60_000);

test('of two requests under way the later one counts', async () => {
  const catalogued = await CataloguedProject.make();
  const long = { title: '', text: 'harbour word tunnel '.repeat(2_000) };
  await catalogued.add(...Array.from({ length: 30 }, () => long));
  await catalogued.catalogue.whenIdle();
  const first = ask(catalogued, { query: 'word tunnel', sort: 'left' }).catch(
    (error: unknown) => error,
  );
  const second = await ask(catalogued, { query: 'harbour', limit: 1 });
  expect(second.total).toBe(50_000);
  expect(await first).toMatchObject({ code: 'superseded' });
});

test('a query that only conditions make up, or that is none, has no lines', async () => {
  const catalogued = await CataloguedProject.make();
  await catalogued.add({ title: 'Word', text: 'word' });
  expect(await ask(catalogued, { query: 'is:unread' })).toMatchObject({ total: 0, problem: null });
  expect(await ask(catalogued, { query: 'title:word' })).toMatchObject({ total: 0, problem: null });
  expect(await ask(catalogued, { query: '(word' })).toMatchObject({
    total: 0,
    problem: { start: 0, end: 1 },
  });
});
