import { expect, test } from 'vitest';
import type {
  ClusterSuggestion,
  ConflictSuggestion,
  SilenceSuggestion,
  Suggestion,
} from '../../../../app/host/suggestions.ts';
import { makeClaim } from '../../../../renderer/session/claims/claim.ts';
import { undo } from '../../../../renderer/session/history/undo.ts';
import {
  acceptAsHighlight,
  acceptPair,
  acceptQuotation,
  acceptUnderClaim,
  dismissSuggestion,
} from '../../../../renderer/session/review/accept-suggestion.ts';
import { askAboutClaims } from '../../../../renderer/session/review/ask-about-claims.ts';
import { fileNearest } from '../../../../renderer/session/review/file-nearest.ts';
import { followReview } from '../../../../renderer/session/review/follow-review.ts';
import {
  acceptReviewed,
  bringBackReviewed,
  changeReviewView,
  dismissReviewed,
  filterReview,
  goToReviewRow,
  placeOf,
  reviewedRow,
  showAnyScore,
} from '../../../../renderer/session/review/review.ts';
import { refreshReview, wantReviewRows } from '../../../../renderer/session/review/review-pages.ts';
import { reviewRows } from '../../../../renderer/session/review/review-rows.ts';
import { rowWords } from '../../../../renderer/session/review/review-words.ts';
import { usualLinkType } from '../../../../renderer/session/review/usual-choices.ts';
import { ReviewWindow } from './review-project.ts';

const cost = 'the tunnel would cost two hundred billion crowns';
const other = 'the tunnel would cost a hundred and ninety billion crowns';
const texts = [
  `On Monday ${cost}, it said. “We never promised a date,” said Anders Holt. It rained.`,
  `Holt told us that ${other}. “We never promised a date,” he said.`,
  `They heard: “We never promised a date.” The sea was calm.`,
];
const promise = '“We never promised a date,”';

async function open(make: (window: ReviewWindow) => readonly Suggestion[], readOnly?: string) {
  const window = new ReviewWindow(texts, readOnly ?? null);
  window.suggestions = make(window);
  await window.open();
  return window;
}

function clusterOf(window: ReviewWindow): ClusterSuggestion {
  const passages = [0, 1].map((index) => ({
    ...window.passage(index, promise),
    wording: 1,
    credits: index === 0 ? 'Anders Holt' : null,
    creditsSure: true,
  }));
  return {
    ...{ kind: 'cluster', key: 'cluster', score: 0.95, passages, articles: 3, wordings: 2 },
    formula: false,
  };
}

const some = (window: ReviewWindow): readonly Suggestion[] => [
  clusterOf(window),
  window.pair('pair', window.passage(0, cost), window.passage(1, other)),
  window.quotation('quotation', window.passage(0, promise), 'Anders Holt'),
];

const keys = ({ session }: ReviewWindow): (string | undefined)[] => {
  const rows = reviewRows(session);
  return Array.from({ length: rows.count }, (_, index) => rows.rowAt(index)?.key);
};
const said = ({ session }: ReviewWindow): string => session.get().message.text;
const records = ({ session }: ReviewWindow) => session.store.records;

test('Z3: a pair that is accepted is two highlights, a link and a decision; one undo takes all back', async () => {
  const window = await open(some);
  const [, pair] = window.suggestions;
  if (pair?.kind !== 'parallel') throw new Error('There is a pair.');
  expect(usualLinkType(records(window), pair)?.name).toBe('paraphrases');
  expect(await acceptPair(window.session, pair, null, false)).toBe(true);
  const [link] = records(window).list('link');
  // The later article paraphrases the earlier one.
  const from = records(window).get('annotation', link?.from ?? '');
  expect(from?.passage.quote).toBe(other);
  // The decision keeps all of it.
  expect(records(window).list('decision')[0]?.words).toBe(`${cost} / ${other}`);
  const to = records(window).get('annotation', link?.to.id ?? '');
  expect(to?.passage.quote).toBe(cost);
  expect(to?.passage.prefix).toBe('On Monday ');
  expect(records(window).list('decision')).toMatchObject([
    { key: 'pair', outcome: 'accepted', suggestion: 'parallel', score: 0.9 },
  ]);
  expect(keys(window)).toEqual(['cluster', 'quotation']);
  expect(await acceptPair(window.session, pair, null, false)).toBe(false);
  expect(said(window)).toBe('This was accepted already.');
  await undo(window.session);
  for (const kind of ['link', 'annotation', 'decision'] as const) {
    expect(records(window).list(kind)).toHaveLength(0);
  }
  expect(keys(window)).toEqual(['cluster', 'pair', 'quotation']);
});

