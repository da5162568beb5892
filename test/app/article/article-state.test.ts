import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ArticleMark,
  isTrashed,
  markArticles,
  restoreArticles,
  trashArticles,
} from '../../../app/article/article-state.ts';
import { tagArticles, untagArticles } from '../../../app/article/tag-articles.ts';
import { applyDiff, type Diff } from '../../../app/record/diff.ts';
import { nextRecord } from '../../../app/record/record-factory.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import { undoDiff } from '../../../app/record/undo-diff.ts';
import { countingMaker, sampleArticle, sampleTag } from '../../support/records.ts';

const maker = countingMaker('Ana');

function some(count: number): ArticleRecord[] {
  return Array.from({ length: count }, (_, index) => sampleArticle(maker, index + 1));
}

function outcome(articles: readonly ArticleRecord[], diff: Diff): ArticleRecord[] {
  const state = applyDiff(new Map(articles.map((article) => [article.id, article])), diff);
  return articles.map(({ id }) => state.get(id) as ArticleRecord);
}

describe('marks', () => {
  test('only articles that lack a mark get it, in one diff', () => {
    const [one, two, three] = some(3) as [ArticleRecord, ArticleRecord, ArticleRecord];
    const starred = nextRecord(maker, two, { starred: true });
    const diff = markArticles(maker, [one, starred, three], 'starred', true);
    expect(diff.updated.map(([before]) => before.id)).toEqual([one.id, three.id]);
    expect(outcome([one, starred, three], diff).every((article) => article.starred)).toBe(true);
    expect(markArticles(maker, [starred], 'starred', true).updated).toEqual([]);
    expect(markArticles(maker, [one], 'starred', false).updated).toEqual([]);
  });

  test('an undo of marks leaves what came since, whatever the order of marks', () => {
    const marks: ArticleMark[] = ['starred', 'read', 'archived'];
    fc.assert(
      fc.property(fc.constantFrom(...marks), fc.constantFrom(...marks), (first, second) => {
        fc.pre(first !== second);
        const [article] = some(1) as [ArticleRecord];
        const done = markArticles(maker, [article], first, true);
        const [marked] = outcome([article], done) as [ArticleRecord];
        const [both] = outcome([marked], markArticles(maker, [marked], second, true));
        const undo = undoDiff(new Map([[article.id, both as ArticleRecord]]), done, maker);
        const [left] = outcome([both as ArticleRecord], undo as Diff) as [ArticleRecord];
        expect([left[first] === true, left[second]]).toEqual([false, true]);
      }),
      { seed: 12, numRuns: 20 },
    );
  });

  test('D5: an article marked unread and opened since can still be undone', () => {
    const [fresh] = some(1) as [ArticleRecord];
    const read = nextRecord(maker, fresh, { read: true });
    const unread = markArticles(maker, [read], 'read', false);
    const [marked] = outcome([read], unread) as [ArticleRecord];
    const opened = nextRecord(maker, marked, { read: true });
    const undo = undoDiff(new Map([[opened.id, opened]]), unread, maker);
    expect(undo?.updated[0]?.[1]).toMatchObject({ read: true });
  });
});

describe('the trash', () => {
  test('M4: an article in the trash is whole, and restoring changes nothing else', () => {
    const articles = some(3).map((article) => nextRecord(maker, article, { starred: true }));
    const trashed = outcome(articles, trashArticles(maker, articles));
    expect(trashed.every(isTrashed)).toBe(true);
    expect(new Set(trashed.map(({ trashedAt }) => trashedAt)).size).toBe(1);
    const restored = outcome(trashed, restoreArticles(maker, trashed));
    for (const [index, article] of restored.entries()) {
      const { rev, modifiedAt, trashedAt, ...content } = article;
      const { rev: _rev, modifiedAt: _at, ...before } = articles[index] as ArticleRecord;
      expect(content).toEqual(before);
      expect(isTrashed(article)).toBe(false);
    }
  });

  test('M4: what lies there already keeps its time, what does not can’t be restored', () => {
    const [article] = some(1) as [ArticleRecord];
    const [trashed] = outcome([article], trashArticles(maker, [article])) as [ArticleRecord];
    expect(trashArticles(maker, [trashed]).updated).toEqual([]);
    expect(restoreArticles(maker, [article]).updated).toEqual([]);
  });
});

describe('tags of articles', () => {
  test('a tag is put on once, last, and taken off from where it is', () => {
    const [one, two] = some(2) as [ArticleRecord, ArticleRecord];
    const [figure, place] = [sampleTag(maker, 'figure'), sampleTag(maker, 'place')];
    const tagged = outcome([one, two], tagArticles(maker, [one, two], figure.id));
    const both = outcome(tagged, tagArticles(maker, tagged, place.id));
    expect(both.map(({ tagIds }) => tagIds)).toEqual([
      [figure.id, place.id],
      [figure.id, place.id],
    ]);
    expect(tagArticles(maker, both, place.id).updated).toEqual([]);
    const left = outcome(both, untagArticles(maker, both, figure.id));
    expect(left.map(({ tagIds }) => tagIds)).toEqual([[place.id], [place.id]]);
    expect(untagArticles(maker, left, figure.id).updated).toEqual([]);
  });
});
