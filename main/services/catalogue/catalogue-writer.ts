import { existsSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StartTimer } from '../../../app/base/start-timer.ts';
import type { CatalogueState } from '../../../app/host/search.ts';
import { systemTimer } from '../system-timer.ts';
import { buildCatalogue, transactionTime } from './build-catalogue.ts';
import { databaseErrorCode, isDamage } from './catalogue-database.ts';
import type {
  CatalogueEntry,
  CatalogueSources,
  JournalEnd,
  RebuildReason,
  WriterAnswer,
  WriterRequest,
} from './catalogue-messages.ts';
import { failureSentence } from './failure-sentence.ts';
import { cataloguedKinds, followJournal } from './read-history.ts';
import { WriterState } from './writer-state.ts';
import { WrittenCatalogue } from './written-catalogue.ts';

/** After so many changed articles the index is put in order again, when there is time; or when it has so many trees. */
const articlesBeforeTidying = 500;
const treesBeforeTidying = 16;
/**
 * There is time when nothing has come for so long, in milliseconds: an import changes the index several times a second,
 * and put in order in between it would be merged whole again and again.
 */
const quietTime = 2_000;
/**
 * After a transaction of so many articles, those that come within so many milliseconds share the next one, unless they are
 * as many as fill it: an import makes ten changes a second, and each transaction adds a tree of most words to the index.
 */
const articlesOfImport = 50;
const gatheringTime = 400;
const articlesGathered = 400;

/** What the writer does in its turn: what it is asked, and what it has set itself. */
type Task = WriterRequest | { readonly kind: 'tidy' };

/** Writes a catalogue, one request after the other, in a thread of its own. */
export class CatalogueWriter {
  readonly #tell: (answer: WriterAnswer) => void;
  readonly #startTimer: StartTimer;
  readonly #state: WriterState;
  readonly #queue: Task[] = [];
  #stopTidying: () => void = () => undefined;
  /** Until when changes gather, by `performance.now()`. */
  #gathersUntil = 0;
  #stopGathering: () => void = () => undefined;
  #isRunning = false;
  #sources: CatalogueSources | null = null;
  #catalogue: WrittenCatalogue | null = null;
  /** The last entry that the tables held when they were open last. */
  #end: JournalEnd = { sequence: 0, changeId: null };
  /** Whether the tables are complete up to that entry: not while they are built. */
  #isBuilt = false;
  #untidy = 0;
  /** Trees of the index. */
  #trees = 0;

  constructor(tell: (answer: WriterAnswer) => void, startTimer: StartTimer = systemTimer) {
    this.#tell = tell;
    this.#state = new WriterState(tell);
    this.#startTimer = startTimer;
  }

  /** Takes a request; answers come by `tell`. Never throws. */
  handle(request: WriterRequest): void {
    this.#stopTidying();
    this.#enqueue(request);
  }

  #enqueue(task: Task): void {
    this.#queue.push(task);
    if (task.kind !== 'apply' || this.#countQueued() >= articlesGathered) this.#stopGathering();
    if (!this.#isRunning) void this.#run();
  }

  /** Waits for changes that go well with one that came while they gather. */
  #gather(): Promise<void> {
    const rest = this.#gathersUntil - performance.now();
    const isAsked = this.#queue.some(({ kind }) => kind !== 'apply');
    if (rest <= 0 || isAsked || this.#countQueued() >= articlesGathered) return Promise.resolve();
    return new Promise((resolve) => {
      const stopTimer = this.#startTimer(resolve, rest);
      this.#stopGathering = () => {
        stopTimer();
        resolve();
      };
    });
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    for (;;) {
      // Requests that came together are seen together, so that they share a transaction.
      await nextTurn();
      const request = this.#queue.shift();
      if (request === undefined) break;
      try {
        await this.#take(request);
      } catch (error) {
        this.#meet(error, request);
      }
    }
    this.#isRunning = false;
  }

  async #take(request: Task): Promise<void> {
    switch (request.kind) {
      case 'open':
        this.#sources = request.sources;
        if (request.anew !== null) return this.#build(request.end, request.anew);
        return this.#open(request.end);
      case 'apply':
        if (this.#state.hasFailed) return this.#open(endOf(request.entry));
        await this.#gather();
        return this.#apply(request.entry);
      case 'tidy':
        return this.#tidy();
      case 'close':
        this.#close(this.#isBuilt);
        return this.#tell({ kind: 'closed' });
    }
  }

