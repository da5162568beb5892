import { expect, test } from 'vitest';
import type { TextOffset } from '../../../../app/base/brand.ts';
import type { SharedPassage, SharedRange } from '../../../../app/compare/shared-passages.ts';
import { addLink } from '../../../../app/link/link-diffs.ts';
import { newRecord } from '../../../../app/record/record-factory.ts';
import type { AnnotationRecord } from '../../../../app/record/records.ts';
import { type ComparedPane, pairsOf } from '../../../../renderer/session/comparing/pairs.ts';
import type { Pane } from '../../../../renderer/session/session-state.ts';
import { RecordIndex } from '../../../../renderer/store/record-index.ts';
import { countingMaker, sampleArticle, samplePassage } from '../../../support/records.ts';

const ids = ['compare-1', 'compare-2', 'compare-3'] as const satisfies readonly Pane['id'][];

/** Three articles side by side, each with one annotation of the words that stand at 10 to 30. */
function project() {
  const maker = countingMaker();
  const records = new RecordIndex();
  const text = 'words '.repeat(40);
  const panes: ComparedPane[] = [];
  const annotations: AnnotationRecord[] = [];
  for (const [index, id] of ids.entries()) {
    const article = sampleArticle(maker, index + 1);
    const revision = {
      ...newRecord(maker, 'revision', {
        articleId: article.id,
        hash: `${index}`.repeat(64) as ComparedPane['revision']['hash'],
        length: text.length,
        blockCount: 1,
        wordCount: 40,
      }),
      id: article.revisionId,
    };
    const annotation = newRecord(maker, 'annotation', {
      articleId: article.id,
      number: 1,
      passage: samplePassage(revision.id, 10, text.slice(10, 30)),
      tagIds: [],
      note: null,
    });
    records.load([article, revision, annotation]);
    panes.push({ pane: { id, articleId: article.id }, revision, text });
    annotations.push(annotation);
  }
  const type = newRecord(maker, 'linkType', {
    name: 'repeats',
    inverseName: 'is repeated by',
    symmetric: false,
  });
  records.load([type]);
  const link = (from: number, to: number): void => {
    const [one, other] = [annotations[from], annotations[to]];
    if (one === undefined || other === undefined) throw new Error('No such annotation.');
    const made = addLink(maker, records, one, other, type.id);
    if (made.ok) records.apply(made.value.diff);
  };
  return { records, panes, link };
}

const range = (start: number, end: number): SharedRange => ({
  start: start as TextOffset,
  end: end as TextOffset,
});

const shared = (left: SharedRange, right: SharedRange): SharedPassage => ({
  left,
  right,
  words: 6,
  score: 1,
  verbatim: true,
});

test('W7 links and parallel passages come in the order of the article further left', () => {
  const { records, panes, link } = project();
  // Begun in the article further right: which end is left is a matter of the panes.
  link(2, 0);
  const pairs = pairsOf(records, panes, (left, right) =>
    left.pane.id === 'compare-1' && right.pane.id === 'compare-2'
      ? [shared(range(60, 90), range(0, 30)), shared(range(0, 8), range(60, 68))]
      : [],
  );
  expect(pairs.map(({ left, right }) => [left.paneId, left.start, right.paneId])).toEqual([
    ['compare-1', 0, 'compare-2'],
    ['compare-1', 10, 'compare-3'],
    ['compare-1', 60, 'compare-2'],
  ]);
  expect(pairs.map(({ link: found }) => found !== null)).toEqual([false, true, false]);
  expect(pairs[1]).toMatchObject({ type: { name: 'repeats' }, verbatim: true });
  expect(new Set(pairs.map(({ key }) => key)).size).toBe(3);
});

test('W7 a parallel passage that a link joins already is left out, one beside it is not', () => {
  const { records, panes, link } = project();
  link(0, 1);
  const pairs = pairsOf(records, panes, (left, right) =>
    left.pane.id === 'compare-1' && right.pane.id === 'compare-2'
      ? [shared(range(12, 34), range(8, 30)), shared(range(12, 34), range(26, 60))]
      : [],
  );
  expect(pairs.map(({ link: found }) => found !== null)).toEqual([true, false]);
  expect(pairs[1]?.right.start).toBe(26);
});

test('W7 a link to another revision than the one shown is no pair of this comparison', () => {
  const { records, panes, link } = project();
  link(0, 1);
  const [first, second] = panes;
  if (first === undefined || second === undefined) throw new Error('Two panes are made.');
  const later = { ...second.revision, id: first.revision.id };
  expect(pairsOf(records, [first, second], () => [])).toHaveLength(1);
  expect(pairsOf(records, [first, { ...second, revision: later }], () => [])).toEqual([]);
});
