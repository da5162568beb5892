import { existsSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StartTimer } from '../../../app/base/start-timer.ts';
import type { SuggestionsState } from '../../../app/host/suggestions.ts';
import { databaseErrorCode, isDamage } from '../catalogue/catalogue-database.ts';
import type { JournalEnd, RebuildReason } from '../catalogue/catalogue-messages.ts';
import { followJournal, readRecords } from '../catalogue/read-history.ts';
import { systemTimer } from '../system-timer.ts';
import { ClusterPairs } from './cluster-pairs.ts';
import { CompareArticles } from './compare-articles.ts';
import { FinderState, keepingSentence } from './finder-state.ts';
import type { Followed } from './followed-articles.ts';
import { type Endable, LookedThrough } from './looked-through.ts';
import { ReadArticles } from './read-articles.ts';
import {
  type FinderAnswer,
  type FinderRequest,
  type SuggestedEntry,
  type SuggestionSources,
  suggestedKinds,
} from './suggestion-messages.ts';
import { SuggestionsFile } from './suggestions-file.ts';

/** How long one slice of work may take, in milliseconds: after it, what was asked meanwhile is looked at. */
const sliceTime = 60;
/**
 * An import changes articles several times a second, and has the disk and both cores to itself: the work waits until nothing
 * has come for so long, in milliseconds. A few articles are looked through at once.
 */
const quietTime = 2_000;
/** Counting how far it is costs some milliseconds: not after every slice. */
const betweenStates = 200;
const fewArticles = 20;

/** What is open, and who works on it. */
interface Opened {
  readonly file: SuggestionsFile;
  readonly looked: LookedThrough;
  readonly compare: CompareArticles;
  readonly cluster: ClusterPairs;
  readonly read: ReadArticles;
}

/** Looks for suggestions and keeps them, in a thread of its own: requests first, and in between a slice of work. */
export class SuggestionFinder {
  readonly #tell: (answer: FinderAnswer) => void;
  readonly #endable: Endable;
  readonly #startTimer: StartTimer;
  readonly #state = new FinderState();
  readonly #queue: FinderRequest[] = [];
  #isRunning = false;
  #sources: SuggestionSources | null = null;
  #opened: Opened | null = null;
  /** The last entry that the tables held when they were open last. */
  #end: JournalEnd = { sequence: 0, changeId: null };
  /** Whether something may be left to do. */
  #hasWork = false;
  /** Before this time, of `performance.now()`, nothing is begun: more is coming. */
  #workFrom = 0;
  #stopWaiting: () => void = () => undefined;
  #lastTold = 0;
  /** Whether something was found that was not told of. */
  #hasFound = false;

  /** @param endable runs what may hang; without it nothing of it can be ended */
  constructor(
    tell: (answer: FinderAnswer) => void,
    endable: Endable = (run) => run(),
    startTimer: StartTimer = systemTimer,
  ) {
    this.#tell = tell;
    this.#endable = endable;
    this.#startTimer = startTimer;
  }

  /** Takes a request; answers come by `tell`. Never throws. */
  handle(request: FinderRequest): void {
    this.#queue.push(request);
    this.#wake();
  }

  #wake(): void {
    this.#stopWaiting();
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    for (;;) {
      await nextTurn();
      const request = this.#queue.shift();
      if (request === undefined && !this.#hasWork) break;
      const wait = this.#workFrom - performance.now();
      if (request === undefined && wait > 0) {
        this.#stopWaiting = this.#startTimer(() => this.#wake(), wait);
        break;
      }
      try {
        if (request === undefined) await this.#work();
        else await this.#take(request);
      } catch (error) {
        this.#meet(error, request ?? null);
      }
    }
    this.#isRunning = false;
  }

  async #take(request: FinderRequest): Promise<void> {
    switch (request.kind) {
      case 'open':
        this.#sources = request.sources;
        return this.#open(request.end, request.anew, request.leaveOut);
      case 'apply':
        if (this.#state.hasFailed) return this.#open(endOf(request.entry), null, null);
        return this.#apply(request.entry);
      case 'close':
        this.#close(true);
        return this.#tell({ kind: 'closed' });
    }
  }