test('Z3: a quotation becomes a claim of its speaker, without its marks; its passage is evidence', async () => {
  const window = await open(some);
  goToReviewRow(window.session, 2);
  await acceptReviewed(window.session);
  expect(records(window).list('claim')).toMatchObject([
    { wording: 'We never promised a date,', speaker: 'Anders Holt' },
  ]);
  expect(records(window).list('speaker')).toMatchObject([{ name: 'Anders Holt' }]);
  expect(records(window).list('evidence')).toMatchObject([{ stance: 'reports' }]);
  expect(records(window).list('annotation')[0]?.passage.quote).toBe(promise);
});

test('Z3: a cluster becomes one claim, its passages evidence by how they credit', async () => {
  const window = await open(some);
  await acceptReviewed(window.session);
  const claims = records(window).list('claim');
  expect(claims).toMatchObject([{ wording: 'We never promised a date,', speaker: 'Anders Holt' }]);
  const stances = records(window)
    .evidenceOf(claims[0]?.id as never)
    .map(({ stance }) => stance);
  expect(stances).toEqual(['reports', 'asserts']);
  // Its quotation has evidence now, and is no suggestion any more (Z4).
  expect(keys(window)).toEqual(['pair']);
});

test('Z3: a text that has not the words leaves everything as it was, and this is said', async () => {
  const window = await open((made) => [
    made.quotation('gone', { ...made.passage(0, promise), quote: 'something else' }, null),
  ]);
  await acceptReviewed(window.session);
  expect(said(window)).toMatch(/^A text has changed/);
  expect(records(window).list('annotation')).toHaveLength(0);
  expect(records(window).list('decision')).toHaveLength(0);
});

test('Z3: only highlighting, with tags, and accepting with another speaker, place and wording', async () => {
  const window = await open(some);
  const [, , quotation] = window.suggestions;
  if (quotation?.kind !== 'quotation') throw new Error('There is a quotation.');
  const { session } = window;
  const draft = { wording: 'No date was promised', speaker: 'A. Holt', place: 'Hesk' };
  expect(await acceptQuotation(session, quotation, draft, 'qualifies')).toBe(true);
  expect(records(window).list('claim')).toMatchObject([
    { wording: 'No date was promised', speaker: 'A. Holt', place: 'Hesk' },
  ]);
  await undo(session);
  expect(await acceptAsHighlight(session, quotation, [quotation.passage], [])).toBe(true);
  expect(records(window).list('claim')).toHaveLength(0);
  expect(records(window).list('annotation')).toHaveLength(1);
});

test('Z3: a quotation is filed under a claim that is there', async () => {
  const window = await open(some);
  const { session } = window;
  const claimId = makeClaim(
    session,
    { wording: 'No date', speaker: null, status: 'open' },
    { annotationIds: [], passages: [] },
    'asserts',
  );
  const [, , quotation] = window.suggestions;
  if (quotation?.kind !== 'quotation') throw new Error('There is a quotation.');
  const chosen = [{ ...quotation.passage, stance: 'denies' as const }];
  expect(await acceptUnderClaim(session, quotation, claimId, chosen)).toBe(true);
  expect(said(window)).toBe('Accepted: 1 passage as evidence for C1. Undo takes it back.');
  expect(records(window).evidenceOf(claimId)).toMatchObject([{ stance: 'denies' }]);
  expect(records(window).list('claim')).toHaveLength(1);
});

