import type { StartTimer } from '../../../app/base/start-timer.ts';
import type {
  ClusterSuggestion,
  ConflictSuggestion,
  FiledTogether,
  ParallelSuggestion,
  QuotationSuggestion,
  SilenceQuestion,
  SilenceSuggestion,
  SuggestionsPage,
  SuggestionsRequest,
  SuggestionsState,
} from '../../../app/host/suggestions.ts';
import type { JournalEntry } from '../../../app/record/change.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { JournalEnd, RebuildReason } from '../catalogue/catalogue-messages.ts';
import type { CatalogueThread } from '../catalogue/catalogue-thread.ts';
import { deferred } from '../catalogue/deferred.ts';
import { QuestionLine } from '../catalogue/question-line.ts';
import { followedEntry } from '../catalogue/read-history.ts';
import { ToldState } from '../catalogue/told-state.ts';
import { CodedError } from '../coded-error.ts';
import { systemTimer } from '../system-timer.ts';
import {
  type FinderAnswer,
  type FinderRequest,
  type SuggestionAnswers,
  type SuggestionQuestion,
  type SuggestionReaderAnswer,
  type SuggestionSources,
  suggestedKinds,
} from './suggestion-messages.ts';
import type { SuggestionThreads } from './suggestion-threads.ts';
import { type SuggestionTimes, usualSuggestionTimes } from './suggestion-times.ts';
import type { Suggestions } from './suggestions.ts';
import { TextWatch } from './text-watch.ts';

/** After so many crashes within one opening, of which no text is the cause, another would only cost time. */
const mostCrashes = 3;
const fault = 'because of a fault in the program. Everything else works.';
const startsAgain = `Looking for suggestions stopped ${fault} It starts again with the next question.`;
const staysDown = `Looking for suggestions stopped ${mostCrashes} times ${fault} Open the project again to try once more.`;

/** What suggestions in threads are given. */
export interface SuggestionsOptions {
  readonly sources: SuggestionSources;
  readonly threads: SuggestionThreads;
  /** For bringing them up when nobody asks. */
  readonly startTimer: StartTimer;
  /** Where the journal ends now. */
  readonly journalEnd: () => JournalEnd;
  log(message: string, error?: unknown): void;
  /** Called when all is closed. */
  readonly onClosed?: () => Promise<void>;
  readonly times?: Partial<SuggestionTimes>;
}

/** Suggestions as main sees them: a thread that finds and keeps them, and one that answers questions. */
export class ThreadedSuggestions implements Suggestions {
  readonly #options: SuggestionsOptions;
  readonly #times: SuggestionTimes;
  readonly #state: ToldState<SuggestionsState>;
  readonly #questions: QuestionLine<AtSources, SuggestionQuestion, SuggestionReaderAnswer>;
  readonly #watch: TextWatch;
  #finder: CatalogueThread<FinderRequest, FinderAnswer> | null = null;
  /** What is added to the finder's versions, so that they go on growing when it is started anew. */
  #versionBase = 0;
  /** The same of what it found. */
  #foundBase = 0;
  #opened = deferred();
  #idle = deferred();
  #stopStart: () => void;
  /** Done when a question may begin the work: some time after opening, and when no import is going on. */
  #mayStart = deferred();
  #stopMayStart: () => void;
  /** The last entry that the finder was told of. */
  #lastPosted = 0;
  /** Threads are ending, before another begins. */
  #ending: Promise<unknown> | null = null;
  #closing: Promise<void> | null = null;
  /** How often the finder went down, but for those times when a text was the cause. */
  #crashes = 0;
  #whenClosed: (() => void) | null = null;

