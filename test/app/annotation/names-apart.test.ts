import { describe, expect, test } from 'vitest';
import { deleteTags } from '../../../app/annotation/delete-tags.ts';
import { mergeTags } from '../../../app/annotation/merge-tags.ts';
import { objectionToPlaces } from '../../../app/annotation/names-apart.ts';
import { moveTags } from '../../../app/annotation/place-tags.ts';
import { tagTree } from '../../../app/annotation/tag-tree.ts';
import type { Diff } from '../../../app/record/diff.ts';
import type { TagRecord } from '../../../app/record/records.ts';
import { RecordIndex } from '../../../renderer/store/record-index.ts';
import { codebookOf } from '../../support/codebooks.ts';
import { countingMaker } from '../../support/records.ts';

const maker = countingMaker();
const tags = codebookOf({
  economy: { jobs: {} },
  coast: { Économy: {}, jobs: {}, ferries: { ferries: {} } },
  ferry: {},
});

/** A tag by its path. */
function at(...path: readonly string[]): TagRecord {
  const tree = tagTree(tags);
  const found = tags.find(
    ({ id }) =>
      tree
        .path(id)
        .map(({ name }) => name)
        .join('/') === path.join('/'),
  );
  if (found === undefined) throw new Error(`No tag ${path.join('/')}.`);
  return found;
}

const source = new RecordIndex();
source.load(tags);

function moved(parent: TagRecord | null, ...which: readonly TagRecord[]): Diff {
  const place = { parentId: parent?.id ?? null, before: null };
  const result = moveTags(maker, tags, new Set(which.map(({ id }) => id)), place);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('G1: no tag comes to stand beside another of its name', () => {
  test('moved to the top or below another tag, whatever its case and accents', () => {
    expect(objectionToPlaces(tags, moved(null, at('coast', 'Économy')))).toBe(
      'There would be two tags “Économy” at the top. Rename one of them, or merge the two, first.',
    );
    expect(objectionToPlaces(tags, moved(at('economy'), at('coast', 'jobs')))).toBe(
      'There would be two tags “jobs” below “economy”. Rename one of them, or merge the two, first.',
    );
  });

  test('two of one name that are moved to the same place', () => {
    const both = [at('coast', 'jobs'), at('economy', 'jobs')];
    expect(objectionToPlaces(tags, moved(at('ferry'), ...both))).toContain('two tags “jobs”');
  });

  test('moved where no other has its name, or among its own', () => {
    expect(objectionToPlaces(tags, moved(at('ferry'), at('coast', 'jobs')))).toBeNull();
    expect(objectionToPlaces(tags, moved(at('coast'), at('coast', 'jobs')))).toBeNull();
  });

  test('left behind by what is above it', () => {
    const without = (tag: TagRecord) =>
      deleteTags(maker, source, new Set([tag.id]), { annotations: 'take-off', below: 'move-up' });
    expect(objectionToPlaces(tags, without(at('coast')))).toContain(
      'two tags “Économy” at the top',
    );
    // Its own name is free by then.
    expect(objectionToPlaces(tags, without(at('coast', 'ferries')))).toBeNull();
  });

  test('brought along by a merge', () => {
    const merged = mergeTags(maker, source, at('economy'), [at('coast')]);
    expect(objectionToPlaces(tags, merged)).toContain('two tags “jobs” below “economy”');
    expect(
      objectionToPlaces(tags, mergeTags(maker, source, at('ferry'), [at('coast')])),
    ).toBeNull();
  });

  test('tags that stand so already may stay', () => {
    const twice = [...tags, ...codebookOf({ 'Ferry ': {} }, countingMaker())].map((tag, index) => ({
      ...tag,
      id:
        index === tags.length ? ('018f0000-0000-7000-8000-0000000000ff' as typeof tag.id) : tag.id,
    }));
    expect(objectionToPlaces(twice, moved(at('ferry'), at('coast', 'jobs')))).toBeNull();
  });
});