  async #open(end: JournalEnd): Promise<void> {
    const sources = this.#known();
    if (!existsSync(sources.file)) return this.#build(end, null);
    this.#close(false);
    const catalogue = WrittenCatalogue.open(sources);
    if (catalogue === null) return this.#giveUp('strange');
    this.#catalogue = catalogue;
    const stated = catalogue.end;
    this.#isBuilt = true;
    this.#trees = catalogue.countTrees();
    this.#state.fail(null);
    const entries: CatalogueEntry[] = [];
    const isOurs = await followJournal(sources.journal, stated, end, cataloguedKinds, (entry) =>
      entries.push(entry),
    );
    if (!isOurs) return this.#giveUp('strange');
    this.#tell({ kind: 'opened' });
    const { indexer } = catalogue;
    if (entries.length > 0 || indexer.count().withoutText > 0) {
      catalogue.transaction(() => {
        indexer.retryTexts();
        for (const entry of entries) indexer.apply(entry);
        catalogue.writeEnd(end);
      });
      this.#trees += 1;
    }
    this.#tidyLater();
    this.#count();
    this.#tellState('ready');
  }

  /** Builds the catalogue from nothing. */
  async #build(end: JournalEnd, reason: RebuildReason | null): Promise<void> {
    const sources = this.#known();
    this.#state.notice(reason);
    this.#state.fail(null);
    const catalogue = WrittenCatalogue.make(sources);
    this.#catalogue = catalogue;
    this.#tell({ kind: 'opened' });
    const state = reason === null ? 'indexing' : 'rebuilding';
    this.#untidy = await buildCatalogue(catalogue, sources, end, (indexed, waiting) => {
      this.#state.note(indexed, waiting);
      this.#tellState(state);
    });
    this.#isBuilt = true;
    this.#tidy();
    this.#count();
    this.#tellState('ready');
  }

  /** Follows an entry and those that wait behind it, as many as there is time for in one transaction. */
  #apply(first: CatalogueEntry): void {
    const catalogue = this.#opened();
    const until = performance.now() + transactionTime;
    let changed = false;
    let articles = 0;
    catalogue.transaction(() => {
      let entry: CatalogueEntry | undefined = first;
      while (entry !== undefined) {
        articles += articlesIn(entry);
        // What the journal's file told at opening may come a second time.
        if (entry.sequence > catalogue.end.sequence) {
          if (catalogue.indexer.apply(entry)) {
            changed = true;
            this.#untidy += entry.put.length;
          }
          catalogue.noteEnd(endOf(entry));
        }
        const next: Task | undefined = this.#queue[0];
        if (next?.kind !== 'apply' || performance.now() > until) break;
        this.#queue.shift();
        entry = next.entry;
      }
      if (changed) catalogue.writeEnd(catalogue.end);
    });
    if (changed) {
      this.#trees += 1;
      this.#count();
    }
    this.#gathersUntil = articles < articlesOfImport ? 0 : performance.now() + gatheringTime;
    const isBusy = this.#queue.some((request) => request.kind === 'apply');
    if (!isBusy) this.#tidyLater();
    this.#tellState(isBusy ? 'indexing' : 'ready', changed);
  }

  #tidy(): void {
    const catalogue = this.#catalogue;
    if (catalogue === null || !this.#isUntidy) return;
    // Not every change touches words.
    this.#trees = catalogue.countTrees();
    if (!this.#isUntidy) return;
    catalogue.tidy();
    this.#untidy = 0;
    this.#trees = 1;
  }

  #tidyLater(): void {
    if (!this.#isUntidy) return;
    this.#stopTidying();
    this.#stopTidying = this.#startTimer(() => this.#enqueue({ kind: 'tidy' }), quietTime);
  }

  get #isUntidy(): boolean {
    return this.#untidy >= articlesBeforeTidying || this.#trees >= treesBeforeTidying;
  }

  #meet(error: unknown, request: Task): void {
    const isNew = request.kind === 'open' && request.anew !== null;
    if (request.kind === 'close') this.#tell({ kind: 'closed' });
    else if (isDamage(error) && !isNew) this.#giveUp('damaged');
    else this.#fail(error);
  }

  /** Leaves the rest to another thread. */
  #giveUp(reason: RebuildReason): void {
    this.#close(false);
    this.#queue.length = 0;
    this.#tell({ kind: 'unusable', reason });
  }

  #fail(error: unknown): void {
    const code = databaseErrorCode(error) ?? (error instanceof Error ? error.message : 'unknown');
    this.#close(false);
    this.#isBuilt = false;
    this.#state.fail(failureSentence(code));
    this.#tellState('failed');
  }

  #close(isWhole: boolean): void {
    const catalogue = this.#catalogue;
    this.#catalogue = null;
    if (catalogue !== null) this.#end = catalogue.end;
    catalogue?.close(isWhole);
  }

  #count(): void {
    this.#state.count(this.#opened().indexer.count());
  }

  #tellState(state: CatalogueState['state'], changed = true): void {
    const end = this.#catalogue?.end ?? this.#end;
    this.#state.tell(state, end, this.#countQueued(), changed);
  }

  /** Articles of the changes that wait. */
  #countQueued(): number {
    return this.#queue.reduce(
      (sum, task) => sum + (task.kind === 'apply' ? articlesIn(task.entry) : 0),
      0,
    );
  }

  #known(): CatalogueSources {
    if (this.#sources === null) throw new Error('The catalogue was never opened.');
    return this.#sources;
  }

  #opened(): WrittenCatalogue {
    if (this.#catalogue === null) throw new Error('The catalogue is not open.');
    return this.#catalogue;
  }
}

function endOf({ sequence, changeId }: CatalogueEntry): JournalEnd {
  return { sequence, changeId };
}

function articlesIn(entry: CatalogueEntry): number {
  return entry.put.filter((record) => record.kind === 'article').length;
}
