import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { describe, expect, test } from 'vitest';
import { isTrashed } from '../../../../app/article/article-state.ts';
import type { ClusterSuggestion } from '../../../../app/host/suggestions.ts';
import { nextRecord } from '../../../../app/record/record-factory.ts';
import {
  askParallels,
  followSuggestions,
} from '../../../../renderer/session/parallels/ask-parallels.ts';
import {
  chooseAllRows,
  makeClusterClaim,
  rowInWords,
  rowsNow,
  setBase,
  toggleRow,
} from '../../../../renderer/session/parallels/cluster-actions.ts';
import { askClusters, clusterAt } from '../../../../renderer/session/parallels/cluster-list.ts';
import { likenessInWords, likenessOf } from '../../../../renderer/session/parallels/likeness.ts';
import { dismissPair, linkPairNow } from '../../../../renderer/session/parallels/link-parallel.ts';
import { chooseCluster } from '../../../../renderer/session/parallels/open-cluster.ts';
import {
  creditsInWords,
  directionInWords,
  pairInWords,
  sizeInWords,
} from '../../../../renderer/session/parallels/parallel-words.ts';
import { changeParallelsView } from '../../../../renderer/session/parallels/parallels-view.ts';
import { setClusters } from '../../../../renderer/session/parallels/set-parallels.ts';
import {
  findParallels,
  knownParallels,
  stepParallel,
} from '../../../../renderer/session/parallels/show-parallels.ts';
import { shownParallels } from '../../../../renderer/session/parallels/shown-parallels.ts';
import type { Session } from '../../../../renderer/session/session.ts';
import { ClusterTable } from '../../../../renderer/views/parallels/cluster-table.tsx';
import { SessionContext } from '../../../../renderer/views/parts/session-context.ts';
import { type ParallelsWindow, parallelsWindow } from './parallels-project.ts';

const quote = 'friendship that has withstood many trials and tribulations of the stormy century';
const varied = 'friendship that withstood many trials and tribulations of this century';
const formula = 'Foreign Ministry spokesman Anders Holt of the Republic';

const texts = [
  `On Monday they spoke of ${quote}. ${formula} told them so. Nothing else was said on that day.`,
  `“A ${varied}”, it read. ${formula} told us so.`,
  `They called it a ${quote}, as always.`,
];

async function open(readOnly: string | null = null): Promise<ParallelsWindow> {
  const window = await parallelsWindow(texts, fill, readOnly);
  await read(window, 0);
  return window;
}

function fill(window: ParallelsWindow): void {
  const { passage, pair } = window;
  window.pairs = [
    pair(passage(0, quote), passage(2, quote), { score: 1, clusterKey: 'trials' }),
    pair(passage(0, quote), passage(1, varied), { score: 0.8, clusterKey: 'trials' }),
    pair(passage(0, formula), passage(1, formula), { score: 0.7, formula: true }),
  ];
  const cluster: ClusterSuggestion = {
    kind: 'cluster',
    key: 'trials',
    score: 0.9,
    articles: 3,
    wordings: 2,
    formula: false,
    passages: [
      { ...passage(0, quote), wording: 1, credits: null, creditsSure: true },
      { ...passage(1, varied), wording: 2, credits: 'Anders Holt', creditsSure: true },
      { ...passage(2, quote), wording: 1, credits: null, creditsSure: true },
    ],
  };
  window.clusters = [cluster];
}

async function read({ session, articles }: ParallelsWindow, article: number): Promise<void> {
  const id = articles[article]?.id;
  if (id === undefined) throw new Error('There is no such article.');
  await expect.poll(() => session.get().parallels.told).not.toBeNull();
  await askParallels(session, id);
  await expect.poll(() => session.get().parallels.found.get(id)).toBeDefined();
}

const listed = ({ session, articles }: ParallelsWindow) => {
  const id = articles[0]?.id;
  if (id === undefined) throw new Error('There is no such article.');
  return shownParallels(session, id);
};

