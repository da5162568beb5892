import type {
  ConcordanceLine,
  ConcordancePage,
  ConcordanceRequest,
} from '../../../app/host/search.ts';
import { hitContext, hitSortKey } from '../../../app/search/concordance-context.ts';
import type { Hit } from '../../../app/search/find-hits.ts';
import type { StoredArticle, StoredArticles } from './stored-articles.ts';

/** More hits than these are neither counted nor sorted. */
const mostHits = 50_000;

/** The lines of so many hits are made when the hits are found: most are asked for next, and their texts are at hand. */
const mostKept = 2_000;

interface FoundHit {
  readonly key: number;
  readonly hit: Hit;
  readonly sortKey: string;
  /** `null`: to be made when it is asked for. */
  readonly line: ConcordanceLine | null;
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
  add(key: number, article: StoredArticle, hits: readonly Hit[]): boolean {
    const { text } = article;
    for (const hit of hits) {
      if (this.#hits.length === mostHits) {
        this.isComplete = false;
        return false;
      }
      const sortKey = this.#sort === 'article' ? '' : hitSortKey(text, hit, this.#sort);
      const line = this.#hits.length < mostKept ? lineOf(article, hit) : null;
      this.#hits.push({ key, hit, sortKey, line });
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

  /** A page of lines. Cost: reading the texts of articles whose lines are not kept, each once. */
  page(offset: number, limit: number, articles: StoredArticles): ConcordancePage {
    const wanted = this.#hits.slice(offset, offset + limit);
    const places = new Map<number, number[]>();
    const inOrder: ConcordanceLine[] = [];
    for (const [place, { key, line }] of wanted.entries()) {
      if (line !== null) {
        inOrder[place] = line;
        continue;
      }
      const known = places.get(key);
      if (known === undefined) places.set(key, [place]);
      else known.push(place);
    }
    for (const [key, article] of articles.each([...places.keys()])) {
      for (const place of places.get(key) ?? []) {
        const hit = wanted[place]?.hit;
        if (hit === undefined || hit.end > article.text.length) continue;
        inOrder[place] = lineOf(article, hit);
      }
    }
    // Without the places of articles that have gone meanwhile.
    const lines = inOrder.filter(Boolean);
    return { lines, total: this.#hits.length, isComplete: this.isComplete, problem: null };
  }
}

function lineOf({ articleId, revisionId, hash, text }: StoredArticle, hit: Hit): ConcordanceLine {
  const { left, hit: words, right } = hitContext(text, hit);
  return {
    articleId,
    revisionId,
    hash,
    ...hit,
    left: copyOf(left),
    hit: copyOf(words),
    right: copyOf(right),
  };
}

/** A string by itself: V8 keeps the whole text for a part of it. */
function copyOf(part: string): string {
  return Buffer.from(part, 'utf16le').toString('utf16le');
}
