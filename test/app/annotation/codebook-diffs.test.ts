import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addAnnotation } from '../../../app/annotation/annotation-diffs.ts';
import { countDeletion, deletedTags, deleteTags } from '../../../app/annotation/delete-tags.ts';
import { mergeTags } from '../../../app/annotation/merge-tags.ts';
import { moveTags, topmost } from '../../../app/annotation/place-tags.ts';
import { splitTag } from '../../../app/annotation/split-tag.ts';
import { tagTree } from '../../../app/annotation/tag-tree.ts';
import { applyDiff, type Diff, type RecordMap } from '../../../app/record/diff.ts';
import type { TagId } from '../../../app/record/ids.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import type {
  AnnotationRecord,
  ClaimRecord,
  ProjectRecord,
  TagRecord,
} from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { undoDiff } from '../../../app/record/undo-diff.ts';
import { RecordIndex } from '../../../renderer/store/record-index.ts';
import { codebookOf } from '../../support/codebooks.ts';
import { countingMaker, sampleArticle, samplePassage } from '../../support/records.ts';

const maker = countingMaker();

function indexOf(records: RecordMap): RecordIndex {
  const index = new RecordIndex();
  index.load(records.values());
  return index;
}

/** A project of an article, annotations with these tags (by index), a claim and an article with the first of them. */
function project(tags: readonly TagRecord[], taggings: readonly (readonly number[])[]): RecordMap {
  const state = new Map<string, ProjectRecord>(tags.map((tag) => [tag.id, tag]));
  const idsOf = (indexes: readonly number[]): TagId[] => [
    ...new Set(indexes.map((index) => tagAt(tags, index).id)),
  ];
  let article = { ...sampleArticle(maker), tagIds: idsOf(taggings[0] ?? []) };
  for (const tagging of taggings) {
    const made = addAnnotation(maker, article, samplePassage(article.revisionId), idsOf(tagging));
    state.set(made.annotation.id, made.annotation);
    article = made.diff.updated[0]?.[1] as typeof article;
  }
  state.set(article.id, article);
  const claim = claimWith(idsOf(taggings[0] ?? []));
  state.set(claim.id, claim);
  return state;
}

function claimWith(tagIds: readonly TagId[], note: RichTextNode | null = null): ClaimRecord {
  const said = { wording: 'It rains.', speaker: null, saidOn: null };
  const judged = { number: 1, status: 'open', confidence: null } as const;
  return newRecord(maker, 'claim', { ...said, ...judged, tagIds, note });
}

function tagAt(tags: readonly TagRecord[], index: number): TagRecord {
  const tag = tags[index % tags.length];
  if (tag === undefined) throw new Error('No tag.');
  return tag;
}

function tagged(state: RecordMap): { id: string; tagIds: readonly TagId[] }[] {
  return [...state.values()].flatMap((record) =>
    record.kind === 'annotation' || record.kind === 'claim' || record.kind === 'article'
      ? [{ id: record.id, tagIds: record.tagIds ?? [] }]
      : [],
  );
}

function tagsOf(state: RecordMap): readonly TagRecord[] {
  return indexOf(state).list('tag');
}

/** What must hold after any change of the codebook: no ring, no tag that is gone, none twice; undo gives back what was. */
function expectSound(state: RecordMap, diff: Diff): RecordMap {
  const after = applyDiff(state, diff);
  for (const tag of tagsOf(after)) {
    const seen = new Set<string>();
    for (let at: TagRecord | undefined = tag; at !== undefined; ) {
      expect(seen.has(at.id), 'a ring').toBe(false);
      seen.add(at.id);
      const parentId: TagId | null = at.parentId;
      expect(parentId === null || after.has(parentId), 'a parent that is gone').toBe(true);
      at = parentId === null ? undefined : (after.get(parentId) as TagRecord);
    }
  }
  for (const { tagIds } of tagged(after)) {
    expect(new Set(tagIds).size).toBe(tagIds.length);
    for (const id of tagIds) expect(after.has(id)).toBe(true);
  }
  const undo = undoDiff(after, diff, maker);
  if (undo === null) throw new Error('Undo was refused.');
  expect(contents(applyDiff(after, undo))).toEqual(contents(state));
  return after;
}