/** A reader of the first article in the first pane. */
async function mount({ session }: ParallelsWindow): Promise<() => void> {
  const element = document.body.appendChild(document.createElement('div'));
  element.style.cssText = 'width: 700px; height: 500px';
  const article = session.activeArticle();
  const revision =
    article === null ? null : session.store.records.get('revision', article.revisionId);
  if (article === null || revision === null) throw new Error('No article is open.');
  const text = await session.store.texts.read(revision.hash);
  const stop = session.panes.mount(element, 'first', article, revision, text);
  return () => {
    stop();
    element.remove();
  };
}

const said = (session: Session): string => session.get().message.text;

describe('What is shown of an article', () => {
  test('U10 formulas are told of, and listed only when they are asked for', async () => {
    const window = await open();
    expect(listed(window).listed.map(({ pair }) => pair.formula)).toEqual([false, false]);
    expect(listed(window).formulas).toBe(1);
    expect(listed(window).marks.map(({ articles }) => articles)).toEqual([2]);
    changeParallelsView(window.session, { formulas: true });
    expect(listed(window).listed).toHaveLength(3);
    expect(listed(window).marks).toHaveLength(2);
  });

  test('U10 what was dismissed goes, from the list and from the margin, until that is undone', async () => {
    const window = await open();
    const [first] = listed(window).listed;
    if (first === undefined) throw new Error('Two are listed.');
    expect(dismissPair(window.session, first.pair)).toBe(true);
    expect(listed(window).listed).toHaveLength(1);
    expect(listed(window).marks.map(({ articles }) => articles)).toEqual([1]);
    await window.session.store.undo();
    expect(listed(window).listed).toHaveLength(2);
  });

  test('U10 what is in the trash, or was another revision’s, is not shown', async () => {
    const window = await open();
    const { session, articles } = window;
    const other =
      articles[2] === undefined ? null : session.store.records.get('article', articles[2].id);
    if (other === null) throw new Error('There are three.');
    const { maker } = session.store;
    const trashed = nextRecord(maker, other, { trashedAt: maker.now() });
    expect(isTrashed(trashed)).toBe(true);
    session.store.commit('Trash', { added: [], updated: [[other, trashed]], removed: [] });
    expect(listed(window).listed.map(({ other: end }) => end.articleId)).toEqual([articles[1]?.id]);
    const own = session.store.records.get('article', articles[0]?.id ?? '');
    if (own === null) throw new Error('It is open.');
    const revised = nextRecord(maker, own, { revisionId: other.revisionId });
    session.store.commit('Revise', { added: [], updated: [[own, revised]], removed: [] });
    expect(listed(window).all).toEqual([]);
  });

  test('the same object is answered until something of it changes', async () => {
    const window = await open();
    const before = listed(window);
    expect(listed(window)).toBe(before);
    changeParallelsView(window.session, { order: 'score' });
    expect(listed(window)).not.toBe(before);
  });

  test('it is asked for again when lists answer otherwise, and not before', async () => {
    const window = await open();
    const count = () => window.asked.filter((one) => one === 'parallels 0').length;
    const before = count();
    await read(window, 0);
    expect(count()).toBe(before);
    window.pairs = [];
    followSuggestions(window.session, { state: 'ready', done: 1, total: 1, version: 2, found: 2 });
    await expect.poll(() => listed(window).all).toEqual([]);
    expect(count()).toBe(before + 1);
  });

  test('U14 likeness is told by words alone, never by the score', async () => {
    const window = await open();
    const [same, reworded] = listed(window).listed;
    if (same === undefined || reworded === undefined) throw new Error('Two are listed.');
    expect(sizeInWords(same)).toMatch(/^\d+ words$/);
    expect(sizeInWords(reworded)).toBe('9 of 12 words');
    expect(likenessInWords(likenessOf(quote, quote.toUpperCase()))).toBe('same words');
    for (const seen of [same, reworded]) {
      expect(pairInWords(window.session, seen)).not.toContain('%');
    }
  });

  test('a cluster says to whom it is credited, if to several', () => {
    const of = (...credits: (string | null)[]) =>
      creditsInWords({ passages: credits.map((one) => ({ credits: one })) as never });
    expect(of('Anders Holt', null, 'Holt')).toBe('');
    expect(of('Anders Holt', 'Holt', 'Hanna Orlo', 'HANNA ORLO')).toBe(
      'credited to 2 speakers: Anders Holt, HANNA ORLO',
    );
    expect(of('A', 'B', 'C', 'D', 'E')).toBe('credited to 5 speakers: A, B, C, D and 1 more');
  });

  test('U12 directions are told by the dates', async () => {
    const window = await open();
    expect(listed(window).listed.map((seen) => directionInWords(window.session, seen))).toEqual([
      'published 2 days after',
      'published 1 day after',
    ]);
  });

  test('U12 a date that is a guess tells no direction until it is confirmed', async () => {
    const window = await open();
    const { session, articles } = window;
    const [, , third] = articles;
    const article = third === undefined ? null : session.store.records.get('article', third.id);
    if (article === null) throw new Error('There are three.');
    const provenance = { published: { source: 'file-date', confidence: 'guessed' } } as const;
    const guessed = nextRecord(session.store.maker, article, { provenance });
    session.store.commit('Guess', { added: [], updated: [[article, guessed]], removed: [] });
    expect(listed(window).listed.map((seen) => directionInWords(session, seen))).toEqual([
      '',
      'published 1 day after',
    ]);
  });
});

