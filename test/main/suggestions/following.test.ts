import { expect, test } from 'vitest';
import type { Instant } from '../../../app/base/brand.ts';
import type { ParallelSuggestion, Suggestion } from '../../../app/host/suggestions.ts';
import { suggestionsHere } from '../support/suggestion-threads.ts';
import { dismiss, ferry, suggested, suggestingProject } from './suggesting.ts';

/** The pairs among suggestions, by the words of their first passage. */
function pairsOf(suggestions: readonly Suggestion[]): ParallelSuggestion[] {
  return suggestions.filter((suggestion) => suggestion.kind === 'parallel');
}

const rescued = 'More than 190 passengers were brought ashore by helicopters';

test('what two articles share is proposed with its words, and what is quoted in them', async () => {
  const project = await suggestingProject();
  const [first, second] = await project.add(
    { text: ferry.first, title: 'One', published: '2024-02-08' },
    { text: ferry.second, title: 'Two', published: '2024-02-10' },
    { text: ferry.third, title: 'Three' },
  );
  const page = await suggested(project);
  const pair = pairsOf(page.suggestions).find(({ one }) => one.quote.startsWith(rescued));
  expect(pair).toMatchObject({
    one: { articleId: first?.id, revisionId: first?.revisionId },
    other: { articleId: second?.id, revisionId: second?.revisionId },
    verbatim: true,
    formula: false,
    first: 'one',
  });
  for (const { one, other } of pairsOf(page.suggestions)) {
    expect(ferry.first.slice(one.start, one.end)).toBe(one.quote);
    expect(ferry.second.slice(other.start, other.end)).toBe(other.quote);
  }
  const quotations = page.suggestions.filter(({ kind }) => kind === 'quotation');
  expect(quotations.length).toBeGreaterThanOrEqual(2);
  expect(page.total).toBe(page.suggestions.length);
  expect(page.totals.quotation).toBe(quotations.length);
  expect(project.suggestions.state).toMatchObject({ state: 'ready', done: 3, total: 3 });
});

test('an article that comes later has its suggestions at once, and those of before stay', async () => {
  const project = await suggestingProject(suggestionsHere);
  await project.add({ text: ferry.first }, { text: ferry.third });
  const before = await suggested(project);
  expect(pairsOf(before.suggestions)).toEqual([]);
  const { version } = project.suggestions.state;
  const [second] = await project.add({ text: ferry.second });
  const after = await suggested(project, { articleId: second?.id ?? null });
  expect(pairsOf(after.suggestions).map(({ other }) => other.articleId)).toContain(second?.id);
  expect(project.suggestions.state.version).toBeGreaterThan(version);
  const all = new Set((await suggested(project)).suggestions.map(({ key }) => key));
  for (const { key } of before.suggestions) expect(all).toContain(key);
});

test('a quotation in three articles is one cluster with its wordings, and its pairs stand in it', async () => {
  const project = await suggestingProject(suggestionsHere);
  const [first] = await project.add(
    { text: ferry.first, published: '2024-02-08' },
    { text: ferry.second, published: '2024-02-07' },
    { text: ferry.third },
    { text: ferry.fourth, published: '2024-02-15' },
  );
  const page = await suggested(project, { kinds: ['cluster', 'parallel'] });
  const cluster = page.suggestions.find(
    (suggestion) =>
      suggestion.kind === 'cluster' && suggestion.passages[0]?.quote.includes('never seen waves'),
  );
  if (cluster?.kind !== 'cluster') throw new Error('There is no cluster.');
  expect(cluster).toMatchObject({ articles: 3, wordings: 2, formula: false });
  // The earliest comes first.
  const dates = cluster.passages.map(({ articleId }) => project.numberOf(articleId));
  expect(dates).toEqual([2, 1, 4]);
  expect(await project.suggestions.readCluster(cluster.key)).toEqual(cluster);
  expect(await project.suggestions.readCluster('cluster:none')).toBeNull();
  expect(pairsOf(page.suggestions).filter(({ clusterKey }) => clusterKey !== null)).toEqual([]);
  if (first === undefined) throw new Error('There is no article.');
  const pairs = await project.suggestions.readParallels(first.id);
  expect(pairs.filter(({ clusterKey }) => clusterKey === cluster.key)).toHaveLength(2);
});

test('Z1: a cluster that was dismissed does not come back with one more copy of a wording, but with another wording', async () => {
  const project = await suggestingProject(suggestionsHere);
  await project.add({ text: ferry.first }, { text: ferry.second }, { text: ferry.fourth });
  const kinds = ['cluster'] as const;
  for (const cluster of (await suggested(project, { kinds })).suggestions) {
    await dismiss(project, cluster);
  }
  expect((await suggested(project, { kinds })).total).toBe(0);
  await project.add({ text: `Another paper had it as well.\n${ferry.fourth}` });
  expect((await suggested(project, { kinds })).total).toBe(0);
  const varied = ferry.fourth.replace('the northern route', 'that northern sea');
  await project.add({ text: `A third paper changed it.\n${varied}` });
  expect((await suggested(project, { kinds })).total).toBe(1);
});

