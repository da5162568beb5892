import { setImmediate as nextTurn } from 'node:timers/promises';
import type {
  ConcordancePage,
  ConcordanceRequest,
  FoundArticle,
  QueryProblem,
  SearchPage,
  SearchRequest,
} from '../../../app/host/search.ts';
import { findHits, type Hit } from '../../../app/search/find-hits.ts';
import { parseQuery } from '../../../app/search/parse-query.ts';
import { findPattern, parsePattern } from '../../../app/search/pattern.ts';
import { hitGroups } from '../../../app/search/query.ts';
import { makeSnippet } from '../../../app/search/snippet.ts';
import type { CatalogueDatabase } from './catalogue-database.ts';
import { isDamage, openToRead, rowsOf } from './catalogue-database.ts';
import type {
  ReaderAnswer,
  ReaderQuestion,
  ReaderRequest,
  ReaderValue,
} from './catalogue-messages.ts';
import { allArticles, findArticles } from './find-articles.ts';
import { readClusters } from './read-clusters.ts';
import { HitList } from './read-concordance.ts';
import { type StoredArticle, StoredArticles } from './stored-articles.ts';

/** How long a question may work before the others get their turn, in milliseconds. */
const sliceTime = 15;
/** How many results of questions are kept, so that their further pages cost nothing. */
const keptResults = 8;
/** A search by pattern counts no more hits than this in one article. */
const mostHitsCounted = 1_000;

/** What a query looks for in a text, whichever way it was written. */
interface Finder {
  readonly keys: (order: 'number' | SearchRequest['sort']) => number[];
  readonly hitsIn: (text: string, most: number) => Hit[];
}

/** Runs a piece of JavaScript in which the thread may be ended. */
export type Endable = <Value>(run: () => Value) => Value;

/** What may take long, and gives way to a later one of its kind. */
type LongKind = 'search' | 'concordance';

/** A later question took the place of this one. */
class Superseded extends Error {}

/** Answers questions to a catalogue, in a thread of its own. Long ones take turns with the others. */
export class CatalogueReader {
  readonly #tell: (answer: ReaderAnswer) => void;
  readonly #endable: Endable;
  #database: CatalogueDatabase | null = null;
  #articles: StoredArticles | null = null;
  /** By question, of the database's present state. */
  readonly #results = new Map<string, unknown>();
  #state: unknown = null;
  /** What is being worked out, by its name, so that a second page waits for it instead of doing it again. */
  readonly #underWay = new Map<string, Promise<unknown>>();
  /** By kind, the name of the result that was asked for last. */
  readonly #latest = new Map<LongKind, string>();
  #lastSign = 0;

  /** @param endable runs what may hang; without it nothing of it can be ended */
  constructor(tell: (answer: ReaderAnswer) => void, endable: Endable = (run) => run()) {
    this.#tell = tell;
    this.#endable = endable;
  }

  /** Takes a question; its one answer comes by `tell`, after one sign of life or more. Never throws. */
  async handle(request: ReaderRequest): Promise<void> {
    const { id, question } = request;
    if (question.kind === 'cancel') {
      this.#latest.delete(question.what);
      return;
    }
    this.#lastSign = performance.now();
    this.#tell({ id, kind: 'working' });
    try {
      const value = await this.#answer(id, request.file, question);
      this.#tell({ id, kind: 'value', value });
    } catch (error) {
      if (error instanceof Superseded) return this.#tell({ id, kind: 'superseded' });
      const message = error instanceof Error ? error.message : String(error);
      this.close();
      this.#tell({ id, kind: isDamage(error) ? 'damaged' : 'failed', message });
    }
  }

  /** Lets go of the database; the next question opens it again. */
  close(): void {
    this.#results.clear();
    this.#articles = null;
    this.#database?.close();
    this.#database = null;
  }

