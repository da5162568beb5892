import { setImmediate as nextTurn } from 'node:timers/promises';
import type {
  ClusterSuggestion,
  ParallelSuggestion,
  QuotationSuggestion,
  SuggestionsPage,
  SuggestionsRequest,
} from '../../../app/host/suggestions.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { CatalogueDatabase } from '../catalogue/catalogue-database.ts';
import { isDamage, rowsOf } from '../catalogue/catalogue-database.ts';
import { type FiledReader, findFiledConflicts } from './filed-conflicts.ts';
import { findSilences } from './find-silences.ts';
import { type ListedSuggestions, listSuggestions } from './list-suggestions.ts';
import type { Endable } from './looked-through.ts';
import { StoredSuggestions } from './stored-suggestions.ts';
import type {
  SuggestionAnswers,
  SuggestionQuestion,
  SuggestionReaderAnswer,
  SuggestionReaderRequest,
  SuggestionSources,
} from './suggestion-messages.ts';
import { openSuggestionsToRead } from './suggestions-database.ts';
import { TextCache } from './text-cache.ts';

/** So much text is kept in memory, in code units. */
const keptText = 8_000_000;
/** How many lists are kept, so that their further pages cost nothing. */
const keptLists = 8;
/** How long a question may work before the others get their turn, in milliseconds. */
const sliceTime = 20;

/** What is open. */
interface Opened {
  readonly database: CatalogueDatabase;
  readonly stored: StoredSuggestions;
}

/** Answers questions for suggestions, in a thread of its own. Long ones take turns with the others. */
export class SuggestionReader {
  readonly #tell: (answer: SuggestionReaderAnswer) => void;
  readonly #endable: Endable;
  #opened: Opened | null = null;
  #texts: TextCache | null = null;
  readonly #lists = new Map<string, ListedSuggestions>();
  /** Of the database, as the lists are of. */
  #state: unknown = null;
  #turnUntil = 0;

  /** @param endable runs what may hang; without it nothing of it can be ended */
  constructor(tell: (answer: SuggestionReaderAnswer) => void, endable: Endable = (run) => run()) {
    this.#tell = tell;
    this.#endable = endable;
  }

  /** Takes a question; its one answer comes by `tell`. Never throws. */
  async handle({ id, sources, question }: SuggestionReaderRequest): Promise<void> {
    try {
      const value = await this.#answer(sources, question);
      this.#tell({ id, kind: 'value', value });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.close();
      this.#tell({ id, kind: isDamage(error) ? 'damaged' : 'failed', message });
    }
  }

  /** Lets go of the database; the next question opens it again. */
  close(): void {
    this.#lists.clear();
    this.#opened?.database.close();
    this.#opened = null;
  }

  async #answer(
    sources: SuggestionSources,
    question: SuggestionQuestion,
  ): Promise<SuggestionAnswers[keyof SuggestionAnswers]> {
    this.#texts ??= new TextCache(sources.texts, keptText);
    const opened = this.#open(sources.file);
    switch (question.kind) {
      case 'list':
        return this.#list(opened, question.request);
      case 'cluster':
        return this.#cluster(opened, question.key);
      case 'parallels':
        return this.#parallels(opened, question.articleId);
      case 'quotations':
        return this.#quotations(opened, question.articleId);
      case 'conflicts':
        return findFiledConflicts(question.groups, this.#filed(opened));
      case 'silences':
        return findSilences(question.questions, this.#filed(opened));
    }
  }

  #open(file: string): Opened {
    if (this.#opened === null) {
      const database = openSuggestionsToRead(file);
      this.#opened = { database, stored: new StoredSuggestions(database, this.#known()) };
    }
    const { database, stored } = this.#opened;
    const [[state] = []] = rowsOf<[number]>(database.prepare('PRAGMA data_version'));
    if (state !== this.#state) {
      this.#lists.clear();
      stored.forget();
    }
    this.#state = state;
    return this.#opened;
  }

  async #list({ database, stored }: Opened, request: SuggestionsRequest): Promise<SuggestionsPage> {
    const { offset, limit, ...rest } = request;
    const name = JSON.stringify(rest);
    const known = this.#lists.get(name);
    const list = known ?? listSuggestions(database, request);
    this.#lists.delete(name);
    this.#lists.set(name, list);
    const [oldest] = this.#lists.keys();
    if (this.#lists.size > keptLists && oldest !== undefined) this.#lists.delete(oldest);
    const suggestions = await stored.read(list.ids.slice(offset, offset + limit));
    return { suggestions, total: list.ids.length, totals: list.totals };
  }

  async #cluster({ stored }: Opened, key: string): Promise<ClusterSuggestion | null> {
    const [found] = await stored.read(stored.withKey(key), { allPassages: true });
    return found?.kind === 'cluster' ? found : null;
  }

  async #parallels({ stored }: Opened, id: ArticleId): Promise<readonly ParallelSuggestion[]> {
    const found = await stored.read(stored.pairsOf(id));
    return found.filter((suggestion) => suggestion.kind === 'parallel');
  }

  async #quotations({ stored }: Opened, id: ArticleId): Promise<readonly QuotationSuggestion[]> {
    const found = await stored.read(stored.quotationsOf(id));
    return found
      .filter((suggestion) => suggestion.kind === 'quotation')
      .sort((one, other) => one.passage.start - other.passage.start);
  }

  #filed({ database }: Opened): FiledReader {
    const giveWay = () => this.#giveWay();
    return { database, texts: this.#known(), giveWay, endable: this.#endable };
  }

  /** Lets the other questions have their turn, when this one has had its own. */
  async #giveWay(): Promise<void> {
    if (performance.now() < this.#turnUntil) return;
    await nextTurn();
    this.#turnUntil = performance.now() + sliceTime;
  }

  #known(): TextCache {
    if (this.#texts === null) throw new Error('No question was asked.');
    return this.#texts;
  }
}
