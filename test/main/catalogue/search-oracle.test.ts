import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TagId } from '../../../app/record/ids.ts';
import { findHits } from '../../../app/search/find-hits.ts';
import { parseQuery } from '../../../app/search/parse-query.ts';
import { hitGroups } from '../../../app/search/query.ts';
import { anyText, anyWord } from '../../app/search/texts.ts';
import { type ArticleSketch, CataloguedProject } from '../support/catalogued-project.ts';
import { tag } from '../support/samples.ts';
import { finds } from '../support/slow-search.ts';

const seed = 20_310_512;
const dates = [
  '2024',
  '2024-02',
  '2024-02-08',
  '2024-02-08T23:30-05:00',
  '2025-01-01T00:00Z',
  null,
];
const anyPublished = fc.constantFrom(...dates);
const languages = ['en', 'en-GB', 'de', null];
const tagNames = ['Foreign Policy', 'figure'];

const anyArticle = fc.record({
  text: anyText.map((text) => text || 'a'),
  title: anyText,
  outlet: fc.option(anyWord),
  byline: fc.option(anyWord),
  section: fc.constantFrom('World News', 'Sport', null),
  published: anyPublished,
  language: fc.constantFrom(...languages),
  tags: fc.subarray(tagNames),
  starred: fc.boolean(),
  read: fc.boolean(),
  archived: fc.boolean(),
  trashed: fc.integer({ min: 0, max: 9 }).map((value) => value === 0),
});

const plainWord = anyWord.filter((word) => /[\p{L}\p{N}]/u.test(word));
const anyPhrase = fc
  .array(plainWord, { minLength: 2, maxLength: 3 })
  .map((words) => `"${words.join(' ')}"`);
const anyFilter = fc.oneof(
  fc.constantFrom('tag:figure', 'tag:"foreign policy"', 'lang:en', 'lang:de', 'section:world'),
  fc.constantFrom('is:starred', 'is:read', 'is:unread', 'is:archived'),
  fc
    .tuple(
      fc.constantFrom('after', 'before', 'on'),
      fc.constantFrom('2024', '2024-02', '2024-02-09', '2025'),
    )
    .map(([name, date]) => `${name}:${date}`),
);
const anyLeaf = fc.oneof(
  { weight: 4, arbitrary: plainWord },
  anyPhrase,
  plainWord.map((word) => `${word.slice(0, 2)}*`),
  fc
    .tuple(fc.constantFrom('title', 'outlet', 'byline', 'text'), fc.oneof(plainWord, anyPhrase))
    .map((pair) => pair.join(':')),
  fc
    .tuple(plainWord, fc.nat(4), plainWord)
    .map(([one, far, other]) => `"${one}" NEAR/${far} "${other}"`),
  anyFilter,
);
const { query: anyQuery } = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    anyLeaf,
    fc
      .tuple(tie('query'), fc.constantFrom(' ', ' AND ', ' OR ', ' NOT '), tie('query'))
      .map((parts) => parts.join('')),
    tie('query').map((query) => `(${query})`),
    tie('query').map((query) => `-(${query})`),
  ),
}));

test('S3 to S8: a search finds what a slow one over all articles finds, with every hit', async () => {
  const articles = fc.sample(anyArticle, { seed, numRuns: 120 });
  const catalogued = await CataloguedProject.make();
  const tags = tagNames.map((name) => tag(catalogued.maker, name));
  await catalogued.change({ added: tags });
  const idOf = new Map(tags.map(({ name, id }) => [name, id as TagId]));
  const nameOf = new Map<string, string>(tags.map(({ name, id }) => [id, name]));
  await catalogued.add(
    ...articles.map(({ tags: names, starred, read, archived, trashed, ...rest }): ArticleSketch => {
      const tagIds = names.flatMap((name) => idOf.get(name) ?? []);
      const trashedAt = trashed ? catalogued.maker.now() : null;
      return { ...rest, record: { tagIds, starred, read, archived, trashedAt } };
    }),
  );
  let found = 0;
  for (const query of fc.sample(anyQuery, { seed, numRuns: 1_500 })) {
    const parsed = parseQuery(query);
    if (!parsed.ok) throw new Error(`${query}: ${parsed.problem.message}`);
    const expected = catalogued.articles.filter(
      (article, index) =>
        article.trashedAt == null &&
        finds(parsed.node, article, articles[index]?.text ?? '', nameOf),
    );
    const numbers = await catalogued.find(query);
    expect(
      [...numbers].sort((a, b) => a - b),
      query,
    ).toEqual(expected.map(({ number }) => number));
    found += numbers.length;
    const lines = await catalogued.catalogue.readConcordance({
      query,
      mode: 'words',
      sort: 'article',
      offset: 0,
      limit: 1_000,
    });
    const hits = expected.flatMap((article) =>
      findHits(hitGroups(parsed.node), articles[article.number - 1]?.text ?? '').map((hit) => ({
        articleId: article.id,
        ...hit,
      })),
    );
    expect(lines.lines.map(({ articleId, start, end }) => ({ articleId, start, end }))).toEqual(
      hits,
    );
    for (const { articleId, start, end, left, hit, right } of lines.lines) {
      const text = articles[catalogued.numberOf(articleId) - 1]?.text ?? '';
      expect(left + hit + right).toBe(text.slice(start - left.length, end + right.length));
      expect(hit).toBe(text.slice(start, end));
    }
  }
  // A test in which nothing is found would pass as well.
  expect(found).toBeGreaterThan(10_000);
}, 120_000);

test('S6: whatever is typed, the index never refuses it', async () => {
  const catalogued = await CataloguedProject.make();
  await catalogued.add({ text: 'a b' });
  const piece = fc.oneof(
    fc.constantFrom(
      ...'( ) " * : ^ + - { } , AND OR NOT NEAR/3 NEAR( title: text: tag:x after:2024 5'.split(' '),
      ' ',
      '\0',
      "'",
    ),
    anyWord,
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 10 }), async (pieces) => {
      const query = pieces.join(pieces.length % 2 === 0 ? ' ' : '');
      for (const sort of ['rank', 'title', 'published'] as const) {
        const page = await catalogued.catalogue.search({
          query,
          mode: 'words',
          sort,
          offset: 0,
          limit: 5,
        });
        expect(page.problem === null || page.total === 0).toBe(true);
      }
    }),
    { seed, numRuns: 1_000 },
  );
  expect(catalogued.logged).toEqual([]);
}, 60_000);
