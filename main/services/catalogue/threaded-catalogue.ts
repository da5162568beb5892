import type {
  ArticleCluster,
  CatalogueState,
  ConcordancePage,
  ConcordanceRequest,
  QueryProblem,
  SearchMode,
  SearchPage,
  SearchRequest,
} from '../../../app/host/search.ts';
import type { JournalEntry } from '../../../app/record/change.ts';
import { CodedError } from '../coded-error.ts';
import { type StartTimer, systemTimer } from '../snapshot/snapshot-schedule.ts';
import type { Catalogue } from './catalogue.ts';
import type {
  CatalogueSources,
  JournalEnd,
  ReaderQuestion,
  ReaderValue,
  RebuildReason,
  WriterAnswer,
  WriterRequest,
} from './catalogue-messages.ts';
import type { CatalogueThread, CatalogueThreads } from './catalogue-thread.ts';
import { catalogueEntry } from './read-history.ts';
import { ReaderLine, type ReaderOutcome } from './reader-line.ts';

export interface CatalogueOptions {
  readonly sources: CatalogueSources;
  readonly threads: CatalogueThreads;
  /** For bringing it up when nobody asks. */
  readonly startTimer: StartTimer;
  /** Where the journal ends now. */
  readonly journalEnd: () => JournalEnd;
  log(message: string, error?: unknown): void;
  /** Called when all is closed. */
  readonly onClosed?: () => Promise<void>;
  /** In milliseconds; the usual ones where absent. */
  readonly times?: Partial<CatalogueTimes>;
}

interface CatalogueTimes {
  /** After opening, until the catalogue is brought up without anybody having asked: the window comes first. */
  readonly startAfter: number;
  /** Between two states that are told. */
  readonly betweenStates: number;
  /** A pattern that hangs on one text is ended after this. */
  readonly patternPatience: number;
  /** A pattern gets this long for all texts. */
  readonly patternLimit: number;
  /** So long a pattern may go on when a later one waits. */
  readonly supersededPatience: number;
}

const usualTimes: CatalogueTimes = {
  startAfter: 1_500,
  betweenStates: 200,
  patternPatience: 3_000,
  patternLimit: 60_000,
  supersededPatience: 300,
};
/** Words are never looked for so long, but by a fault. */
const wordsPatience = 60_000;
const closingTime = 10_000;

type PatternQuestion = Extract<ReaderQuestion, { readonly request: unknown }>;

/** The catalogue as main sees it: a thread that writes, one that reads, and one for patterns, which may run away. */
export class ThreadedCatalogue implements Catalogue {
  readonly #options: CatalogueOptions;
  readonly #times: CatalogueTimes;
  readonly #listeners = new Set<(state: CatalogueState) => void>();
  readonly #words: ReaderLine;
  readonly #patterns: ReaderLine;
  #writer: CatalogueThread<WriterRequest, WriterAnswer> | null = null;
  #state: CatalogueState = { state: 'indexing', indexed: 0, total: 0, version: 0 };
  /** What is added to the writer's versions, so that they go on growing when it is started anew. */
  #versionBase = 0;
  #opened = deferred();
  #idle = deferred();
  /** By kind, what was asked of patterns last, and what they work on. */
  readonly #latestPattern = new Map<string, string>();
  readonly #patternSubject = new Map<string, string>();
  #stopStart: () => void;
  #stopTelling: (() => void) | null = null;
  /** The last entry that the writer was told of. */
  #lastPosted = 0;
  /** Threads are ending, before another begins. */
  #ending: Promise<unknown> | null = null;
  #closing: Promise<void> | null = null;
  #whenClosed: (() => void) | null = null;

  constructor(options: CatalogueOptions) {
    this.#options = options;
    this.#times = { ...usualTimes, ...options.times };
    const { startTimer, threads, sources } = options;
    const line = { file: sources.file, start: threads.startReader, startTimer: systemTimer };
    this.#words = new ReaderLine({ ...line, patience: wordsPatience, limit: wordsPatience });
    const { patternPatience: patience, patternLimit: limit } = this.#times;
    this.#patterns = new ReaderLine({ ...line, patience, limit });
    this.#stopStart = startTimer(() => this.#start(), this.#times.startAfter);
  }

  get state(): CatalogueState {
    return this.#state;
  }

