import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { independentSources } from '../../../app/claim/independent-sources.ts';
import type { ArticleId } from '../../../app/record/ids.ts';

const id = (name: string): ArticleId => name as ArticleId;

describe('independent sources', () => {
  test('Q7: a copy of the wire counts with the wire, and with the other articles of its outlet', () => {
    const articles = [
      { id: id('a'), outlet: 'The Wire' },
      { id: id('b'), outlet: 'The Ledger' },
      { id: id('c'), outlet: ' the ledger ' },
      { id: id('d'), outlet: 'The Post' },
      { id: id('e'), outlet: null },
      { id: id('f'), outlet: null },
    ];
    const clusters = new Map([
      ['a', 'wire copy'],
      ['c', 'wire copy'],
    ]);
    const groups = independentSources(articles, (article) => clusters.get(article) ?? null);
    expect(groups).toEqual([['a', 'b', 'c'], ['d'], ['e'], ['f']]);
  });

  test('Q7: two articles are in one group if and only if a way of outlets and clusters leads from one to the other', () => {
    const facts = fc.array(
      fc.record({
        id: fc.integer({ min: 0, max: 25 }),
        outlet: fc.option(fc.integer({ min: 0, max: 9 })),
        cluster: fc.option(fc.integer({ min: 0, max: 9 })),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(facts, (given) => {
        const articles = given.filter(
          (one, index) => given.findIndex((other) => other.id === one.id) === index,
        );
        const groups = independentSources(
          articles.map((one) => ({
            id: id(String(one.id)),
            outlet: one.outlet === null ? null : `Outlet ${one.outlet}`,
          })),
          (article) => {
            const cluster = articles.find((one) => String(one.id) === article)?.cluster ?? null;
            return cluster === null ? null : String(cluster);
          },
        );
        // The oracle: who is joined spreads until nothing changes.
        const group = new Map(articles.map((one) => [one, one.id]));
        for (let changed = true; changed; ) {
          changed = false;
          for (const one of articles) {
            for (const other of articles) {
              const joined =
                (one.outlet !== null && one.outlet === other.outlet) ||
                (one.cluster !== null && one.cluster === other.cluster);
              const [mine = 0, its = 0] = [group.get(one), group.get(other)];
              if (!joined || mine <= its) continue;
              group.set(one, its);
              changed = true;
            }
          }
        }
        const names = [...new Set(articles.map((one) => group.get(one)))];
        const expected = names.map((name) => articles.filter((one) => group.get(one) === name));
        expect(groups).toEqual(expected.map((members) => members.map((one) => String(one.id))));
      }),
      { seed: 20_310_512, numRuns: 300 },
    );
  });
});
