import Dexie from 'dexie';
import { afterEach } from 'vitest';
import type { RevisionHash, TextOffset } from '../../../../app/base/brand.ts';
import type { HostApi } from '../../../../app/host/host-api.ts';
import type {
  ClusterSuggestion,
  ParallelSuggestion,
  SuggestedPassage,
  SuggestionsState,
} from '../../../../app/host/suggestions.ts';
import { newChange } from '../../../../app/record/new-change.ts';
import { newRecord } from '../../../../app/record/record-factory.ts';
import type { ArticleRecord } from '../../../../app/record/records.ts';
import { Session } from '../../../../renderer/session/session.ts';
import { databaseName } from '../../../../renderer/store/database.ts';
import { FakeJournal } from '../../../support/fake-journal.ts';
import { countingMaker, sampleArticle } from '../../../support/records.ts';

const projectId = '018f0000-0000-7000-8000-00000000ca66';

let close: (() => Promise<void>) | null = null;

afterEach(async () => {
  await close?.();
  close = null;
  await Dexie.delete(databaseName(projectId as never));
});

/** What a window's main process would say of suggestions, and whom it was asked for. */
export interface ParallelsWindow {
  readonly session: Session;
  readonly articles: readonly ArticleRecord[];
  readonly texts: readonly string[];
  /** What is answered; put another in its place to change it. */
  pairs: readonly ParallelSuggestion[];
  clusters: readonly ClusterSuggestion[];
  /** What was asked, in order. */
  readonly asked: string[];
  /** The passage of words of an article. */
  passage(article: number, words: string): SuggestedPassage;
  pair(
    one: SuggestedPassage,
    other: SuggestedPassage,
    more?: Partial<ParallelSuggestion>,
  ): ParallelSuggestion;
}

/** A project of articles with these texts, with a main process that answers what `fill` says. */
export async function parallelsWindow(
  texts: readonly string[],
  fill: (window: ParallelsWindow) => void,
  readOnly: string | null = null,
): Promise<ParallelsWindow> {
  const maker = countingMaker();
  const articles = texts.map((_, index) => {
    const article = sampleArticle(maker, index + 1);
    const published = `2031-05-${12 + index}`;
    return {
      ...article,
      detected: { ...article.detected, outlet: `Outlet ${index + 1}`, published },
    };
  });
  const revisions = articles.map((article, index) => ({
    ...newRecord(maker, 'revision', {
      articleId: article.id,
      hash: `${index}`.repeat(64) as RevisionHash,
      length: texts[index]?.length ?? 0,
      blockCount: 1,
      wordCount: 20,
    }),
    id: article.revisionId,
  }));
  const types = ['repeats', 'paraphrases'].map((name) =>
    newRecord(maker, 'linkType', { name, inverseName: `is ${name}`, symmetric: false }),
  );
  const journal = new FakeJournal(projectId);
  const state: SuggestionsState = { state: 'ready', done: 1, total: 1, version: 1, found: 1 };
  const asked: string[] = [];
  const host = {
    ...journal.host,
    getCatalogue: () => Promise.reject(new Error('No catalogue')),
    listClusters: () => Promise.resolve([]),
    listJobs: () => Promise.resolve([]),
    getSuggestions: () => Promise.resolve(state),
    readText: ({ hash }: { hash: RevisionHash }) => {
      const index = revisions.findIndex((one) => one.hash === hash);
      const text = texts[index] ?? '';
      const block = { kind: 'paragraph', start: 0, end: text.length } as never;
      return Promise.resolve({ hash, text, blocks: [block] });
    },
    readParallels: ({ articleId }: { articleId: string }) => {
      asked.push(`parallels ${articles.findIndex(({ id }) => id === articleId)}`);
      return Promise.resolve(
        made.pairs.filter(({ one, other }) =>
          [one.articleId, other.articleId].includes(articleId as never),
        ),
      );
    },
    listSuggestions: ({
      offset,
      limit,
      formulas,
    }: {
      offset: number;
      limit: number;
      formulas: boolean;
    }) => {
      asked.push(`clusters ${offset} ${formulas}`);
      const listed = made.clusters.filter(({ formula }) => formulas || !formula);
      return Promise.resolve({
        suggestions: listed.slice(offset, offset + limit),
        total: listed.length,
        totals: { cluster: listed.length },
      });
    },
    readCluster: ({ key }: { key: string }) => {
      asked.push(`cluster ${key}`);
      return Promise.resolve(made.clusters.find((one) => one.key === key) ?? null);
    },
  } as Partial<HostApi> as HostApi;
  const info = { userName: 'Test', appVersion: '0', commandKey: 'Control' } as const;
  const session = new Session(host, journal.onHostEvent, info, () => false);
  journal.append(
    newChange(maker, 'Import', {
      added: [...articles, ...revisions, ...types],
      updated: [],
      removed: [],
    }),
  );
  const made: ParallelsWindow = {
    session,
    articles,
    texts,
    pairs: [],
    clusters: [],
    asked,
    passage(article, words) {
      const start = texts[article]?.indexOf(words) ?? -1;
      const record = articles[article];
      const revision = revisions[article];
      if (start < 0 || record === undefined || revision === undefined)
        throw new Error(`No “${words}”.`);
      return {
        articleId: record.id,
        revisionId: revision.id,
        hash: revision.hash,
        start: start as TextOffset,
        end: (start + words.length) as TextOffset,
        quote: words,
      };
    },
    pair(one, other, more = {}) {
      return {
        kind: 'parallel',
        key: `${one.articleId} ${one.start} ${other.articleId} ${other.start}`,
        score: 0.9,
        one,
        other,
        words: one.quote.split(' ').length,
        verbatim: one.quote === other.quote,
        formula: false,
        first: 'one',
        clusterKey: null,
        ...more,
      };
    },
  };
  fill(made);
  await session.enter(journal.info({ created: true, readOnly }));
  await session.store.whenComplete();
  close = async () => {
    await session.store.whenSaved();
    session.store.close();
  };
  return made;
}