  #answer(
    id: number,
    file: string,
    question: Exclude<ReaderQuestion, { kind: 'cancel' }>,
  ): ReaderValue | Promise<ReaderValue> {
    const database = this.#open(file);
    switch (question.kind) {
      case 'search':
        return this.#search(id, question.request, database);
      case 'concordance':
        return this.#concordance(id, question.request, database);
      case 'clusters':
        return this.#kept('clusters', () => readClusters(database));
    }
  }

  #open(file: string): CatalogueDatabase {
    const database = this.#database ?? openToRead(file);
    this.#database = database;
    this.#articles ??= new StoredArticles(database);
    const [[state] = []] = rowsOf<[number]>(database.prepare('PRAGMA data_version'));
    if (state !== this.#state) this.#results.clear();
    this.#state = state;
    return database;
  }

  async #search(id: number, request: SearchRequest, database: CatalogueDatabase) {
    const finder = this.#finder(request, database);
    if ('problem' in finder) return { articles: [], total: 0, problem: finder.problem };
    const { mode, query, sort } = request;
    const name = `articles ${mode} ${sort} ${query}`;
    const keys =
      mode === 'words'
        ? this.#kept(name, () => finder.keys(sort))
        : await this.#keptLong(name, 'search', () => this.#searchByPattern(id, finder, sort, name));
    return this.#page(keys, finder, request);
  }

  #page(keys: readonly number[], finder: Finder, { offset, limit }: SearchRequest): SearchPage {
    const articles: FoundArticle[] = [];
    for (const [, article] of this.#opened().each(keys.slice(offset, offset + limit))) {
      const { articleId, revisionId, text } = article;
      const hits = finder.hitsIn(text, mostHitsCounted);
      const snippet = makeSnippet(text, hits);
      articles.push({ articleId, revisionId, snippet, first: hits[0] ?? null });
    }
    return { articles, total: keys.length, problem: null };
  }

  async #searchByPattern(
    id: number,
    finder: Finder,
    sort: SearchRequest['sort'],
    name: string,
  ): Promise<number[]> {
    const counts = new Map<number, number>();
    const order = sort === 'rank' ? 'number' : sort;
    await this.#each(id, finder.keys(order), { kind: 'search', name }, (key, { text }) => {
      const count = finder.hitsIn(text, mostHitsCounted).length;
      if (count > 0) counts.set(key, count);
      return true;
    });
    const keys = [...counts.keys()];
    const countOf = (key: number) => counts.get(key) ?? 0;
    return sort === 'rank' ? keys.sort((one, other) => countOf(other) - countOf(one)) : keys;
  }

  async #concordance(
    id: number,
    request: ConcordanceRequest,
    database: CatalogueDatabase,
  ): Promise<ConcordancePage> {
    const finder = this.#finder(request, database);
    if ('problem' in finder) {
      return { lines: [], total: 0, isComplete: true, problem: finder.problem };
    }
    const { mode, query, sort, offset, limit } = request;
    const name = `lines ${mode} ${sort} ${query}`;
    const list = await this.#keptLong(name, 'concordance', async () => {
      const made = new HitList(sort);
      const subject = { kind: 'concordance', name } as const;
      await this.#each(id, finder.keys('number'), subject, (key, article) =>
        made.add(key, article, finder.hitsIn(article.text, made.room)),
      );
      made.sort();
      return made;
    });
    return list.page(offset, limit, this.#opened());
  }

  #finder(
    { query, mode }: Pick<SearchRequest, 'query' | 'mode'>,
    database: CatalogueDatabase,
  ): Finder | { readonly problem: QueryProblem } {
    if (mode === 'pattern') {
      const parsed = parsePattern(query);
      if (!parsed.ok) return { problem: parsed.problem };
      return {
        keys: () => allArticles(database),
        hitsIn: (text, most) => this.#endable(() => findPattern(parsed.pattern, text, most)),
      };
    }
    const parsed = parseQuery(query);
    if (!parsed.ok) return { problem: parsed.problem };
    const groups = hitGroups(parsed.node);
    return {
      keys: (order) => findArticles(database, parsed.node, order),
      hitsIn: (text) => findHits(groups, text),
    };
  }

  /** Visits the texts of articles in turn with the other questions, until `visit` says that it is enough. */
  async #each(
    id: number,
    keys: readonly number[],
    { kind, name }: { readonly kind: LongKind; readonly name: string },
    visit: (key: number, article: StoredArticle) => boolean,
  ): Promise<void> {
    let until = performance.now() + sliceTime;
    for (const [key, article] of this.#opened().each(keys)) {
      if (performance.now() > until) {
        this.#giveSign(id);
        await nextTurn();
        if (this.#latest.get(kind) !== name) throw new Superseded();
        until = performance.now() + sliceTime;
      }
      if (!visit(key, article)) return;
    }
  }

  #giveSign(id: number): void {
    const now = performance.now();
    if (now - this.#lastSign < 200) return;
    this.#lastSign = now;
    this.#tell({ id, kind: 'working' });
  }

  #opened(): StoredArticles {
    if (this.#articles === null) throw new Superseded();
    return this.#articles;
  }

  #kept<Value>(name: string, make: () => Value): Value {
    const known = this.#results.get(name);
    if (known !== undefined) return known as Value;
    const made = make();
    this.#keep(name, made, this.#state);
    return made;
  }

  /** As `#kept`, for what takes long; what is under way under the same name is waited for. */
  async #keptLong<Value>(name: string, kind: LongKind, make: () => Promise<Value>): Promise<Value> {
    this.#latest.set(kind, name);
    const known = this.#results.get(name);
    if (known !== undefined) return known as Value;
    const key = `${String(this.#state)} ${name}`;
    const running = this.#underWay.get(key);
    if (running !== undefined) return running as Promise<Value>;
    const state = this.#state;
    const making = make().finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, making);
    const made = await making;
    this.#keep(name, made, state);
    return made;
  }

  /** Keeps a result for later pages, if it is of the present state. */
  #keep(name: string, value: unknown, state: unknown): void {
    if (state !== this.#state) return;
    this.#results.delete(name);
    this.#results.set(name, value);
    const [oldest] = this.#results.keys();
    if (this.#results.size > keptResults && oldest !== undefined) this.#results.delete(oldest);
  }
}