/** Records without what counts on with each change. */
function contents(state: RecordMap): unknown {
  return [...state.values()]
    .map(({ rev, modifiedAt, author, ...content }) => content)
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

const codebooks = fc
  .array(
    fc.record({
      parent: fc.nat(),
      isTop: fc.boolean(),
      rank: fc.constantFrom(undefined, 'a0', 'a0', 'a1', 'a2', 'b', '!'),
    }),
    { minLength: 2, maxLength: 12 },
  )
  .map((shapes) => {
    const made: TagRecord[] = [];
    for (const { parent, isTop, rank } of shapes) {
      const [tag] = codebookOf({ [`tag ${made.length}`]: {} }, maker);
      if (tag === undefined) throw new Error('No tag.');
      const parentId = isTop || made.length === 0 ? null : tagAt(made, parent).id;
      made.push({ ...tag, parentId, ...(rank === undefined ? {} : { rank }) });
    }
    return made;
  });
const taggings = fc.array(fc.array(fc.nat(), { maxLength: 4 }), { minLength: 1, maxLength: 10 });
const some = fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 4 });

describe('the codebook changes', () => {
  test('G1, G2: tags that are moved stand where they were put, the others as before', () => {
    fc.assert(
      fc.property(codebooks, some, fc.option(fc.nat()), fc.option(fc.nat()), (tags, ...input) => {
        const [indexes, parent, before] = input;
        const ids = new Set(indexes.map((index) => tagAt(tags, index).id));
        const parentId = parent === null ? null : tagAt(tags, parent).id;
        const tree = tagTree(tags);
        const siblings = tree.children(parentId);
        const next =
          before === null ? null : (siblings[before % (siblings.length + 1)]?.id ?? null);
        const moved = moveTags(maker, tags, ids, { parentId, before: next });
        const way = parentId === null ? [] : tree.path(parentId);
        const isRing = way.some(({ id }) => topmost(tags, ids).some((tag) => tag.id === id));
        expect(moved.ok).toBe(!isRing);
        if (!moved.ok) return;
        const state = new Map<string, ProjectRecord>(tags.map((tag) => [tag.id, tag]));
        const after = tagTree(tagsOf(expectSound(state, moved.value)));
        const names = (list: readonly TagRecord[]): string[] => list.map(({ name }) => name);
        const stay = siblings.filter(({ id }) => !topmost(tags, ids).some((tag) => tag.id === id));
        const behind =
          next === null ? [] : siblings.slice(siblings.findIndex((t) => t.id === next));
        const index = stay.length - behind.filter((tag) => stay.includes(tag)).length;
        const expected = [...stay.slice(0, index), ...topmost(tags, ids), ...stay.slice(index)];
        expect(names(after.children(parentId))).toEqual(names(expected));
        for (const tag of [null, ...tags.map(({ id }) => id)]) {
          if (tag === parentId) continue;
          const left = tree.children(tag).filter((one) => !topmost(tags, ids).includes(one));
          expect(names(after.children(tag))).toEqual(names(left));
        }
      }),
      { seed: 20310520, numRuns: 600 },
    );
  });

  test('G8: what was merged has the survivor once, in its place; everything else is as it was', () => {
    fc.assert(
      fc.property(codebooks, taggings, fc.nat(), some, (tags, lists, into, indexes) => {
        const state = project(tags, lists);
        const survivor = tagAt(tags, into);
        const gone = indexes.map((index) => tagAt(tags, index));
        const after = expectSound(state, mergeTags(maker, indexOf(state), survivor, gone));
        const ids = new Set(gone.map(({ id }) => id).filter((id) => id !== survivor.id));
        expect(tagsOf(after).map(({ id }) => id)).toEqual(
          tags.map(({ id }) => id).filter((id) => !ids.has(id)),
        );
        for (const { id, tagIds } of tagged(state)) {
          const expected: TagId[] = [];
          for (const one of tagIds) {
            const now = ids.has(one) ? survivor.id : one;
            if (!expected.includes(now)) expected.push(now);
          }
          expect(tagged(after).find((record) => record.id === id)?.tagIds).toEqual(expected);
        }
      }),
      { seed: 20310521, numRuns: 400 },
    );
  });

  test('G9: a split moves the passages chosen and no other', () => {
    fc.assert(
      fc.property(codebooks, taggings, fc.nat(), some, (tags, lists, of, indexes) => {
        const state = project(tags, lists);
        const tag = tagAt(tags, of);
        const annotations = indexOf(state).list('annotation');
        const chosen = indexes.flatMap((index) => annotations[index]?.id ?? []);
        const split = splitTag(maker, indexOf(state), tag, 'new', chosen);
        const after = expectSound(state, split.diff);
        const siblings = tagTree(tagsOf(after)).children(tag.parentId);
        const index = siblings.findIndex(({ id }) => id === tag.id);
        expect(siblings[index + 1]?.id).toBe(split.tag.id);
        for (const annotation of annotations) {
          const { tagIds } = after.get(annotation.id) as AnnotationRecord;
          const isMoved = chosen.includes(annotation.id);
          expect(tagIds).toEqual(
            annotation.tagIds.map((id) => (isMoved && id === tag.id ? split.tag.id : id)),
          );
        }
      }),
      { seed: 20310522, numRuns: 300 },
    );
  });

  test('G10: tags that are removed leave what they are on as was chosen', () => {
    const annotations = fc.constantFrom('take-off' as const, 'remove' as const, 'give' as const);
    const below = fc.constantFrom('move-up' as const, 'remove' as const);
    fc.assert(
      fc.property(
        codebooks,
        taggings,
        some,
        fc.nat(),
        annotations,
        below,
        (tags, lists, indexes, other, what, below) => {
          const state = project(tags, lists);
          const ids = new Set(indexes.map((index) => tagAt(tags, index).id));
          const gone = new Set(deletedTags(tags, ids, below).map(({ id }) => id));
          const given = tagAt(tags, other).id;
          if (what === 'give' && gone.has(given)) return;
          const deletion = { annotations: what === 'give' ? { give: given } : what, below };
          const source = indexOf(state);
          const after = expectSound(state, deleteTags(maker, source, ids, deletion));
          expect(tagsOf(after).map(({ id }) => id)).toEqual(
            tags.map(({ id }) => id).filter((id) => !gone.has(id)),
          );
          let onlyThese = 0;
          for (const record of tagged(state)) {
            const kept = record.tagIds.filter((id) => !gone.has(id));
            const isHit = kept.length < record.tagIds.length;
            const now = tagged(after).find(({ id }) => id === record.id)?.tagIds ?? null;
            const isAnnotation = state.get(record.id)?.kind === 'annotation';
            if (isAnnotation && isHit && kept.length === 0) onlyThese += 1;
            if (!isHit) expect(now).toEqual(record.tagIds);
            else if (what === 'give') expect(now).toEqual(replaced(record.tagIds, gone, given));
            else if (what === 'remove' && isAnnotation && kept.length === 0) expect(now).toBeNull();
            else expect(now).toEqual(kept);
          }
          expect(countDeletion(source, gone).onlyThese).toBe(onlyThese);
        },
      ),
      { seed: 20310523, numRuns: 500 },
    );
  });

  test('G8: notes that mention a tag that is merged mention the survivor; key and descriptions are kept', () => {
    const [survivor, gone] = codebookOf({ figure: {}, number: {} }, maker);
    if (survivor === undefined || gone === undefined) throw new Error('No tags.');
    const said = { ...gone, key: 4, description: 'Any number.' };
    const note = (id: TagId) => ({
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'reference', attrs: { kind: 'tag', id } }] },
      ],
    });
    const claim = claimWith([], note(gone.id));
    const state = new Map<string, ProjectRecord>(
      [survivor, said, claim].map((record) => [record.id, record]),
    );
    const after = expectSound(state, mergeTags(maker, indexOf(state), survivor, [said]));
    expect(after.get(survivor.id)).toMatchObject({ key: 4, description: 'Any number.' });
    expect(after.get(claim.id)).toMatchObject({ note: note(survivor.id) });
  });
});

function replaced(tagIds: readonly TagId[], gone: ReadonlySet<TagId>, into: TagId): TagId[] {
  const all: TagId[] = [];
  for (const id of tagIds) {
    const now = gone.has(id) ? into : id;
    if (!all.includes(now)) all.push(now);
  }
  return all;
}
