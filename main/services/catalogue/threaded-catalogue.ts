import type {
  ArticleCluster,
  CatalogueState,
  ConcordancePage,
  ConcordanceRequest,
  SearchMode,
  SearchPage,
  SearchRequest,
} from '../../../app/host/search.ts';
import type { JournalEntry } from '../../../app/record/change.ts';
import { systemTimer } from '../system-timer.ts';
import type { Catalogue } from './catalogue.ts';
import type {
  ReaderQuestion,
  RebuildReason,
  WriterAnswer,
  WriterRequest,
} from './catalogue-messages.ts';
import type { CatalogueOptions } from './catalogue-options.ts';
import type { CatalogueThread } from './catalogue-thread.ts';
import { usualTimes } from './catalogue-times.ts';
import { deferred } from './deferred.ts';
import { PatternTurns } from './pattern-turns.ts';
import { cataloguedKinds, followedEntry } from './read-history.ts';
import { ReaderLine } from './reader-line.ts';
import { type AskedValue, notThere, readerValue, stoppedProblem } from './reader-value.ts';
import { ToldState } from './told-state.ts';

/** Words are never looked for so long, but by a fault. */
const wordsPatience = 60_000;
const closingTime = 10_000;

const beingClosed = 'The project is being closed.';

/** The catalogue as main sees it: a thread that writes, one that reads, and one for patterns, which may run away. */
export class ThreadedCatalogue implements Catalogue {
  readonly #options: CatalogueOptions;
  readonly #state: ToldState<CatalogueState>;
  readonly #words: ReaderLine;
  readonly #patterns: ReaderLine;
  readonly #turns: PatternTurns;
  #writer: CatalogueThread<WriterRequest, WriterAnswer> | null = null;
  /** What is added to the writer's versions, so that they go on growing when it is started anew. */
  #versionBase = 0;
  #opened = deferred();
  #idle = deferred();
  #stopStart: () => void;
  /** The last entry that the writer was told of. */
  #lastPosted = 0;
  /** Threads are ending, before another begins. */
  #ending: Promise<unknown> | null = null;
  #closing: Promise<void> | null = null;
  #whenClosed: (() => void) | null = null;

  constructor(options: CatalogueOptions) {
    this.#options = options;
    const times = { ...usualTimes, ...options.times };
    const state = { state: 'indexing', indexed: 0, total: 0, version: 0 } as const;
    this.#state = new ToldState<CatalogueState>(state, times.betweenStates);
    const { startTimer, threads, sources } = options;
    const line = { file: sources.file, start: threads.startReader, startTimer: systemTimer };
    this.#words = new ReaderLine({ ...line, patience: wordsPatience, limit: wordsPatience });
    const { patternPatience: patience, patternLimit: limit } = times;
    this.#patterns = new ReaderLine({ ...line, patience, limit });
    this.#turns = new PatternTurns(this.#patterns, times.supersededPatience);
    this.#stopStart = startTimer(() => this.#start(), times.startAfter);
  }

  get state(): CatalogueState {
    return this.#state.present;
  }

  onState(listener: (state: CatalogueState) => void): () => void {
    return this.#state.subscribe(listener);
  }

