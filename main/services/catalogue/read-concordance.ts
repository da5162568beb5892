import type {
  ConcordanceLine,
  ConcordancePage,
  ConcordanceRequest,
} from '../../../app/host/search.ts';
import { hitContext, hitSortKey } from '../../../app/search/concordance-context.ts';
import type { Hit } from '../../../app/search/find-hits.ts';
import type { StoredArticles } from './stored-articles.ts';

/** More hits than these are neither counted nor sorted. */
const mostHits = 50_000;

interface FoundHit {
  readonly key: number;
  readonly hit: Hit;
  readonly sortKey: string;
}

/** Every hit of a query in order, without the texts. */
export class HitList {
  readonly #hits: FoundHit[] = [];
  readonly #sort: ConcordanceRequest['sort'];
  isComplete = true;

  constructor(sort: ConcordanceRequest['sort']) {
    this.#sort = sort;
  }

  /** How many hits it can still take, and one more, which tells that it can't. */
  get room(): number {
    return mostHits - this.#hits.length + 1;
  }

  /** Takes the hits of an article; articles come in their order. Answers whether there is room for more. */
  add(key: number, text: string, hits: readonly Hit[]): boolean {
    for (const hit of hits) {
      if (this.#hits.length === mostHits) {
        this.isComplete = false;
        return false;
      }
      const sortKey = this.#sort === 'article' ? '' : hitSortKey(text, hit, this.#sort);
      this.#hits.push({ key, hit, sortKey });
    }
    return true;
  }

  /** Call once, when all are in. */
  sort(): void {
    if (this.#sort === 'article') return;
    // Equals stay in the order of articles and places.
    this.#hits.sort((one, other) =>
      one.sortKey < other.sortKey ? -1 : one.sortKey > other.sortKey ? 1 : 0,
    );
  }

  /** A page of lines. Cost: reading the texts of its articles, each once. */
  page(offset: number, limit: number, articles: StoredArticles): ConcordancePage {
    const wanted = this.#hits.slice(offset, offset + limit);
    const places = new Map<number, number[]>();
    for (const [place, { key }] of wanted.entries()) {
      const known = places.get(key);
      if (known === undefined) places.set(key, [place]);
      else known.push(place);
    }
    const inOrder: ConcordanceLine[] = [];
    for (const [key, article] of articles.each([...places.keys()])) {
      const { articleId, revisionId, hash, text } = article;
      for (const place of places.get(key) ?? []) {
        const hit = wanted[place]?.hit;
        if (hit === undefined || hit.end > text.length) continue;
        inOrder[place] = { articleId, revisionId, hash, ...hit, ...hitContext(text, hit) };
      }
    }
    // Without the places of articles that have gone meanwhile.
    const lines = inOrder.filter(Boolean);
    return { lines, total: this.#hits.length, isComplete: this.isComplete, problem: null };
  }
}
