import { expect, test } from 'vitest';
import { addAnnotation } from '../../../app/annotation/annotation-diffs.ts';
import type { TagId } from '../../../app/record/ids.ts';
import { nextRecord } from '../../../app/record/record-factory.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { RecordIndex } from '../../../renderer/store/record-index.ts';
import { seeded } from '../../support/random-commands.ts';
import { countingMaker, sampleArticle, samplePassage, sampleTag } from '../../support/records.ts';

test('an annotation that changes stands where it stands if all were read anew', () => {
  const maker = countingMaker();
  const random = seeded(4);
  const among = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;
  const articles = [sampleArticle(maker, 1), sampleArticle(maker, 2)];
  const tags = ['a', 'b', 'c'].map((name) => sampleTag(maker, name));
  const notes = [null, ...tags.map(({ id }) => noteOn(id))];
  const records = new Map<string, ProjectRecord>(
    [...articles, ...tags].map((record) => [record.id, record]),
  );
  for (let count = 0; count < 20; count += 1) {
    const article = among(articles);
    const passage = samplePassage(article.revisionId, count * 10);
    const { annotation } = addAnnotation(maker, article, passage);
    records.set(annotation.id, { ...annotation, number: count + 1 });
  }
  const index = new RecordIndex();
  index.load(records.values());
  const ids = [...records.values()].flatMap(({ kind, id }) => (kind === 'annotation' ? id : []));
  for (let round = 0; round < 300; round += 1) {
    const before = index.get('annotation', among(ids));
    if (before === null) throw new Error('It is gone.');
    const what = random();
    const tagIds: readonly TagId[] = tags.flatMap(({ id }) => (random() < 0.5 ? id : []));
    const article = among(articles);
    const patch =
      what < 0.4
        ? { tagIds }
        : what < 0.6
          ? { note: among(notes) }
          : what < 0.8
            ? { passage: samplePassage(article.revisionId, Math.floor(random() * 300)) }
            : { articleId: article.id, tagIds };
    const after = nextRecord(maker, before, patch);
    records.set(after.id, after);
    index.apply({ added: [], updated: [[before, after]], removed: [] });
    if (round % 3 > 0) continue;
    const fresh = new RecordIndex();
    fresh.load(records.values());
    expect(index.list('annotation')).toEqual(fresh.list('annotation'));
    for (const { id } of articles) {
      expect(index.annotationsOf(id)).toEqual(fresh.annotationsOf(id));
    }
    for (const { id } of tags) expect(index.mentionsOf(id)).toEqual(fresh.mentionsOf(id));
    expect(counted(index)).toEqual(counted(fresh));
  }
});

function noteOn(id: TagId): RichTextNode {
  const reference = { type: 'reference', attrs: { kind: 'tag', id } };
  return { type: 'doc', content: [{ type: 'paragraph', content: [reference] }] };
}

function counted(index: RecordIndex): readonly string[] {
  return index.tagSets.map(({ tagIds, count }) => `${tagIds.join(' ')} ${count}`).sort();
}