  onState(listener: (state: CatalogueState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  apply(entry: JournalEntry): void {
    // Before it is brought up there is nothing to tell: it reads the journal then.
    if (this.#writer === null) return;
    const told = catalogueEntry(entry);
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
      this.#become({ ...this.#state, state: 'failed', message });
      this.#versionBase = this.#state.version;
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
    this.#versionBase = this.#state.version + 1;
    if (this.#opened.isDone) this.#opened = deferred();
    if (this.#idle.isDone) this.#idle = deferred();
    this.#become({ ...this.#state, state: 'rebuilding', version: this.#versionBase });
    this.#ending = Promise.all([this.#words.end(), this.#patterns.end(), writer.end()]);
    await this.#ending;
    this.#ending = null;
    this.#start(reason);
  }

  #take(answer: WriterAnswer): void {
    switch (answer.kind) {
      case 'unusable':
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
        this.#become({ ...answer.state, version });
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

  /** Tells the state, at most five times a second, and the last one always. */
  #become(state: CatalogueState): void {
    this.#state = state;
    if (this.#stopTelling !== null) return;
    for (const listener of this.#listeners) listener(state);
    this.#stopTelling = systemTimer(() => {
      this.#stopTelling = null;
      if (this.#state !== state) this.#become(this.#state);
    }, this.#times.betweenStates);
  }

  async #ask(
    question: ReaderQuestion,
    mode: SearchMode,
  ): Promise<{ readonly value: ReaderValue } | { readonly problem: true }> {
    this.#start();
    if (this.#closing !== null) throw notThere('The project is being closed.');
    await this.#opened.promise;
    if (this.#state.state === 'failed') {
      throw notThere(this.#state.message ?? 'The catalogue for searching can’t be read.');
    }
    const outcome =
      mode === 'pattern' && 'request' in question
        ? await this.#askPattern(question)
        : await this.#words.ask(question);
    switch (outcome.kind) {
      case 'value':
        return { value: outcome.value };
      case 'superseded':
        throw new CodedError('superseded', 'A later search took the place of this one.');
      case 'stopped':
        if (mode === 'pattern') return { problem: true };
        throw notThere('Searching took too long and was stopped. Try again.');
      case 'ended':
        throw new CodedError('superseded', 'Another search took its place. Search again.');
      case 'damaged':
        this.#options.log(`The catalogue is damaged: ${outcome.message}`);
        void this.#buildAnew('damaged');
        throw notThere(
          'The catalogue for searching was damaged and is being built anew. Search again in a moment.',
        );
      case 'failed':
        throw new Error(`The catalogue could not answer: ${outcome.message}`);
    }
  }

  /** Patterns take turns: one that is at work when a later one of its kind comes gives way, or is ended. */
  async #askPattern(question: PatternQuestion): Promise<ReaderOutcome> {
    const { kind, request } = question;
    const subject = `${request.sort} ${request.query}`;
    this.#latestPattern.set(kind, subject);
    if (this.#patternSubject.get(kind) !== subject && this.#patterns.isBusyWith(kind)) {
      this.#patterns.cancel(kind);
      await this.#untilFree(kind);
      if (this.#latestPattern.get(kind) !== subject) return { kind: 'ended' };
      if (this.#patterns.isBusyWith(kind)) await this.#patterns.end();
    }
    this.#patternSubject.set(kind, subject);
    return this.#patterns.ask(question);
  }

  async #untilFree(kind: 'search' | 'concordance'): Promise<void> {
    const step = 10;
    for (let waited = 0; waited < this.#times.supersededPatience; waited += step) {
      if (!this.#patterns.isBusyWith(kind)) return;
      await new Promise<void>((resolve) => void systemTimer(resolve, step));
    }
  }

  async #close(): Promise<void> {
    this.#stopStart();
    this.#stopTelling?.();
    this.#listeners.clear();
    await this.#ending;
    const writer = this.#writer;
    await Promise.all([this.#words.end(), this.#patterns.end()]);
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

function notThere(message: string): CodedError {
  return new CodedError('catalogue', message);
}

function stoppedProblem(query: string): QueryProblem {
  const message =
    'This pattern takes too long. Make it simpler: say how often a part may repeat, as in {1,20}, and avoid repeats inside repeats.';
  return { message, start: 0, end: query.length };
}

interface Deferred {
  readonly promise: Promise<void>;
  readonly isDone: boolean;
  done(): void;
}

function deferred(): Deferred {
  let resolve: () => void = () => undefined;
  let isDone = false;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return {
    promise,
    get isDone() {
      return isDone;
    },
    done() {
      isDone = true;
      resolve();
    },
  };
}
