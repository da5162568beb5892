import Dexie from 'dexie';
import { afterEach } from 'vitest';
import type { RevisionHash, TextOffset } from '../../../../app/base/brand.ts';
import type { HostApi } from '../../../../app/host/host-api.ts';
import type {
  FiledTogether,
  ParallelSuggestion,
  QuotationSuggestion,
  SilenceQuestion,
  SuggestedPassage,
  Suggestion,
  SuggestionsRequest,
} from '../../../../app/host/suggestions.ts';
import { newChange } from '../../../../app/record/new-change.ts';
import { newRecord } from '../../../../app/record/record-factory.ts';
import type { ArticleRecord } from '../../../../app/record/records.ts';
import {
  followSuggestions,
  loadSuggestionsState,
} from '../../../../renderer/session/parallels/ask-parallels.ts';
import { refreshReview, wantReviewRows } from '../../../../renderer/session/review/review-pages.ts';
import { Session } from '../../../../renderer/session/session.ts';
import { databaseName } from '../../../../renderer/store/database.ts';
import { FakeJournal } from '../../../support/fake-journal.ts';
import { countingMaker, sampleArticle } from '../../../support/records.ts';

const projectId = '018f0000-0000-7000-8000-00000000ca77';

let close: (() => Promise<void>) | null = null;

afterEach(async () => {
  await close?.();
  close = null;
  await Dexie.delete(databaseName(projectId as never));
});

/** A window over a project of some texts, whose main process suggests what it is told to. */
export class ReviewWindow {
  readonly session: Session;
  readonly articles: readonly ArticleRecord[];
  /** What main lists, best first. */
  suggestions: readonly Suggestion[] = [];
  /** What main was asked for. */
  readonly requests: SuggestionsRequest[] = [];
  readonly groups: FiledTogether[][] = [];
  readonly questions: SilenceQuestion[][] = [];
  /** What it answers about claims. */
  answers: Partial<Pick<HostApi, 'findConflicts' | 'findSilences'>> = {};
  readonly #texts: readonly string[];
  readonly #hashes: readonly RevisionHash[];
  readonly #journal = new FakeJournal(projectId);
  readonly #readOnly: string | null;
  #version = 1;

  constructor(texts: readonly string[], readOnly: string | null = null) {
    this.#texts = texts;
    this.#readOnly = readOnly;
    const maker = countingMaker();
    this.#hashes = texts.map((_, index) => `${index}`.repeat(64) as RevisionHash);
    this.articles = texts.map((_, index) => {
      const article = sampleArticle(maker, index + 1);
      const published = `2031-05-${12 + index}`;
      const detected = { ...article.detected, outlet: `Outlet ${index + 1}`, published };
      return { ...article, detected };
    });
    const revisions = this.articles.map((article, index) => ({
      ...newRecord(maker, 'revision', {
        articleId: article.id,
        hash: this.#hashes[index] as RevisionHash,
        length: texts[index]?.length ?? 0,
        blockCount: 1,
        wordCount: 20,
      }),
      id: article.revisionId,
    }));
    const types = ['repeats', 'paraphrases', 'contradicts'].map((name) =>
      newRecord(maker, 'linkType', { name, inverseName: `is ${name}`, symmetric: false }),
    );
    this.#journal.append(
      newChange(maker, 'Import', {
        added: [...this.articles, ...revisions, ...types],
        updated: [],
        removed: [],
      }),
    );
    const info = { userName: 'Test', appVersion: '0', commandKey: 'Control' } as const;
    this.session = new Session(this.#host(), this.#journal.onHostEvent, info, () => false);
  }

  #host(): HostApi {
    return {
      ...this.#journal.host,
      getCatalogue: () => Promise.reject(new Error('No catalogue')),
      listClusters: () => Promise.resolve([]),
      listJobs: () => Promise.resolve([]),
      readParallels: () => Promise.resolve([]),
      getSuggestions: () =>
        Promise.resolve({
          state: 'ready',
          done: 1,
          total: 1,
          version: this.#version,
          found: this.#version,
        }),
      readText: ({ hash }: { hash: RevisionHash }) => {
        const text = this.#texts[this.#hashes.indexOf(hash)] ?? '';
        const block = { kind: 'paragraph', start: 0, end: text.length } as never;
        return Promise.resolve({ hash, text, blocks: [block] });
      },
      readCluster: ({ key }: { key: string }) => {
        const found = this.suggestions.find((one) => one.key === key);
        return Promise.resolve(found?.kind === 'cluster' ? found : null);
      },
      listSuggestions: (request: SuggestionsRequest) => {
        this.requests.push(request);
        const ofKinds = this.suggestions.filter(
          ({ kind, score }) =>
            request.kinds.some((one) => one === kind) && score >= (request.leastScores[kind] ?? 0),
        );
        const totals: Record<string, number> = {};
        for (const { kind } of ofKinds) totals[kind] = (totals[kind] ?? 0) + 1;
        const { offset, limit } = request;
        const suggestions = ofKinds.slice(offset, offset + limit);
        return Promise.resolve({ suggestions, total: ofKinds.length, totals });
      },
      findConflicts: (asked: { groups: FiledTogether[] }) => {
        this.groups.push(asked.groups);
        return this.answers.findConflicts?.(asked) ?? Promise.resolve([]);
      },
      findSilences: (asked: { questions: SilenceQuestion[] }) => {
        this.questions.push(asked.questions);
        return this.answers.findSilences?.(asked) ?? Promise.resolve([]);
      },
    } as Partial<HostApi> as HostApi;
  }

  async open(): Promise<this> {
    await this.session.enter(this.#journal.info({ created: true, readOnly: this.#readOnly }));
    await this.session.store.whenComplete();
    await loadSuggestionsState(this.session);
    close = async () => {
      await this.session.store.whenSaved();
      this.session.store.close();
    };
    // As if so many rows were drawn.
    wantReviewRows(this.session, 0, 20);
    await refreshReview(this.session);
    return this;
  }

  /** Main tells that its lists are others now. */
  tell(state: 'ready' | 'looking' = 'ready'): void {
    this.#version += 1;
    followSuggestions(this.session, {
      state,
      done: 1,
      total: 1,
      version: this.#version,
      found: this.#version,
    });
  }

  /** The passage of words of an article, counted from 0. */
  passage(index: number, words: string): SuggestedPassage {
    const start = this.#texts[index]?.indexOf(words) ?? -1;
    const article = this.articles[index];
    const hash = this.#hashes[index];
    if (start < 0 || article === undefined || hash === undefined) throw new Error(`No “${words}”.`);
    return {
      articleId: article.id,
      revisionId: article.revisionId,
      hash,
      start: start as TextOffset,
      end: (start + words.length) as TextOffset,
      quote: words,
    };
  }

  pair(
    key: string,
    one: SuggestedPassage,
    other: SuggestedPassage,
    score = 0.9,
  ): ParallelSuggestion {
    return {
      ...{ kind: 'parallel', key, score, one, other, words: 8, formula: false, clusterKey: null },
      verbatim: one.quote === other.quote,
      first: 'one',
    };
  }

  quotation(key: string, passage: SuggestedPassage, speaker: string | null): QuotationSuggestion {
    return {
      ...{ kind: 'quotation', key, score: 0.8, passage, form: 'direct', cue: null, place: null },
      speaker: speaker === null ? null : { name: speaker, range: null, sure: true },
    };
  }
}