test('what is decided is listed no more, and again when the decision is taken back', async () => {
  const project = await suggestingProject(suggestionsHere);
  const [first] = await project.add({ text: ferry.first }, { text: ferry.second });
  const before = await suggested(project);
  const [pair] = pairsOf(before.suggestions);
  if (pair === undefined || first === undefined) throw new Error('There is no pair.');
  const decision = await dismiss(project, pair);
  const without = await suggested(project);
  expect(without.suggestions.map(({ key }) => key)).not.toContain(pair.key);
  expect(without.total).toBe(before.total - 1);
  // Beside the article it stays, where the window marks it.
  const beside = await project.suggestions.readParallels(first.id);
  expect(beside.map(({ key }) => key)).toContain(pair.key);
  await project.change({ removed: [decision] });
  expect(await suggested(project)).toEqual(before);
});

test('Z10: a copy of an article adds no conflict, and one decision settles it', async () => {
  const project = await suggestingProject(suggestionsHere);
  const told = (count: string) =>
    `The harbour office gave its account in the afternoon. The storm damaged ${count} houses along the eastern shore of the bay on Tuesday night, the mayor said.`;
  const [first] = await project.add(
    { text: told('120') },
    { text: `${told('120')}\nA correction was added.` },
    { text: told('310') },
  );
  const kinds = ['conflict'] as const;
  const listed = await suggested(project, { kinds });
  expect(listed.suggestions).toHaveLength(1);
  const [conflict] = listed.suggestions;
  if (conflict?.kind !== 'conflict' || first === undefined) throw new Error('No conflict.');
  expect([conflict.one.value, conflict.other.value]).toEqual(['120 houses', '310 houses']);
  // Beside one article all of its own are there.
  const last = conflict.other.passage.articleId;
  expect((await suggested(project, { kinds, articleId: last })).total).toBe(2);
  const decision = await dismiss(project, conflict);
  expect((await suggested(project, { kinds })).total).toBe(0);
  await project.change({ removed: [decision] });
  expect(await suggested(project, { kinds })).toEqual(listed);
  // The copy that is left stands for it.
  await project.update(first, { trashedAt: '2026-11-22T10:00:00.000Z' as Instant });
  expect((await suggested(project, { kinds })).total).toBe(1);
});

test('Z9: a date that is guessed says nothing of “last year”, until somebody confirms it', async () => {
  const project = await suggestingProject(suggestionsHere);
  const told = (year: string, count: string) =>
    `The storm of ${year} damaged ${count} houses along the eastern shore of the bay, the mayor said.`;
  const guessed = { published: { source: 'file-date', confidence: 'guessed' } } as const;
  const [first] = await project.add(
    { text: told('last year', '120'), published: '2031-05-12', record: { provenance: guessed } },
    { text: told('2019', '310') },
  );
  const values = async (): Promise<string[]> => {
    const { suggestions } = await suggested(project, { kinds: ['conflict'] });
    return suggestions.flatMap((one) =>
      one.kind === 'conflict' && one.about === 'figure' ? [one.one.value, one.other.value] : [],
    );
  };
  expect((await values()).join(' ')).not.toContain('2030');
  if (first === undefined) throw new Error('There is no article.');
  await project.update(first, { corrected: { published: '2031-05-12' } });
  expect((await values()).join(' ')).toContain('2030');
});

test('B12: articles that state the same several quantities alike contradict each other in none', async () => {
  const project = await suggestingProject(suggestionsHere);
  const budget = (health: string) =>
    `The budget of the Health Ministry grows to ${health}.\nThe budget of the Defence Ministry grows to $1.4 billion.\nThe budget of the Education Ministry grows to $730 million.`;
  await project.add(
    { text: budget('$910 million') },
    { text: `${budget('$910 million')}\nSo it goes.` },
  );
  expect((await suggested(project, { kinds: ['conflict'] })).total).toBe(0);
  await project.add({ text: budget('$650 million') });
  const { suggestions } = await suggested(project, { kinds: ['conflict'] });
  for (const conflict of suggestions) {
    if (conflict.kind !== 'conflict') throw new Error('Not a conflict.');
    expect(`${conflict.one.passage.quote} ${conflict.other.passage.quote}`).toContain('Health');
  }
});