  constructor(options: SuggestionsOptions) {
    this.#options = options;
    this.#times = { ...usualSuggestionTimes, ...options.times };
    const state = { state: 'looking', done: 0, total: 0, version: 0, found: 0 } as const;
    this.#state = new ToldState<SuggestionsState>(state, this.#times.betweenStates);
    const { threads, sources, startTimer } = options;
    const { questionLimit } = this.#times;
    this.#questions = new QuestionLine({
      place: { sources },
      start: threads.startReader,
      startTimer: systemTimer,
      patience: questionLimit,
      limit: questionLimit,
    });
    this.#watch = new TextWatch(systemTimer, this.#times.patience, (hash) => {
      void this.#startAgain({ anew: null, leaveOut: hash });
    });
    this.#stopStart = startTimer(() => this.#start(), this.#times.startAfter);
    this.#stopMayStart = systemTimer(() => this.#mayStart.done(), this.#times.notBefore);
  }

  get state(): SuggestionsState {
    return this.#state.present;
  }

  onState(listener: (state: SuggestionsState) => void): () => void {
    return this.#state.subscribe(listener);
  }

  apply(entry: JournalEntry): void {
    const told = followedEntry(entry, suggestedKinds);
    if (told.put.length === 0 && told.removed.length === 0) return;
    if (this.#finder === null) {
      // There is nothing to tell: it reads the journal when it is started. An import has the machine for itself first.
      if (entry.change.jobId !== undefined) this.#putOff();
      return;
    }
    this.#idle = this.#idle.isDone ? deferred() : this.#idle;
    this.#finder.post({ kind: 'apply', entry: told });
    this.#lastPosted = entry.sequence;
  }

  list(request: SuggestionsRequest): Promise<SuggestionsPage> {
    return this.#ask('list', { kind: 'list', request });
  }

  readCluster(key: string): Promise<ClusterSuggestion | null> {
    return this.#ask('cluster', { kind: 'cluster', key });
  }

  readParallels(articleId: ArticleId): Promise<readonly ParallelSuggestion[]> {
    return this.#ask('parallels', { kind: 'parallels', articleId });
  }

  readQuotations(articleId: ArticleId): Promise<readonly QuotationSuggestion[]> {
    return this.#ask('quotations', { kind: 'quotations', articleId });
  }

  findConflicts(groups: readonly FiledTogether[]): Promise<readonly ConflictSuggestion[]> {
    return this.#ask('conflicts', { kind: 'conflicts', groups });
  }

  findSilences(questions: readonly SilenceQuestion[]): Promise<readonly SilenceSuggestion[]> {
    return this.#ask('silences', { kind: 'silences', questions });
  }

  async whenIdle(): Promise<void> {
    this.#start();
    while (!this.#idle.isDone) await this.#idle.promise;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  get #staysDown(): boolean {
    return this.#crashes >= mostCrashes;
  }

  /** Begins no sooner than if the project had been opened now. */
  #putOff(): void {
    if (this.#closing !== null || this.#ending !== null) return;
    const { startTimer } = this.#options;
    this.#stopStart();
    this.#stopMayStart();
    if (this.#mayStart.isDone) this.#mayStart = deferred();
    this.#stopStart = startTimer(() => this.#start(), this.#times.startAfter);
    this.#stopMayStart = systemTimer(() => this.#mayStart.done(), this.#times.notBefore);
  }

  #start(how: Again = { anew: null, leaveOut: null }): void {
    if (this.#finder !== null || this.#closing !== null || this.#ending !== null) return;
    if (this.#staysDown) return;
    this.#stopStart();
    if (this.#opened.isDone) this.#opened = deferred();
    if (this.#idle.isDone) this.#idle = deferred();
    if (this.#state.present.state === 'failed') {
      // What failed is tried again: a question that waits for it is not to be told of before.
      const { message: _before, ...present } = this.#state.present;
      this.#state.become({ ...present, state: 'looking' });
    }
    const { threads, sources, journalEnd, log } = this.#options;
    const finder = threads.startFinder();
    this.#finder = finder;
    finder.onAnswer((answer) => {
      if (finder === this.#finder) this.#take(answer);
    });
    finder.onCrash((error) => {
      if (finder !== this.#finder) return;
      log('The thread that looks for suggestions ended.', error);
      this.#whenClosed?.();
      const { at } = this.#watch;
      // One text can take the thread down, by its size or by a fault: the next thread passes it over.
      if (at !== null) return void this.#startAgain({ anew: null, leaveOut: at });
      this.#watch.note(null);
      this.#finder = null;
      this.#crashes += 1;
      this.#versionBase = this.#state.present.version;
      this.#foundBase = this.#state.present.found;
      const message = this.#staysDown ? staysDown : startsAgain;
      this.#state.become({ ...this.#state.present, state: 'failed', message });
      this.#settle();
    });
    const end = journalEnd();
    this.#lastPosted = end.sequence;
    finder.post({ kind: 'open', sources, end, ...how });
  }

  /** Ends the threads, so that nobody holds the file open where it is to be replaced, and starts another finder. */
  async #startAgain(how: Again): Promise<void> {
    const finder = this.#finder;
    if (finder === null || this.#closing !== null) return;
    this.#watch.note(null);
    this.#finder = null;
    this.#versionBase = this.#state.present.version + 1;
    this.#foundBase = this.#state.present.found + 1;
    if (this.#opened.isDone) this.#opened = deferred();
    if (this.#idle.isDone) this.#idle = deferred();
    const grown = { version: this.#versionBase, found: this.#foundBase };
    this.#state.become({ ...this.#state.present, ...grown, state: 'looking' });
    this.#ending = Promise.all([how.anew === null ? null : this.#questions.end(), finder.end()]);
    await this.#ending;
    this.#ending = null;
    this.#start(how);
  }

  #take(answer: FinderAnswer): void {
    switch (answer.kind) {
      case 'at':
        this.#watch.note(answer.hash, answer.length);
        return;
      case 'unusable':
        // It has let go of the file and forgotten what it was asked, to close as well.
        this.#whenClosed?.();
        void this.#startAgain({ anew: answer.reason, leaveOut: null });
        return;
      case 'opened':
        this.#opened.done();
        return;
      case 'closed':
        this.#whenClosed?.();
        return;
      case 'state': {
        const version = this.#versionBase + answer.state.version;
        const found = this.#foundBase + answer.state.found;
        this.#state.become({ ...answer.state, version, found });
        if (answer.state.state === 'failed') this.#settle();
        const isUpToDate = answer.sequence >= this.#lastPosted;
        if (answer.state.state === 'ready' && isUpToDate) this.#idle.done();
      }
    }
  }

  /** Nobody waits for what will not come. */
  #settle(): void {
    this.#opened.done();
    this.#idle.done();
  }

  async #ask<Kind extends SuggestionQuestion['kind']>(
    _kind: Kind,
    question: SuggestionQuestion & { readonly kind: Kind },
  ): Promise<SuggestionAnswers[Kind]> {
    while (this.#finder === null && !this.#mayStart.isDone) await this.#mayStart.promise;
    this.#start();
    if (this.#closing !== null) throw notThere('The project is being closed.');
    await this.#opened.promise;
    if (this.#state.present.state === 'failed') {
      throw notThere(this.#state.present.message ?? 'Suggestions can’t be read.');
    }
    const outcome = await this.#questions.ask(question);
    switch (outcome.kind) {
      case 'value':
        // The reader answers a question with what belongs to its kind.
        return outcome.value as SuggestionAnswers[Kind];
      case 'stopped':
      case 'ended':
        throw notThere('The question took too long, or the project was closed. Ask again.');
      case 'damaged':
        this.#options.log(`The file of suggestions is damaged: ${outcome.message}`);
        void this.#startAgain({ anew: 'damaged', leaveOut: null });
        throw notThere(
          'What was kept of suggestions was damaged and is looked for anew. Ask again in a moment.',
        );
      case 'failed':
        this.#options.log(`A question for suggestions failed: ${outcome.message}`);
        throw notThere(`Suggestions could not be read (${outcome.message}). Ask again.`);
    }
  }

  async #close(): Promise<void> {
    this.#stopStart();
    this.#stopMayStart();
    this.#mayStart.done();
    this.#state.stop();
    this.#watch.note(null);
    const ends: unknown[] = [this.#ending, this.#questions.close()];
    const finder = this.#finder;
    if (finder !== null) {
      await new Promise<void>((resolve) => {
        const stop = systemTimer(resolve, this.#times.closing);
        this.#whenClosed = () => {
          stop();
          resolve();
        };
        finder.post({ kind: 'close' });
      });
      this.#finder = null;
      this.#watch.note(null);
      ends.push(finder.end());
    }
    await this.#within(this.#times.ending, Promise.all(ends));
    this.#settle();
    await this.#options.onClosed?.();
  }

  /** Waits for the end of threads, at most so many milliseconds. */
  async #within(limit: number, ended: Promise<unknown>): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const stop = systemTimer(() => {
        this.#options.log('The threads that look for suggestions did not end in time.');
        resolve();
      }, limit);
      ended.then(() => resolve(), reject).finally(stop);
    });
  }
}

type AtSources = { readonly sources: SuggestionSources };

type Again = Pick<FinderRequest & { readonly kind: 'open' }, 'anew' | 'leaveOut'> & {
  readonly anew: RebuildReason | null;
};

function notThere(message: string): CodedError {
  return new CodedError('suggestions', message);
}