  apply(entry: JournalEntry): void {
    // Before it is brought up there is nothing to tell: it reads the journal then.
    if (this.#writer === null) return;
    const told = followedEntry(entry, cataloguedKinds);
    if (told.put.length === 0 && told.removed.length === 0) return;
    this.#idle = this.#idle.isDone ? deferred() : this.#idle;
    this.#writer.post({ kind: 'apply', entry: told });
    this.#lastPosted = entry.sequence;
  }

  async search(request: SearchRequest): Promise<SearchPage> {
    const answer = await this.#ask({ kind: 'search', request }, request.mode);
    if (!('problem' in answer)) return answer.value as SearchPage;
    return { articles: [], total: 0, problem: stoppedProblem(request.query) };
  }

  async readConcordance(request: ConcordanceRequest): Promise<ConcordancePage> {
    const answer = await this.#ask({ kind: 'concordance', request }, request.mode);
    if (!('problem' in answer)) return answer.value as ConcordancePage;
    return { lines: [], total: 0, isComplete: false, problem: stoppedProblem(request.query) };
  }

  async listClusters(): Promise<readonly ArticleCluster[]> {
    const answer = await this.#ask({ kind: 'clusters' }, 'words');
    return 'problem' in answer ? [] : (answer.value as readonly ArticleCluster[]);
  }

  async whenIdle(): Promise<void> {
    this.#start();
    while (!this.#idle.isDone) await this.#idle.promise;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  #start(anew: RebuildReason | null = null): void {
    if (this.#writer !== null || this.#closing !== null || this.#ending !== null) return;
    this.#stopStart();
    const { threads, sources, journalEnd, log } = this.#options;
    const writer = threads.startWriter();
    this.#writer = writer;
    writer.onAnswer((answer) => {
      if (writer === this.#writer) this.#take(answer);
    });
    writer.onCrash((error) => {
      if (writer !== this.#writer) return;
      log('The thread that writes the catalogue ended.', error);
      this.#writer = null;
      this.#whenClosed?.();
      const message =
        'Searching stopped because of a fault in the program. It starts again with the next search.';
      this.#state.become({ ...this.#state.present, state: 'failed', message });
      this.#versionBase = this.#state.present.version;
      this.#settle();
      this.#opened = deferred();
      this.#idle = deferred();
    });
    const end = journalEnd();
    this.#lastPosted = end.sequence;
    writer.post({ kind: 'open', sources, end, anew });
  }

  /** Ends every thread, so that nobody holds the file open, and has a new one build it. */
  async #buildAnew(reason: RebuildReason): Promise<void> {
    const writer = this.#writer;
    if (writer === null || this.#closing !== null) return;
    this.#writer = null;
    this.#versionBase = this.#state.present.version + 1;
    if (this.#opened.isDone) this.#opened = deferred();
    if (this.#idle.isDone) this.#idle = deferred();
    this.#state.become({
      ...this.#state.present,
      state: 'rebuilding',
      version: this.#versionBase,
    });
    this.#ending = Promise.all([this.#words.end(), this.#patterns.end(), writer.end()]);
    await this.#ending;
    this.#ending = null;
    this.#start(reason);
  }

  #take(answer: WriterAnswer): void {
    switch (answer.kind) {
      case 'unusable':
        // It has let go of the file and forgotten what it was asked, to close as well.
        this.#whenClosed?.();
        void this.#buildAnew(answer.reason);
        return;
      case 'opened':
        this.#opened.done();
        return;
      case 'closed':
        this.#whenClosed?.();
        return;
      case 'state': {
        const version = this.#versionBase + answer.state.version;
        this.#state.become({ ...answer.state, version });
        const isUpToDate = answer.sequence >= this.#lastPosted;
        if (answer.state.state === 'failed') this.#settle();
        if (answer.state.state === 'ready' && isUpToDate) this.#idle.done();
      }
    }
  }

  /** Nobody waits for what will not come. */
  #settle(): void {
    this.#opened.done();
    this.#idle.done();
  }

  async #ask(question: ReaderQuestion, mode: SearchMode): Promise<AskedValue> {
    this.#start();
    if (this.#closing !== null) throw notThere(beingClosed);
    await this.#opened.promise;
    if (this.#state.present.state === 'failed') {
      throw notThere(this.#state.present.message ?? 'The catalogue for searching can’t be read.');
    }
    const outcome =
      mode === 'pattern' && 'request' in question
        ? await this.#turns.ask(question)
        : await this.#words.ask(question);
    if (outcome.kind === 'ended' && this.#closing !== null) throw notThere(beingClosed);
    if (outcome.kind !== 'damaged') return readerValue(outcome, mode);
    this.#options.log(`The catalogue is damaged: ${outcome.message}`);
    void this.#buildAnew('damaged');
    throw notThere(
      'The catalogue for searching was damaged and is being built anew. Search again in a moment.',
    );
  }

  async #close(): Promise<void> {
    this.#stopStart();
    this.#state.stop();
    await this.#ending;
    const writer = this.#writer;
    await Promise.all([this.#words.close(), this.#patterns.close()]);
    if (writer !== null) {
      await new Promise<void>((resolve) => {
        const stop = systemTimer(resolve, closingTime);
        this.#whenClosed = () => {
          stop();
          resolve();
        };
        writer.post({ kind: 'close' });
      });
      this.#writer = null;
      await writer.end();
    }
    this.#settle();
    await this.#options.onClosed?.();
  }
}
