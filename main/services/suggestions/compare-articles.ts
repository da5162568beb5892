import type { TextUnits } from '../../../app/compare/text-units.ts';
import { unitsOf } from '../../../app/compare/units-of.ts';
import { decodeUnits, encodeUnits } from '../../../app/parallel/encode-units.ts';
import { ParallelIndex } from '../../../app/parallel/parallel-index.ts';
import type { ParallelPair } from '../../../app/parallel/parallel-pair.ts';
import type { FollowedArticle } from './followed-articles.ts';
import type { LookedThrough } from './looked-through.ts';
import { keptPairs, type OwnedText, pairRows } from './pair-rows.ts';

/** From so many articles on that wait, as a share of all, the pairs of all are gone through instead of article by article. */
const bulkShare = 0.1;
const bulkFrom = 100;

/** How much of comparing it is to read a text. */
const putShare = 0.3;

/** The pairs of all articles, gone through in slices. */
interface Bulk {
  /** Those that waited when it began, and are in the index now. */
  readonly fresh: Map<number, FollowedArticle>;
  /** Those to be put into the index yet. */
  readonly toPut: FollowedArticle[];
  pairs: Iterator<readonly ParallelPair[], void, void> | null;
  /** How many texts were gone through. */
  steps: number;
}

/** Finds the parallel passages of articles with all others, and keeps them. */
export class CompareArticles {
  readonly #looked: LookedThrough;
  #index: ParallelIndex | null = null;
  /** Articles that were compared at an earlier time and are not in the index yet. */
  #toPut: FollowedArticle[] = [];
  #bulk: Bulk | null = null;
  /** Articles whose text is to leave the index as soon as nobody goes through it. */
  readonly #gone = new Set<number>();

  constructor(looked: LookedThrough) {
    this.#looked = looked;
  }

  /** An article's text is not there any more, or another. */
  forget(key: number): void {
    this.#gone.add(key);
  }