describe('The parallels key', () => {
  test('U11 shows what is known of the caret’s passage at once; of a long one the part that says the same', async () => {
    const window = await open();
    const { session, articles } = window;
    const stop = await mount(window);
    const asked = window.passage(0, 'many trials and tribulations');
    session.panes.mountedIn('first')?.reader.select(asked.start, asked.start);
    findParallels(session);
    expect(session.get().dialog).toMatchObject({ kind: 'parallels', quote });
    const found = knownParallels(session, { ...asked, articleId: articles[0]?.id as never });
    expect(found.map((one) => one.quote)).toEqual([asked.quote, asked.quote]);
    stop();
  });

  test('U11 where nothing is known and nothing is selected says what to do', async () => {
    const window = await open();
    const stop = await mount(window);
    const end = texts[0]?.length ?? 0;
    window.session.panes.mountedIn('first')?.reader.select(end as never, end as never);
    findParallels(window.session);
    expect(window.session.get().dialog).toBeNull();
    expect(said(window.session)).toMatch(/^Select some text/);
    stop();
  });

  test('steps go from passage to passage and select them', async () => {
    const window = await open();
    changeParallelsView(window.session, { formulas: true });
    const stop = await mount(window);
    const selected = () => {
      const { from, to } = window.session.panes.mountedIn('first')?.reader.selection() ?? {};
      return texts[0]?.slice(from, to);
    };
    stepParallel(window.session, 1);
    expect(selected()).toBe(quote);
    expect(said(window.session)).toMatch(/^Parallel passage 1 of 2, in 2 other articles/);
    stepParallel(window.session, 1);
    expect(selected()).toBe(formula);
    stepParallel(window.session, 1);
    expect(said(window.session)).toBe('That was the last parallel passage.');
    stepParallel(window.session, -1);
    expect(selected()).toBe(quote);
    stop();
  });
});

