import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repositoryRoot } from '../../../resources/tooling/paths.mjs';
import { Random } from '../../bench/corpus/random.ts';
import { Vocabulary } from '../../bench/corpus/vocabulary.ts';
import { type ArticleSketch, CataloguedProject } from '../support/catalogued-project.ts';

const random = new Random(5);
const vocabulary = new Vocabulary(5_000, 6);
const words = (count: number) => Array.from({ length: count }, () => vocabulary.draw(random));
const paragraphs = (count: number) =>
  Array.from({ length: count }, () => `${words(60).join(' ')}.`);
const article = (text: string | readonly string[], more: Partial<ArticleSketch> = {}) => ({
  title: words(5).join(' '),
  text: typeof text === 'string' ? text : text.join('\n'),
  ...more,
});

/** One word in so many is another, evenly, which is the worst for shingles. */
function edited(text: readonly string[], every: number): string[] {
  let count = 0;
  const edit = (word: string) => {
    count += 1;
    return count % every === 0 ? `other${count}` : word;
  };
  return text.map((paragraph) => paragraph.split(' ').map(edit).join(' '));
}

/** Clusters as numbers of articles with similarities. */
async function clusters(catalogued: CataloguedProject): Promise<[number, number][][]> {
  await catalogued.catalogue.whenIdle();
  const found = await catalogued.catalogue.listClusters();
  return found.map(({ id, members }) => {
    expect(id).toBe(members[0]?.articleId);
    return members.map(({ articleId, similarity }) => [catalogued.numberOf(articleId), similarity]);
  });
}

async function clustersOf(...sketches: readonly ArticleSketch[]): Promise<[number, number][][]> {
  const catalogued = await CataloguedProject.make();
  await catalogued.add(...sketches);
  return clusters(catalogued);
}

describe('S12: near duplicates', () => {
  const wire = paragraphs(12);

  test('a copy under another headline', async () => {
    const copy = ['Another headline altogether', ...wire];
    const [cluster, ...others] = await clustersOf(
      article(wire),
      article(paragraphs(12)),
      article(copy),
    );
    expect(others).toEqual([]);
    expect(cluster?.map(([number]) => number)).toEqual([1, 3]);
    expect(cluster?.[0]?.[1]).toBe(1);
    expect(cluster?.[1]?.[1]).toBeGreaterThan(0.95);
  });

  test.each([10, 20, 40])('a copy in which one word in %i is another', async (every) => {
    const [cluster] = await clustersOf(article(wire), article(edited(wire, every)));
    expect(cluster).toHaveLength(2);
    expect(cluster?.[1]?.[1]).toBeLessThan(0.95);
  });

  test('a copy cut in half, and one cut to a third with a new end', async () => {
    const third = [...wire.slice(0, 4), ...paragraphs(1)];
    const [cluster] = await clustersOf(article(wire), article(wire.slice(0, 6)), article(third));
    expect(cluster?.map(([number]) => number)).toEqual([1, 2, 3]);
    expect(cluster?.[1]?.[1]).toBeCloseTo(0.9);
  });

  test('copies in Chinese, by signs', async () => {
    const signs = Array.from({ length: 600 }, () =>
      String.fromCodePoint(0x4e00 + random.below(3_000)),
    );
    const copy = signs.map((sign, index) => (index % 30 === 0 ? '的' : sign));
    const [cluster] = await clustersOf(article(signs.join('')), article(copy.join('')));
    expect(cluster).toHaveLength(2);
  });

  test('not a text that quotes a paragraph, nor one with the same line at its end, nor a few words', async () => {
    const line =
      'Subscribe to our newsletter to read all that we report every single day of the week.';
    expect(
      await clustersOf(
        article([...wire, line]),
        article([...paragraphs(6), wire[3] ?? '', ...paragraphs(5), line]),
        article([wire[3] ?? '']),
        article('Read more on our page.'),
        article('Read more on our page!'),
      ),
    ).toEqual([]);
  });

  test('the first is the one published earliest, and figures are to it', async () => {
    const [cluster] = await clustersOf(
      article(wire),
      article(edited(wire, 20), { published: '2024-02-09' }),
      article(wire.slice(0, 9), { published: '2024-02-08T10:00Z' }),
    );
    expect(cluster?.map(([number]) => number)).toEqual([3, 2, 1]);
    expect(cluster?.[2]?.[1]).toBeGreaterThan(cluster?.[1]?.[1] ?? 1);
  });

  test('clusters follow corrections, revisions, the trash and removal, also after reopening', async () => {
    const catalogued = await CataloguedProject.make();
    await catalogued.add(article(wire), article(edited(wire, 20)), article(paragraphs(12)));
    let [first, , third] = catalogued.articles;
    if (first === undefined || third === undefined) throw new Error('No articles.');
    const numbers = async () =>
      (await clusters(catalogued)).map((cluster) => cluster.map(([number]) => number));
    expect(await numbers()).toEqual([[1, 2]]);
    const revision = await catalogued.revision(third.id, wire.slice(1).join('\n'));
    third = await catalogued.update(third, { revisionId: revision.id }, [revision]);
    expect(await numbers()).toEqual([[1, 2, 3]]);
    third = await catalogued.update(third, { corrected: { published: '2020' } });
    expect(await numbers()).toEqual([[3, 1, 2]]);
    first = await catalogued.update(first, { trashedAt: catalogued.maker.now() });
    expect(await numbers()).toEqual([[3, 2]]);
    await catalogued.close();
    await catalogued.open();
    first = await catalogued.update(first, { trashedAt: null });
    expect(await numbers()).toEqual([[3, 1, 2]]);
    await catalogued.add(article(edited(wire, 40)));
    expect(await numbers()).toEqual([[3, 1, 2, 4]]);
    await catalogued.change({ removed: [first, third] });
    expect(await numbers()).toEqual([[2, 4]]);
  });

  const calls = join(repositoryRoot, '../shared/corpus/xi-putin-calls');
  test.skipIf(!existsSync(calls))('not five accounts of one event in their own words', async () => {
    const texts = readdirSync(calls)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(join(calls, name), 'utf8'));
    expect(texts).toHaveLength(5);
    const canonical = texts.map((text) =>
      text
        .trim()
        .split(/\s*\n\s*/)
        .join('\n'),
    );
    expect(await clustersOf(...canonical.map((text) => article(text)))).toEqual([]);
  });

  test('every planted copy among many articles is found, and no other', async () => {
    const { generateArticles } = await import('../../bench/corpus/generate-corpus.ts');
    const generated = [...generateArticles({ articles: 600, bytes: 1_800_000, seed: 9 })];
    const found = await clustersOf(
      ...generated.map(({ title, paragraphs: text }) => ({ title, text: text.join('\n') })),
    );
    const rootOf = (index: number): number => {
      const source = generated[index]?.copyOf;
      return source == null ? index : rootOf(source);
    };
    const planted = new Map<number, number[]>();
    for (const { index } of generated) {
      planted.set(rootOf(index), [...(planted.get(rootOf(index)) ?? []), index + 1]);
    }
    const expected = [...planted.values()].filter((members) => members.length > 1);
    expect(expected.length).toBeGreaterThan(15);
    const numbers = found.map((cluster) => cluster.map(([number]) => number).sort((a, b) => a - b));
    const byFirst = (one: number[], other: number[]) => (one[0] ?? 0) - (other[0] ?? 0);
    expect(numbers.sort(byFirst)).toEqual(expected.sort(byFirst));
  });
});
