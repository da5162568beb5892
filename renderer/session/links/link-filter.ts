import { wordsOf } from '../evidence/evidence-filter.ts';
import type { LinkItem } from './link-item.ts';
import type { LinkFacets } from './links-state.ts';

type Test = (item: LinkItem) => boolean;

/**
 * The rows that words and facets leave, in their order (rule L8). The list itself if they leave all. Cost: the rows, and the
 * first time the letters of each.
 */
export function filterLinks(
  items: readonly LinkItem[],
  words: string,
  facets: LinkFacets,
): readonly LinkItem[] {
  const tests = [...facetTests(facets), ...wordsOf(words).map(wordTest)];
  if (tests.length === 0) return items;
  return items.filter((item) => tests.every((test) => test(item)));
}

function wordTest(word: string): Test {
  if (!/^(\d+:\d*|c\d+)$/.test(word)) return (item) => item.folded.includes(word);
  // It may be the number of one of the ends, or the beginning of one.
  return ({ from, to, folded }) =>
    [from, to].some(({ label }) => label.toLowerCase().startsWith(word)) || folded.includes(word);
}

function facetTests(facets: LinkFacets): readonly Test[] {
  const { typeIds, articleIds, outlets, claimIds, note, across } = facets;
  const tests: Test[] = [];
  if (across) tests.push((item) => item.isAcross);
  if (note !== 'any') tests.push(({ link }) => (link.note !== undefined) === (note === 'with'));
  const among = (values: readonly string[], valuesOf: (item: LinkItem) => readonly string[]) => {
    if (values.length === 0) return;
    const wanted = new Set(values);
    tests.push((item) => valuesOf(item).some((value) => wanted.has(value)));
  };
  among(typeIds, ({ link }) => [link.typeId]);
  among(articleIds, linkArticles);
  among(outlets, linkOutlets);
  among(claimIds, linkClaims);
  return tests;
}

/** What a chip offers: the values that rows have, with how many have each, the most frequent first. Cost: the rows. */
export function countedValues(
  items: readonly LinkItem[],
  valuesOf: (item: LinkItem) => readonly string[],
): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    for (const value of new Set(valuesOf(item))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count);
}

/** The articles that the ends of a link stand in. */
export function linkArticles({ from, to }: LinkItem): readonly string[] {
  return [from, to].flatMap(({ listed }) => listed?.id ?? []);
}

/** The outlets of those articles; `''`: not stated. */
export function linkOutlets({ from, to }: LinkItem): readonly string[] {
  return [from, to].flatMap(({ listed }) =>
    listed === null ? [] : [listed.metadata.outlet ?? ''],
  );
}

/** The claims among its ends. */
export function linkClaims({ from, to }: LinkItem): readonly string[] {
  return [from, to].flatMap(({ record }) => (record.kind === 'claim' ? record.id : []));
}
