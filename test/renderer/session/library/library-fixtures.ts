import fc from 'fast-check';
import type { RevisionHash } from '../../../../app/base/brand.ts';
import { newRecord } from '../../../../app/record/record-factory.ts';
import type { ArticleRecord, TagRecord } from '../../../../app/record/records.ts';
import { presentArticles } from '../../../../renderer/session/article-list.ts';
import {
  type LibraryItem,
  libraryItems,
} from '../../../../renderer/session/library/library-item.ts';
import { RecordIndex } from '../../../../renderer/store/record-index.ts';
import { countingMaker, sampleArticle, sampleTag } from '../../../support/records.ts';

/** Makes the records of these tests. */
export const maker = countingMaker();
/** What articles are tagged with. */
export const tags = ['agency', 'comment'].map((name) => sampleTag(maker, name));

/** What an article of a property is made from. */
export interface ArticleShape {
  readonly title: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly tagged: readonly TagRecord[];
  readonly starred: boolean;
  readonly read: boolean;
  readonly archived: boolean;
  readonly words: number;
}

export const articleShape: fc.Arbitrary<ArticleShape> = fc.record({
  title: fc.constantFrom('Report 2', 'Report 10', 'report 2', 'Über alles', 'uber allem', 'Ølen'),
  outlet: fc.constantFrom(null, 'Harbour Times', 'Agency Wire'),
  published: fc.constantFrom(null, '2031', '2031-05', '2031-05-12', '2031-05-12T09:00Z', '2030'),
  language: fc.constantFrom(null, 'en', 'de'),
  tagged: fc.subarray(tags),
  starred: fc.boolean(),
  read: fc.boolean(),
  archived: fc.boolean(),
  words: fc.nat(50),
});

/** The records of a project with such articles. */
export function indexOf(shapes: readonly ArticleShape[]): RecordIndex {
  const index = new RecordIndex();
  index.load(tags);
  for (const [number, shape] of shapes.entries()) {
    const { title, outlet, published, language, tagged, words, ...marks } = shape;
    const plain = sampleArticle(maker, number + 1);
    const article: ArticleRecord = {
      ...plain,
      ...marks,
      tagIds: tagged.map(({ id }) => id),
      detected: { ...plain.detected, title, outlet, published, language },
    };
    const revision = newRecord(maker, 'revision', {
      articleId: article.id,
      hash: 'a'.repeat(64) as RevisionHash,
      length: 1,
      blockCount: 1,
      wordCount: words,
    });
    index.load([article, { ...revision, id: article.revisionId }]);
  }
  return index;
}

/** What its Library lists. */
export function itemsOf(index: RecordIndex): readonly LibraryItem[] {
  return libraryItems(presentArticles(index), []);
}

export const shapes = fc.array(articleShape, { maxLength: 25 });