  async #open(end: JournalEnd, anew: RebuildReason | null, leaveOut: string | null): Promise<void> {
    const sources = this.#known();
    this.#close(false);
    if (anew !== null) this.#state.notice(anew);
    const isNew = anew !== null || !existsSync(sources.file);
    const file = isNew ? SuggestionsFile.make(sources) : SuggestionsFile.open(sources);
    if (file === null) return this.#giveUp('strange');
    const opened = this.#begin(file, sources);
    const { articles } = opened.looked;
    this.#state.fail(null);
    const entries: Pick<SuggestedEntry, 'put' | 'removed'>[] = [];
    if (isNew) {
      entries.push({ put: await readRecords(sources, end, suggestedKinds), removed: [] });
    } else {
      const { end: stated } = file;
      const isOurs = await followJournal(sources.journal, stated, end, suggestedKinds, (entry) =>
        entries.push(entry),
      );
      if (!isOurs) return this.#giveUp('strange');
    }
    if (isNew || entries.length > 0 || leaveOut !== null || articles.count().missing > 0) {
      file.transaction(() => {
        articles.retryTexts();
        if (leaveOut !== null) articles.leaveOut(leaveOut, true);
        for (const entry of entries) this.#follow(opened, entry);
        file.writeEnd(end);
      });
    }
    this.#tell({ kind: 'opened' });
    this.#hasWork = true;
    this.#tellState('looking', 'texts');
  }

  #begin(file: SuggestionsFile, sources: SuggestionSources): Opened {
    const looked = new LookedThrough(file, sources.texts, this.#endable, (hash, length) =>
      this.#tell({ kind: 'at', hash, length }),
    );
    const compare = new CompareArticles(looked);
    const cluster = new ClusterPairs(looked, compare);
    const opened = { file, looked, compare, cluster, read: new ReadArticles(looked) };
    this.#opened = opened;
    return opened;
  }

  /** Follows an entry and those that wait behind it in one transaction. */
  #apply(first: SuggestedEntry): void {
    const opened = this.#whatIsOpen();
    const { file } = opened;
    const until = performance.now() + sliceTime;
    const changed = file.transaction(() => {
      let changed: Followed['changed'] = 'nothing';
      let entry: SuggestedEntry | undefined = first;
      while (entry !== undefined) {
        // What the journal's file told at opening may come a second time.
        if (entry.sequence > file.end.sequence) {
          const followed = this.#follow(opened, entry);
          if (changed !== 'texts' && followed !== 'nothing') changed = followed;
          file.noteEnd(endOf(entry));
        }
        const next: FinderRequest | undefined = this.#queue[0];
        if (next?.kind !== 'apply' || performance.now() > until) break;
        this.#queue.shift();
        entry = next.entry;
      }
      if (changed !== 'nothing') file.writeEnd(file.end);
      return changed;
    });
    if (changed === 'texts') this.#hasWork = true;
    this.#tellState(this.#hasWork ? 'looking' : 'ready', changed);
    this.#workFrom = this.#state.waiting > fewArticles ? performance.now() + quietTime : 0;
  }

  #follow(opened: Opened, entry: Pick<SuggestedEntry, 'put' | 'removed'>): Followed['changed'] {
    const { looked, compare } = opened;
    const { changed, gone } = looked.articles.apply(entry);
    for (const key of gone) {
      looked.rows.removeArticle(key);
      compare.forget(key);
    }
    return changed;
  }

  /** A slice of work: parallel passages come first, then their clusters, then what is read in each text. */
  async #work(): Promise<void> {
    const { looked, compare, cluster, read } = this.#whatIsOpen();
    const until = performance.now() + sliceTime;
    this.#hasWork =
      (await compare.work(until)) || (await cluster.work(until)) || (await read.work(until));
    looked.rest();
    this.#hasFound = this.#hasFound || this.#hasWork;
    if (this.#hasWork && performance.now() - this.#lastTold <= betweenStates) return;
    const changed = this.#hasFound ? 'texts' : 'nothing';
    this.#hasFound = false;
    this.#tellState(this.#hasWork ? 'looking' : 'ready', changed);
  }

  #meet(error: unknown, request: FinderRequest | null): void {
    const isNew = request?.kind === 'open' && request.anew !== null;
    if (request?.kind === 'close') this.#tell({ kind: 'closed' });
    else if (isDamage(error) && !isNew) this.#giveUp('damaged');
    else this.#fail(error);
  }

  #fail(error: unknown): void {
    const code = databaseErrorCode(error) ?? (error instanceof Error ? error.message : 'unknown');
    this.#close(false);
    this.#state.fail(keepingSentence(code));
    this.#tellState('failed', 'lists');
  }

  /** Leaves the rest to another thread. */
  #giveUp(reason: RebuildReason): void {
    this.#close(false);
    this.#queue.length = 0;
    this.#tell({ kind: 'unusable', reason });
  }

  #close(isWhole: boolean): void {
    const opened = this.#opened;
    this.#opened = null;
    this.#hasWork = false;
    if (opened === null) return;
    this.#end = opened.file.end;
    opened.file.close(isWhole);
  }

  #tellState(state: SuggestionsState['state'], changed: Followed['changed']): void {
    this.#lastTold = performance.now();
    if (this.#opened !== null) {
      const { looked, compare } = this.#opened;
      this.#state.count(looked.articles.count(), compare.comparing);
    }
    const { sequence } = this.#opened?.file.end ?? this.#end;
    this.#tell({ kind: 'state', state: this.#state.next(state, changed), sequence });
  }

  #known(): SuggestionSources {
    if (this.#sources === null) throw new Error('The suggestions were never opened.');
    return this.#sources;
  }

  #whatIsOpen(): Opened {
    if (this.#opened === null) throw new Error('The suggestions are not open.');
    return this.#opened;
  }
}

function endOf({ sequence, changeId }: SuggestedEntry): JournalEnd {
  return { sequence, changeId };
}