test('Z3 and Z5: what is dismissed goes, the next one has its place; it can be brought back', async () => {
  const window = await open(some);
  const { session } = window;
  goToReviewRow(session, 1);
  await dismissReviewed(session);
  expect(keys(window)).toEqual(['cluster', 'quotation']);
  expect(reviewedRow(session)?.key).toBe('quotation');
  await dismissReviewed(session);
  expect(reviewedRow(session)?.key).toBe('cluster');
  filterReview(session, { filter: 'dismissed' });
  expect(keys(window)).toEqual(['quotation', 'pair']);
  await bringBackReviewed(session);
  expect(keys(window)).toEqual(['pair']);
  filterReview(session, { filter: 'all' });
  await refreshReview(session);
  expect(keys(window)).toEqual(['cluster', 'quotation']);
  await undo(session);
  expect(keys(window)).toEqual(['cluster']);
});

test('several are chosen from one row to another and dismissed as one step', async () => {
  const window = await open(some);
  const { session } = window;
  goToReviewRow(session, 1);
  goToReviewRow(session, 2, true);
  await dismissReviewed(session);
  expect(keys(window)).toEqual(['cluster']);
  expect(said(window)).toBe('Dismissed 2 suggestions. Undo brings them back.');
  await undo(session);
  expect(keys(window)).toEqual(['cluster', 'pair', 'quotation']);
});

test('Z4: a pair that was linked by hand is not listed', async () => {
  const window = await open(some);
  const { session } = window;
  const pair = window.suggestions[1];
  if (pair?.kind !== 'parallel') throw new Error('There is a pair.');
  const shorter = window.pair('shorter', window.passage(0, 'tunnel would cost two'), pair.other);
  await acceptPair(session, shorter, null, false);
  expect(keys(window)).toEqual(['cluster', 'quotation']);
  expect(reviewRows(session).counts).toMatchObject({ all: 2, parallel: 0 });
});

test('where only reading is allowed nothing is decided, and scores are kept for the window', async () => {
  const window = await open(some, 'Only to be read.');
  expect(dismissSuggestion(window.session, ...window.suggestions)).toBe(false);
  expect(said(window)).toBe('Only to be read.');
  changeReviewView(window.session, { formulas: true });
  expect(window.session.get().review.view?.formulas).toBe(true);
});

test('Z5: scores are asked for, kept with the project, and no step of undo', async () => {
  const window = await open(some);
  const { session } = window;
  const end = followReview(session);
  changeReviewView(session, { least: { ...reviewLeast(), parallel: 0.95 } });
  await expect.poll(() => keys(window)).toEqual(['cluster', 'quotation']);
  expect(window.requests.at(-1)?.leastScores).toEqual({ parallel: 0.95 });
  expect(session.store.undoName).toBe(null);
  end();
});

test('Z11: what the scores leave out is counted, and listed again with any score', async () => {
  const window = await open(some);
  const { session } = window;
  const below = (): number => reviewRows(session).below;
  expect(below()).toBe(0);
  changeReviewView(session, { least: { ...reviewLeast(), parallel: 0.95, quotation: 0.95 } });
  await refreshReview(session);
  expect(keys(window)).toEqual(['cluster']);
  expect(below()).toBe(2);
  filterReview(session, { filter: 'quotation' });
  expect(below()).toBe(1);
  showAnyScore(session);
  await refreshReview(session);
  expect(keys(window)).toEqual(['quotation']);
  filterReview(session, { filter: 'all' });
  expect(below()).toBe(1);
  showAnyScore(session);
  await refreshReview(session);
  expect(below()).toBe(0);
  expect(keys(window)).toEqual(['cluster', 'pair', 'quotation']);
});