describe('What is made of them', () => {
  test('Z3 a pair becomes a link of the usual type, the later one to the earlier: one step of undo', async () => {
    const window = await open();
    const { session } = window;
    const [same, reworded] = listed(window).listed;
    if (same === undefined || reworded === undefined) throw new Error('Two are listed.');
    const { records } = session.store;
    await linkPairNow(session, reworded.pair);
    await linkPairNow(session, same.pair);
    const names = records.list('link').map(({ typeId }) => records.get('linkType', typeId)?.name);
    expect(names).toEqual(['paraphrases', 'repeats']);
    const [link] = records.list('link');
    const from = link === undefined ? null : records.get('annotation', link.from as never);
    expect(from?.articleId).toBe(window.articles[1]?.id);
    expect(listed(window).listed.map(({ decided }) => decided)).toEqual(['accepted', 'accepted']);
    await session.store.undo();
    expect(records.list('link')).toHaveLength(1);
    expect(listed(window).listed.map(({ decided }) => decided)).toEqual([null, 'accepted']);
  });

  test('U13 keys that come before the passages find the first of them', async () => {
    const { session } = await open();
    setClusters(session, { at: 'trials', open: null });
    const place = document.body.appendChild(document.createElement('div'));
    const root = createRoot(place);
    root.render(
      createElement(SessionContext.Provider, { value: session }, createElement(ClusterTable)),
    );
    const table = () => place.querySelector<HTMLElement>('.cluster-table');
    await expect.poll(table).not.toBeNull();
    table()?.focus();
    expect(session.get().parallels.clusters.row).toBeNull();
    chooseCluster(session, 'trials');
    await expect.poll(() => rowsNow(session)).toHaveLength(3);
    await expect
      .poll(() => session.get().parallels.clusters.row)
      .toBe(rowsNow(session)[0]?.key ?? 'none');
    root.unmount();
    place.remove();
  });

  test('U13 a cluster is read with all its passages; a base and a choice of them', async () => {
    const window = await open();
    const { session } = window;
    await askClusters(session, 0);
    const { pages } = session.get().parallels.clusters;
    expect(clusterAt(pages, 0)?.key).toBe('trials');
    expect(clusterAt(pages, 1)).toBeNull();
    chooseCluster(session, 'trials');
    await expect.poll(() => rowsNow(session)).toHaveLength(3);
    expect(rowsNow(session).map(({ isBase, isChosen }) => [isBase, isChosen])).toEqual([
      [true, true],
      [false, true],
      [false, true],
    ]);
    const [, second] = rowsNow(session);
    if (second === undefined) throw new Error('There are three.');
    expect(rowInWords(session, second)).toContain(
      'Outlet 2 · 13 May 2031, wording 2; cuts 1 word, replaces 2 words by 1',
    );
    expect(rowInWords(session, second)).toContain('credits Anders Holt');
    setBase(session, second);
    expect(rowsNow(session).map(({ isBase }) => isBase)).toEqual([false, true, false]);
    toggleRow(session, second);
    expect(rowsNow(session).map(({ isChosen }) => isChosen)).toEqual([true, false, true]);
    chooseAllRows(session, true);
    expect(rowsNow(session).every(({ isChosen }) => isChosen)).toBe(true);
  });

  test('U13 a cluster becomes a claim with the chosen passages as evidence: one step of undo', async () => {
    const window = await open();
    const { session, clusters } = window;
    const [cluster] = clusters;
    if (cluster === undefined) throw new Error('There is one.');
    const wording = 'The friendship withstood much.';
    const draft = { wording, speaker: 'Anders Holt', place: '' };
    expect(await makeClusterClaim(session, cluster, cluster.passages.slice(0, 2), draft)).toBe(
      true,
    );
    const { records } = session.store;
    expect(records.list('claim').map((claim) => claim.wording)).toEqual([wording]);
    expect(
      records
        .list('evidence')
        .map(({ stance }) => stance)
        .sort(),
    ).toEqual(['asserts', 'reports']);
    await session.store.undo();
    expect(records.list('claim')).toEqual([]);
    expect(records.list('annotation')).toEqual([]);
  });

  test('a cluster that is gone is told of', async () => {
    const window = await open();
    chooseCluster(window.session, 'nothing');
    await expect.poll(() => window.session.get().parallels.clusters.open).toBe('gone');
  });

  test('where nothing may be written choices are the window’s, and nothing is made', async () => {
    const window = await open('This project is open for reading only.');
    const { session } = window;
    changeParallelsView(session, { formulas: true });
    expect(listed(window).listed).toHaveLength(3);
    const [first] = listed(window).listed;
    if (first === undefined) throw new Error('Three are listed.');
    expect(dismissPair(session, first.pair)).toBe(false);
    expect(said(session)).toMatch(/reading only/);
    expect(listed(window).listed).toHaveLength(3);
  });
});