  /** Of articles that are compared all together, how many that is as much as. */
  get comparing(): number {
    if (this.#bulk === null || this.#index === null) return 0;
    const { fresh, steps } = this.#bulk;
    return fresh.size * (putShare + ((1 - putShare) * steps) / Math.max(1, this.#index.size));
  }

  /** The index with all that was compared, made anew when it is first needed; `null`: there was no time for all of it. */
  async index(until: number): Promise<ParallelIndex | null> {
    if (this.#index === null) {
      this.#index = new ParallelIndex();
      this.#toPut = this.#looked.articles.compared().reverse();
    }
    if (!(await this.#putAll(this.#index, this.#toPut, until))) return null;
    for (const key of this.#gone) this.#index.delete(key);
    this.#gone.clear();
    return this.#index;
  }

  /** Compares articles that wait until a time. Answers whether there may be more. */
  async work(until: number): Promise<boolean> {
    if (this.#bulk !== null) return this.#goOn(this.#bulk, until);
    const waiting = this.#looked.articles.toCompare();
    if (waiting.length === 0) return false;
    const index = await this.index(until);
    if (index === null) return true;
    if (waiting.length > Math.max(bulkFrom, index.size * bulkShare)) {
      this.#bulk = { fresh: new Map(), toPut: waiting.reverse(), pairs: null, steps: 0 };
      return true;
    }
    for (const article of waiting) {
      await this.#compare(index, article);
      if (performance.now() > until) return true;
    }
    return true;
  }

  async #compare(index: ParallelIndex, article: FollowedArticle): Promise<void> {
    const { key } = article;
    if (!(await this.#put(index, article))) return;
    const pairs = this.#looked.guarded(article, () => index.pairsOf(key));
    if (pairs === null) {
      index.delete(key);
      return;
    }
    const kept = keptPairs(pairs);
    const made = pairRows(kept, await this.#textsOf(kept));
    const { rows, articles, file } = this.#looked;
    file.transaction(() => {
      rows.removePairs(key);
      rows.addAll(made);
      articles.noteCompared(article);
    });
  }

  async #goOn(bulk: Bulk, until: number): Promise<boolean> {
    const { rows, articles, file } = this.#looked;
    const index = this.#index ?? new ParallelIndex();
    const { fresh, toPut } = bulk;
    if (!(await this.#putAll(index, toPut, until, fresh))) return true;
    if (bulk.pairs === null) {
      // Of an earlier time that did not come to its end.
      file.transaction(() => {
        for (const key of fresh.keys()) rows.removePairs(key);
      });
      const articleOf = (key: number) => fresh.get(key) ?? this.#looked.articles.read(key);
      bulk.pairs = index.allPairs(0, 1, {
        begins: (key) => {
          const article = articleOf(key);
          if (article !== null) this.#looked.about(article);
        },
        failed: (key) => {
          const article = articleOf(key);
          if (article !== null) this.#looked.leaveOut(article);
        },
      });
    }
    const { pairs } = bulk;
    do {
      const step = this.#looked.selfGuarded(() => pairs.next());
      if (step.done === true) {
        this.#bulk = null;
        file.transaction(() => {
          for (const article of fresh.values()) {
            if (!this.#gone.has(article.key)) articles.noteCompared(article);
          }
        });
        return true;
      }
      bulk.steps += 1;
      const found = keptPairs(step.value).filter(({ one, other }) => {
        const isNew = fresh.has(one.key) || fresh.has(other.key);
        return isNew && !this.#gone.has(one.key) && !this.#gone.has(other.key);
      });
      if (found.length === 0) continue;
      const made = pairRows(found, await this.#textsOf(found));
      file.transaction(() => rows.addAll(made));
    } while (performance.now() < until);
    return true;
  }

  /** Puts articles into the index, the last first, and takes them off the list. Answers whether that was all. */
  async #putAll(
    index: ParallelIndex,
    list: FollowedArticle[],
    until: number,
    put: Map<number, FollowedArticle> | null = null,
  ): Promise<boolean> {
    for (let article = list.pop(); article !== undefined; article = list.pop()) {
      const isPresent = this.#looked.articles.read(article.key)?.hash === article.hash;
      if (isPresent && (await this.#put(index, article))) put?.set(article.key, article);
      if (performance.now() > until) return list.length === 0;
    }
    return true;
  }

  /** Answers whether its text is there and could be taken in. */
  async #put(index: ParallelIndex, article: FollowedArticle): Promise<boolean> {
    const units = this.#keptUnits(article) ?? (await this.#madeUnits(article));
    if (units === null) return false;
    index.put(article.key, units);
    this.#gone.delete(article.key);
    return true;
  }

  #keptUnits({ key, hash }: FollowedArticle): TextUnits | null {
    const bytes = this.#looked.rows.units(key, hash);
    return bytes === null ? null : decodeUnits(bytes);
  }

  async #madeUnits(article: FollowedArticle): Promise<TextUnits | null> {
    const text = await this.#looked.textOf(article);
    if (text === null) return null;
    const units = this.#looked.guarded(article, () => unitsOf(text));
    if (units === null) return null;
    const { rows, file } = this.#looked;
    const bytes = encodeUnits(units);
    file.transaction(() => rows.putUnits(article.key, article.hash, bytes));
    return units;
  }

  /** The texts of both sides of pairs, by the keys of their articles. */
  async #textsOf(pairs: readonly ParallelPair[]): Promise<Map<number, OwnedText>> {
    const { articles, texts } = this.#looked;
    const found = new Map<number, OwnedText>();
    for (const key of new Set(pairs.flatMap(({ one, other }) => [one.key, other.key]))) {
      const article = articles.read(key);
      const text = article === null ? null : await texts.read(article.hash);
      if (article === null || text === null) continue;
      found.set(key, { articleId: article.id, text: text.text });
    }
    return found;
  }
}
