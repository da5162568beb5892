import type { ClusteredPair, ParallelCluster } from '../../../app/parallel/parallel-pair.ts';
import { clusterKey } from '../../../app/suggestion/suggestion-key.ts';
import type { CompareArticles } from './compare-articles.ts';
import type { LookedThrough } from './looked-through.ts';
import { KeyCounter, toClusteredPair } from './pair-rows.ts';
import { pairsAround } from './pairs-around.ts';
import type { NewRow, PairRow } from './suggestion-rows.ts';

/** Finds the clusters that pairs make, and keeps them. */
export class ClusterPairs {
  readonly #looked: LookedThrough;
  readonly #compare: CompareArticles;

  constructor(looked: LookedThrough, compare: CompareArticles) {
    this.#looked = looked;
    this.#compare = compare;
  }

  /** Finds the clusters of all pairs that wait for them. Answers whether there may be more. */
  async work(until: number): Promise<boolean> {
    const { rows, file } = this.#looked;
    const waiting = rows.pairsToCluster();
    if (waiting.length === 0) return false;
    const index = await this.#compare.index(until);
    if (index === null) return true;
    const pairs = pairsAround(waiting, rows);
    const clusters = this.#looked.unguarded(() => index.clusters(oneByOne(pairs)));
    const made = await this.#rowsOf(clusters);
    file.transaction(() => {
      for (const before of new Set(pairs.map(({ cluster }) => cluster))) {
        if (before !== null && before > 0) rows.removeCluster(before);
      }
      const ids = made.map((row) => (row === null ? null : rows.add(row)));
      const homes = new ClusterHomes(clusters);
      const members = new Map<number | null, number[]>();
      for (const pair of pairs) {
        const home = homes.of(pair);
        const cluster = home === null ? null : (ids[home] ?? null);
        const known = members.get(cluster);
        if (known === undefined) members.set(cluster, [pair.id]);
        else known.push(pair.id);
      }
      for (const [cluster, ofIt] of members) rows.putCluster(ofIt, cluster);
    });
    return true;
  }

  async #rowsOf(clusters: readonly ParallelCluster[]): Promise<(NewRow | null)[]> {
    const counter = new KeyCounter();
    const made: (NewRow | null)[] = [];
    for (const { passages, texts, wordings, score, formula } of clusters) {
      const quotes: string[] = [];
      for (const { key, start, end } of passages) {
        const article = this.#looked.articles.read(key);
        const text = article === null ? null : await this.#looked.texts.read(article.hash);
        if (article === null || text === null) continue;
        quotes.push(text.text.slice(start, end));
      }
      if (quotes.length < passages.length) {
        made.push(null);
        continue;
      }
      const occurrence = counter.next(clusterKey(quotes));
      made.push({
        kind: 'cluster',
        key: clusterKey(quotes, occurrence),
        score,
        formula: formula !== null,
        one: null,
        other: null,
        value: {
          passages: passages.map(({ key, start, end, wording }) => [key, start, end, wording]),
          articles: texts,
          wordings,
        },
      });
    }
    return made;
  }
}

/** Pairs as clusters are made of them, none of which is kept: of very many they would take as much memory again. */
function* oneByOne(pairs: readonly PairRow[]): Generator<ClusteredPair, void, void> {
  for (const pair of pairs) yield toClusteredPair(pair);
}

interface Home {
  readonly start: number;
  readonly end: number;
  readonly cluster: number;
}

/** Which cluster a pair is part of: the one that holds the larger part of both of its passages. */
class ClusterHomes {
  readonly #byArticle = new Map<number, Home[]>();

  constructor(clusters: readonly ParallelCluster[]) {
    for (const [cluster, { passages }] of clusters.entries()) {
      for (const { key, start, end } of passages) {
        const homes = this.#byArticle.get(key);
        if (homes === undefined) this.#byArticle.set(key, [{ start, end, cluster }]);
        else homes.push({ start, end, cluster });
      }
    }
  }

  of({ one, other, value: { ranges } }: PairRow): number | null {
    const [start, end, otherStart, otherEnd] = ranges;
    const candidates = this.#holding(one, start, end);
    const others = new Set(this.#holding(other, otherStart, otherEnd));
    return candidates.find((cluster) => others.has(cluster)) ?? null;
  }

  #holding(article: number, start: number, end: number): number[] {
    return (this.#byArticle.get(article) ?? [])
      .filter((home) => (Math.min(end, home.end) - Math.max(start, home.start)) * 2 > end - start)
      .map(({ cluster }) => cluster);
  }
}