test('a quotation is listed with its speaker, and with a question mark where that is not sure', async () => {
  const window = await open((made) => {
    const quotation = made.quotation('unsure', made.passage(1, promise), 'Anders Holt');
    const speaker = { name: 'Anders Holt', range: null, sure: false };
    return [
      made.quotation('sure', made.passage(0, promise), 'Anders Holt'),
      { ...quotation, speaker },
      made.quotation('nobody', made.passage(0, promise), null),
    ];
  });
  const rows = reviewRows(window.session);
  const words = [0, 1, 2].map((index) => {
    const row = rows.rowAt(index);
    return row === null ? '' : rowWords(window.session, row).words;
  });
  expect(words).toEqual([
    `Anders Holt: ${promise}`,
    `Anders Holt?: ${promise}`,
    `Speaker not told: ${promise}`,
  ]);
});

test('Z11: undo goes to what it brought back, wherever the analyst is by then', async () => {
  const window = await open(some);
  const { session } = window;
  const stop = followReview(session);
  await expect.poll(() => reviewRows(session).count).toBe(3);
  goToReviewRow(session, 0);
  await dismissReviewed(session);
  goToReviewRow(session, 1);
  expect(reviewedRow(session)?.key).toBe('quotation');
  await undo(session);
  expect(reviewedRow(session)?.key).toBe('cluster');
  stop();
});

test('100,000 suggestions: pages are read where they are looked at, and the place is kept by the suggestion', async () => {
  const window = await open((made) => {
    const [one, two] = [made.passage(0, cost), made.passage(1, other)];
    return Array.from({ length: 100_000 }, (_, index) => made.pair(`pair ${index}`, one, two, 0.5));
  });
  const { session } = window;
  const rows = reviewRows(session);
  expect([rows.count, rows.counts.parallel]).toEqual([100_000, 100_000]);
  expect(session.get().review.pages.size).toBe(1);
  // However far somebody scrolls, few of them are kept.
  for (let row = 0; row < 20_000; row += 200) wantReviewRows(session, row, row + 10);
  await expect.poll(() => reviewRows(session).rowAt(19_800)?.key).toBe('pair 19800');
  expect(session.get().review.pages.size).toBeLessThanOrEqual(12);
  wantReviewRows(session, 70_000, 70_020);
  await expect.poll(() => reviewRows(session).rowAt(70_010)?.key).toBe('pair 70010');
  goToReviewRow(session, 70_010);
  const end = followReview(session);
  // Two better ones were found.
  const [first] = window.suggestions;
  if (first === undefined) throw new Error('There are many.');
  window.suggestions = [
    { ...first, key: 'new 1' },
    { ...first, key: 'new 2' },
    ...window.suggestions,
  ];
  window.tell();
  await expect.poll(() => reviewRows(session).count).toBe(100_002);
  await expect.poll(() => reviewRows(session).rowAt(70_012)?.key).toBe('pair 70010');
  expect(reviewedRow(session)?.key).toBe('pair 70010');
  expect(placeOf(session)).toBe(70_012);
  end();
});

