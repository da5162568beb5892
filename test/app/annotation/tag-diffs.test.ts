import { describe, expect, test } from 'vitest';
import { editTag, findTag, newTag } from '../../../app/annotation/tag-diffs.ts';
import { applyDiff } from '../../../app/record/diff.ts';
import type { TagRecord } from '../../../app/record/records.ts';
import { countingMaker } from '../../support/records.ts';

function tagsOf(count: number): TagRecord[] {
  const maker = countingMaker();
  const tags: TagRecord[] = [];
  for (let made = 0; made < count; made += 1) tags.push(newTag(maker, `tag ${made}`, tags));
  return tags;
}

describe('tags', () => {
  test('a new tag has the first free colour and key; the tenth has no key', () => {
    const tags = tagsOf(10);
    expect(tags.map(({ key }) => key)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, null]);
    expect(tags.map(({ color }) => color)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 1, 2]);
  });

  test('a name is found whatever its case and the space around it', () => {
    expect(findTag(tagsOf(2), ' TAG 1 ')?.name).toBe('tag 1');
    expect(findTag(tagsOf(2), 'tag')).toBeNull();
  });

  test('a key that is taken leaves the tag that had it', () => {
    const tags = tagsOf(2);
    const [first, second] = tags;
    if (first === undefined || second === undefined) throw new Error('No tags.');
    const state = new Map(tags.map((tag) => [tag.id as string, tag]));
    const after = applyDiff(state, editTag(countingMaker(), tags, second, { key: 1 }));
    expect(after.get(second.id)).toMatchObject({ key: 1, rev: 2 });
    expect(after.get(first.id)).toMatchObject({ key: null, rev: 2 });
  });
});
