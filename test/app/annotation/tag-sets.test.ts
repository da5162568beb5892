import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addAnnotation } from '../../../app/annotation/annotation-diffs.ts';
import { countIn } from '../../../app/annotation/tag-sets.ts';
import { trashArticles } from '../../../app/article/article-state.ts';
import type { TagId } from '../../../app/record/ids.ts';
import { nextRecord } from '../../../app/record/record-factory.ts';
import type { AnnotationRecord, ArticleRecord } from '../../../app/record/records.ts';
import { RecordIndex } from '../../../renderer/store/record-index.ts';
import { countingMaker, sampleArticle, samplePassage } from '../../support/records.ts';

const ids = ['a', 'b', 'c'] as readonly string[] as readonly TagId[];
const tagIds = fc.subarray([...ids]);
const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('add' as const), at: fc.nat(2), tagIds }),
    fc.record({ do: fc.constant('retag' as const), at: fc.nat(), tagIds }),
    fc.record({ do: fc.constant('remove' as const), at: fc.nat() }),
    fc.record({ do: fc.constant('trash' as const), at: fc.nat(2) }),
    fc.record({ do: fc.constant('restore' as const), at: fc.nat(2) }),
    fc.record({ do: fc.constant('empty' as const), at: fc.nat(2) }),
  ),
  { maxLength: 30 },
);

test('G11: annotations are counted by their tags, those of articles in the trash are not, whatever happened', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const maker = countingMaker();
      const index = new RecordIndex();
      const articles = [1, 2, 3].map((number) => sampleArticle(maker, number));
      index.load(articles);
      const article = (at: number): ArticleRecord | null =>
        index.get('article', articles[at]?.id ?? '');
      const change = (diff: Partial<Parameters<RecordIndex['apply']>[0]>): void =>
        index.apply({ added: [], updated: [], removed: [], ...diff });
      for (const step of list) {
        const here = article(step.at);
        const all = index.list('annotation');
        const annotation = all[step.at % Math.max(1, all.length)];
        if (step.do === 'add' && here !== null) {
          const passage = samplePassage(here.revisionId);
          index.apply(addAnnotation(maker, here, passage, step.tagIds).diff);
        } else if (step.do === 'retag' && annotation !== undefined) {
          const after: AnnotationRecord = nextRecord(maker, annotation, { tagIds: step.tagIds });
          change({ updated: [[annotation, after]] });
        } else if (step.do === 'remove' && annotation !== undefined) {
          change({ removed: [annotation] });
        } else if (step.do === 'trash' && here !== null) {
          index.apply(trashArticles(maker, [here]));
        } else if (step.do === 'restore' && here !== null) {
          change({ updated: [[here, nextRecord(maker, here, { trashedAt: null })]] });
        } else if (step.do === 'empty' && here !== null) {
          change({ removed: [here, ...index.annotationsOf(here.id)] });
        }
      }
      for (const id of ids) {
        const counted = index
          .list('annotation')
          .filter((one) => (index.get('article', one.articleId)?.trashedAt ?? null) === null)
          .filter((one) => one.tagIds.includes(id)).length;
        expect(countIn(index.tagSets, (set) => set.includes(id))).toBe(counted);
      }
      expect(index.tagSets.every(({ count }) => count > 0)).toBe(true);
    }),
    { seed: 20310530, numRuns: 300 },
  );
});