test('Z6: claims are asked about in the background, once until what it rests on changes; silences need their search', async () => {
  const window = await open(some);
  const { session } = window;
  const [, , quotation] = window.suggestions;
  if (quotation?.kind !== 'quotation') throw new Error('There is a quotation.');
  const third = window.articles[2];
  window.answers = {
    findSilences: async ({ questions }) =>
      questions.flatMap(({ claimId, articleIds }): readonly SilenceSuggestion[] =>
        articleIds.map((articleId) => ({
          ...{ kind: 'silence', key: `silence ${articleId}`, score: 0.8, claimId, articleId },
          revisionId: window.articles.find(({ id }) => id === articleId)?.revisionId as never,
          search: 'promise* date*',
          nearest: null,
        })),
      ),
  };
  const draft = { wording: 'No date was promised', speaker: '', place: '' };
  await acceptQuotation(session, quotation, draft);
  // What is not looked through yet may still have such a passage.
  window.tell('looking');
  await askAboutClaims(session, () => true);
  expect(window.questions).toHaveLength(0);
  window.tell();
  await askAboutClaims(session, () => true);
  expect(window.questions.map((one) => one.length)).toEqual([1]);
  const asked = window.questions[0]?.[0];
  expect(asked?.articleIds).toEqual([window.articles[1]?.id, third?.id]);
  expect(asked?.passages).toMatchObject([{ start: quotation.passage.start }]);
  await askAboutClaims(session, () => true);
  expect(window.questions).toHaveLength(1);
  // A sentence that says it in other words is evidence: the article is not silent.
  filterReview(session, { filter: 'silence' });
  const row = reviewRows(session).rowAt(1);
  if (row?.kind !== 'suggestion' || row.suggestion.kind !== 'silence') throw new Error('Two are.');
  const nearest = window.passage(2, 'The sea was calm.');
  const { claimId } = row.suggestion;
  expect(await fileNearest(session, { ...row.suggestion, nearest }, claimId, 'reports')).toBe(true);
  expect(said(window)).toBe('Filed a sentence of Outlet 3 as evidence for C1. Undo takes it back.');
  expect(records(window).list('evidence')).toHaveLength(2);
  expect(keys(window)).toEqual([`silence ${window.articles[1]?.id}`]);
  await undo(session);
  expect(keys(window)).toEqual(window.articles.slice(1).map(({ id }) => `silence ${id}`));
  goToReviewRow(session, 0);
  await acceptReviewed(session);
  expect(said(window)).toBe('Accepted: silence of Outlet 2 on C1. Undo takes it back.');
  expect(records(window).list('silence')).toMatchObject([
    { articleId: window.articles[1]?.id, search: 'promise* date*', mode: 'words' },
  ]);
  expect(keys(window)).toEqual([`silence ${third?.id}`]);
  await askAboutClaims(session, () => true);
  expect(window.questions[1]?.[0]?.articleIds).toEqual([third?.id]);
  // Nobody looks any more.
  await undo(session);
  await askAboutClaims(session, () => false);
  expect(window.questions).toHaveLength(2);
});

test('Z5: conflicts under one claim stand first; accepted they are linked as contradicting', async () => {
  const window = await open(some);
  const { session } = window;
  const [, pair] = window.suggestions;
  if (pair?.kind !== 'parallel') throw new Error('There is a pair.');
  const { one, other: two } = pair;
  await acceptPair(session, pair, null, false);
  window.answers = {
    findConflicts: async ({ groups }) =>
      groups.map(({ recordId, joined }): ConflictSuggestion => {
        const [left, right] = [one, two].map((passage) => ({ passage, range: passage }));
        if (left === undefined || right === undefined) throw new Error('There are two.');
        return {
          ...{ kind: 'conflict', key: 'conflict', score: 0.4, about: 'figure', remark: null },
          one: { ...left, value: '200,000,000,000' },
          other: { ...right, value: '190,000,000,000' },
          joined,
          recordId,
        };
      }),
  };
  await askAboutClaims(session, () => true);
  expect(window.groups).toMatchObject([[{ joined: 'link', passages: [{}, {}] }]]);
  expect(keys(window)).toEqual(['conflict', 'cluster', 'quotation']);
  goToReviewRow(session, 0);
  await acceptReviewed(session);
  const names = records(window)
    .list('link')
    .map(({ typeId }) => records(window).get('linkType', typeId)?.name);
  expect(names).toEqual(['paraphrases', 'contradicts']);
  expect(keys(window)).toEqual(['cluster', 'quotation']);
  expect(reviewedRow(session)?.key).toBe('cluster');
});

function reviewLeast() {
  return { conflict: 0, cluster: 0, parallel: 0, quotation: 0, silence: 0 };
}