test('a decision lasts over another revision that has the same words', async () => {
  const project = await suggestingProject(suggestionsHere);
  const [first] = await project.add({ text: ferry.first }, { text: ferry.second });
  const before = await suggested(project);
  const pair = pairsOf(before.suggestions).find(({ one }) => one.quote.startsWith(rescued));
  if (pair === undefined || first === undefined) throw new Error('There is no pair.');
  await dismiss(project, pair);
  const revision = await project.revision(first.id, `A new beginning.\n${ferry.first}`);
  await project.update(first, { revisionId: revision.id }, [revision]);
  const after = await suggested(project);
  const clusters = after.suggestions.filter((suggestion) => suggestion.kind === 'cluster');
  const [cluster] = clusters.map(({ passages }) => passages.map(({ revisionId }) => revisionId));
  expect(cluster).toContain(revision.id);
  expect(after.suggestions.map(({ key }) => key)).not.toContain(pair.key);
});

test('with another revision the suggestions of an article go, and those of its new text come', async () => {
  const project = await suggestingProject(suggestionsHere);
  const [first] = await project.add({ text: ferry.first }, { text: ferry.second });
  if (first === undefined) throw new Error('There is no article.');
  expect(pairsOf((await suggested(project)).suggestions)).not.toEqual([]);
  const revision = await project.revision(first.id, ferry.third);
  await project.update(first, { revisionId: revision.id }, [revision]);
  const after = await suggested(project, { articleId: first.id });
  expect(pairsOf(after.suggestions)).toEqual([]);
  expect(await project.suggestions.readQuotations(first.id)).toEqual([]);
});

test('nothing is proposed of what is in the trash, until it is taken out', async () => {
  const project = await suggestingProject(suggestionsHere);
  const [first, second] = await project.add({ text: ferry.first }, { text: ferry.second });
  if (first === undefined || second === undefined) throw new Error('There is no article.');
  const before = await suggested(project);
  const trashed = await project.update(first, { trashedAt: '2026-01-01T00:00:00.000Z' as Instant });
  const without = await suggested(project);
  expect(pairsOf(without.suggestions)).toEqual([]);
  expect(without.suggestions.length).toBeGreaterThan(0);
  expect(project.suggestions.state.total).toBe(1);
  await project.update(trashed, { trashedAt: null });
  const again = await suggested(project);
  const keys = (page: typeof before) => page.suggestions.map(({ key }) => key).sort();
  expect(keys(again)).toEqual(keys(before));
  await project.change({ removed: [second] });
  expect(pairsOf((await suggested(project)).suggestions)).toEqual([]);
});

test('a corrected date turns the direction of a pair, without comparing again', async () => {
  const project = await suggestingProject(suggestionsHere);
  const [first] = await project.add(
    { text: ferry.first, published: '2024-02-08' },
    { text: ferry.second, published: '2024-02-10' },
  );
  if (first === undefined) throw new Error('There is no article.');
  const [before] = pairsOf((await suggested(project)).suggestions);
  expect(before?.first).toBe('one');
  await project.update(first, { corrected: { published: '2024-03-01' } });
  const [after] = pairsOf((await suggested(project)).suggestions);
  expect(after).toEqual({ ...before, first: 'other' });
});

test('a date that is only guessed tells no direction', async () => {
  const project = await suggestingProject(suggestionsHere);
  const guessed = { published: { source: 'file-name', confidence: 'guessed' } } as const;
  const [first] = await project.add(
    { text: ferry.first, published: '2024-02-08', record: { provenance: guessed } },
    { text: ferry.second, published: '2024-02-10' },
  );
  if (first === undefined) throw new Error('There is no article.');
  expect(pairsOf((await suggested(project)).suggestions)[0]?.first).toBeNull();
  await project.update(first, { corrected: { published: '2024-02-08' } });
  expect(pairsOf((await suggested(project)).suggestions)[0]?.first).toBe('one');
});

test('pages of a list follow each other, and thresholds and formulas leave out what is asked', async () => {
  const project = await suggestingProject(suggestionsHere);
  await project.add({ text: ferry.first }, { text: ferry.second }, { text: ferry.fourth });
  const all = await suggested(project);
  const paged: Suggestion[] = [];
  for (let offset = 0; offset < all.total; offset += 2) {
    paged.push(...(await suggested(project, { offset, limit: 2 })).suggestions);
  }
  expect(paged).toEqual(all.suggestions);
  const least = all.suggestions[0]?.score ?? 0;
  const best = await suggested(project, {
    leastScores: { parallel: least, cluster: least, quotation: least, conflict: least },
  });
  expect(best.suggestions.every(({ score }) => score >= least)).toBe(true);
  expect(best.total).toBeLessThan(all.total);
  const plain = await suggested(project, { formulas: false });
  expect(plain.suggestions.filter((s) => 'formula' in s && s.formula)).toEqual([]);
});
