import { expect, test } from 'vitest';
import { addAnnotation } from '../../../app/annotation/annotation-diffs.ts';
import { deleteTags } from '../../../app/annotation/delete-tags.ts';
import { removeArticles } from '../../../app/article/remove-article.ts';
import { tagArticles } from '../../../app/article/tag-articles.ts';
import type { RevisionHash } from '../../../app/base/brand.ts';
import { applyDiff, type RecordMap } from '../../../app/record/diff.ts';
import type { ClaimId, LinkTypeId } from '../../../app/record/ids.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import type { ArticleRecord, ProjectRecord } from '../../../app/record/records.ts';
import { undoDiff } from '../../../app/record/undo-diff.ts';
import { RecordIndex } from '../../../renderer/store/record-index.ts';
import { countingMaker, sampleArticle, samplePassage, sampleTag } from '../../support/records.ts';

const maker = countingMaker();

/** An article with a revision and an annotation. */
function annotated(number: number): ProjectRecord[] {
  const article = sampleArticle(maker, number);
  const revision = newRecord(maker, 'revision', {
    articleId: article.id,
    hash: 'a'.repeat(64) as RevisionHash,
    length: 5,
    blockCount: 1,
    wordCount: 1,
  });
  const made = addAnnotation(maker, article, samplePassage(article.revisionId));
  return [made.diff.updated[0]?.[1] as ArticleRecord, revision, made.annotation];
}

function indexOf(records: RecordMap): RecordIndex {
  const index = new RecordIndex();
  index.load(records.values());
  return index;
}

test('M5: emptying removes articles with all that hangs on them and nothing else, and undo brings it back', () => {
  const [gone, goneToo, kept] = [annotated(1), annotated(2), annotated(3)];
  const link = newRecord(maker, 'link', {
    typeId: maker.id<LinkTypeId>(),
    from: kept[2]?.id as never,
    to: { kind: 'annotation', id: gone[2]?.id as never },
  });
  const claimId = maker.id<ClaimId>();
  const evidence = (on: ProjectRecord[]) =>
    newRecord(maker, 'evidence', {
      claimId,
      annotationId: on[2]?.id as never,
      stance: 'asserts',
    });
  const silence = (on: ProjectRecord[]) =>
    newRecord(maker, 'silence', { claimId, articleId: on[0]?.id as never, search: 'tunnel' });
  const decision = (...on: ProjectRecord[][]) =>
    newRecord(maker, 'decision', {
      suggestion: 'parallel',
      key: `parallel:${maker.id()}`,
      outcome: 'dismissed',
      articleIds: on.map(([article]) => article?.id as never),
      score: 1,
      words: 'tunnel',
    });
  const lost = [...gone, ...goneToo, link, evidence(gone), silence(goneToo), decision(gone, kept)];
  const left = [...kept, evidence(kept), silence(kept), decision(kept)];
  const state: RecordMap = new Map([...lost, ...left].map((record) => [record.id, record]));
  const diff = removeArticles(indexOf(state), [gone[0], goneToo[0]] as ArticleRecord[]);
  const ids = (records: Iterable<ProjectRecord>) => [...records].map(({ id }) => id).sort();
  expect(ids(diff.removed)).toEqual(ids(lost));
  const after = applyDiff(state, diff);
  expect(ids(after.values())).toEqual(ids(left));
  const undo = undoDiff(after, diff, maker);
  expect(undo === null ? null : ids(applyDiff(after, undo).values())).toEqual(ids(state.values()));
});

test('a tag that is removed is taken off articles too', () => {
  const tag = sampleTag(maker, 'agency');
  const [one, two] = [sampleArticle(maker, 1), sampleArticle(maker, 2)];
  const tagged = tagArticles(maker, [one], tag.id).updated[0]?.[1] as ArticleRecord;
  const state: RecordMap = new Map([tag, tagged, two].map((record) => [record.id, record]));
  const deletion = { annotations: 'take-off', below: 'move-up' } as const;
  const after = applyDiff(state, deleteTags(maker, indexOf(state), new Set([tag.id]), deletion));
  expect(after.has(tag.id)).toBe(false);
  expect((after.get(one.id) as ArticleRecord).tagIds).toEqual([]);
  expect(after.get(two.id)).toBe(two);
});
