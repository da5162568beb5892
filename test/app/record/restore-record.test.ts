import { describe, expect, test } from 'vitest';
import {
  addAnnotation,
  addTag,
  removeAnnotations,
} from '../../../app/annotation/annotation-diffs.ts';
import { deleteTags } from '../../../app/annotation/delete-tags.ts';
import { removeArticles } from '../../../app/article/remove-article.ts';
import { addClaim, removeClaim } from '../../../app/claim/claim-diffs.ts';
import { fileAll } from '../../../app/claim/file-all.ts';
import { newSpeaker } from '../../../app/claim/speaker-diffs.ts';
import { addLink } from '../../../app/link/link-diffs.ts';
import type { Diff } from '../../../app/record/diff.ts';
import type { ClaimId, RevisionId } from '../../../app/record/ids.ts';
import { nextRecord } from '../../../app/record/record-factory.ts';
import type { AnnotationRecord, ClaimRecord, ProjectRecord } from '../../../app/record/records.ts';
import { restoreRecord } from '../../../app/record/restore-record.ts';
import { RecordIndex } from '../../../renderer/store/record-index.ts';
import { contentsOf, firstRecords } from '../../support/random-commands.ts';
import { countingMaker, samplePassage, sampleTag } from '../../support/records.ts';

/** A project with two linked annotations, one of them tagged and evidence of a claim. */
function filled() {
  const maker = countingMaker();
  const records = new RecordIndex();
  const act = (diff: Diff): Diff => {
    records.apply(diff);
    return diff;
  };
  act({ added: firstRecords(maker, 2), updated: [], removed: [] });
  const annotate = (index: number): AnnotationRecord => {
    const article = records.list('article')[index];
    if (article === undefined) throw new Error('There is no such article.');
    const made = addAnnotation(maker, article, samplePassage(article.revisionId, 10));
    act(made.diff);
    return made.annotation;
  };
  const [one, other] = [annotate(0), annotate(1)];
  const tag = sampleTag(maker, 'figure');
  act({ added: [tag], updated: [], removed: [] });
  act(addTag(maker, one, tag.id));
  const [type] = records.list('linkType');
  if (type === undefined) throw new Error('There is no type of links.');
  const linked = addLink(maker, records, one, other, type.id);
  if (!linked.ok) throw new Error(linked.error.message);
  act(linked.value.diff);
  const { claim, diff } = addClaim(maker, records, {
    wording: 'It is so.',
    speaker: null,
    status: 'open',
  });
  act(diff);
  act(fileAll(maker, records, claim, [one, other], 'asserts'));
  const restore = (earlier: ProjectRecord, removal: Diff | null) => {
    const restored = restoreRecord(records, maker, earlier, removal);
    if (restored.ok) act(restored.value.diff);
    return restored;
  };
  const present = (id: string): ProjectRecord => {
    const record = records.all.get(id);
    if (record === undefined) throw new Error('It is gone.');
    return record;
  };
  return { maker, records, act, restore, present, one, other, tag, claim };
}

describe('H6: a record that is there says again what it said', () => {
  test('and nothing else changes; counters stay, tags that are gone stay gone', () => {
    const { maker, records, act, restore, present, one, tag } = filled();
    const tagged = present(one.id) as AnnotationRecord;
    const moved = nextRecord(maker, tagged, {
      passage: samplePassage(tagged.passage.revisionId, 50),
      tagIds: [],
    });
    act({ added: [], updated: [[tagged, moved]], removed: [] });
    act(
      deleteTags(maker, records, new Set([tag.id]), { annotations: 'take-off', below: 'remove' }),
    );
    expect(restore(tagged, null)).toMatchObject({ ok: true, value: { left: 0 } });
    expect(present(one.id)).toMatchObject({
      passage: tagged.passage,
      tagIds: [],
      rev: moved.rev + 1,
    });
    expect(restore(tagged, null)).toMatchObject({ ok: false, error: { code: 'same' } });
  });

  test('a claim, but never below itself, when what it was part of is part of it by now', () => {
    const { maker, records, act, restore, present, claim } = filled();
    const words = { wording: 'It is so too.', speaker: null, status: 'open' } as const;
    const { claim: other, diff } = addClaim(maker, records, words);
    act(diff);
    const move = (id: string, parentId: ClaimId | null) => {
      const before = present(id) as ClaimRecord;
      act({ added: [], updated: [[before, nextRecord(maker, before, { parentId })]], removed: [] });
      return before;
    };
    move(other.id, claim.id);
    const below = move(other.id, null);
    move(claim.id, other.id);
    expect(restore({ ...below, wording: 'As it was.' }, null)).toMatchObject({ ok: true });
    expect(present(other.id)).toMatchObject({ parentId: null, wording: 'As it was.' });
    move(claim.id, null);
    expect(restore(below, null)).toMatchObject({ ok: true });
    expect(present(other.id)).toMatchObject({ parentId: claim.id });
  });

  test('K7: an annotation that was carried over is put back on its revision, and kept there', () => {
    const { maker, records, act, restore, present, one } = filled();
    const article = records.list('article')[0];
    const before = present(one.id) as AnnotationRecord;
    if (article === undefined) throw new Error('There is no article.');
    const revision = { ...present(article.revisionId), id: maker.id<RevisionId>() };
    const young = nextRecord(maker, article, { revisionId: revision.id });
    const passage = { ...before.passage, revisionId: revision.id };
    const carried = nextRecord(maker, before, { passage });
    act({
      added: [revision as ProjectRecord],
      updated: [
        [article, young],
        [before, carried],
      ],
      removed: [],
    });
    expect(restore(before, null)).toMatchObject({ ok: true });
    expect(present(one.id)).toMatchObject({ passage: before.passage, keptFrom: revision.id });
    // What only waits to be carried over goes on waiting.
    const other = present(one.id) as AnnotationRecord;
    const { keptFrom, ...waiting } = other;
    act({ added: [], updated: [[other, { ...waiting, tagIds: [] }]], removed: [] });
    expect(keptFrom).toBe(revision.id);
    expect(restore(before, null)).toMatchObject({ ok: true });
    expect(present(one.id)).not.toHaveProperty('keptFrom');
  });

  test('an article keeps what the import made of it', () => {
    const { maker, records, act, restore, present } = filled();
    const [article] = records.list('article');
    if (article === undefined) throw new Error('There is no article.');
    const corrected = nextRecord(maker, article, { corrected: { title: 'Mine' }, starred: true });
    act({ added: [], updated: [[article, corrected]], removed: [] });
    const renewed = nextRecord(maker, corrected, {
      detected: { ...article.detected, outlet: 'New' },
    });
    act({ added: [], updated: [[corrected, renewed]], removed: [] });
    restore(article, null);
    expect(present(article.id)).toMatchObject({
      corrected: {},
      detected: { outlet: 'New' },
      annotationsMade: 1,
    });
    expect(present(article.id)).not.toHaveProperty('starred');
  });

  test('a tag whose name another has is refused; a key that another has is lost', () => {
    const { maker, act, restore, present, tag } = filled();
    const keyed = nextRecord(maker, tag, { key: 3 });
    act({ added: [], updated: [[tag, keyed]], removed: [] });
    const renamed = nextRecord(maker, keyed, { name: 'number', key: null });
    act({ added: [], updated: [[keyed, renamed]], removed: [] });
    const rival = { ...sampleTag(maker, 'Figure'), key: 3 };
    act({ added: [rival], updated: [], removed: [] });
    expect(restore(keyed, null)).toMatchObject({ ok: false, error: { code: 'name' } });
    const away = nextRecord(maker, rival, { name: 'other' });
    act({ added: [], updated: [[rival, away]], removed: [] });
    expect(restore(keyed, null)).toMatchObject({ ok: true });
    expect(present(tag.id)).toMatchObject({ name: 'figure', key: null });
  });
});

describe('H6: an earlier state that others stand in the way of is refused', () => {
  test('L2: a link that would say what another one says by now', () => {
    const { maker, records, act, restore, one, other } = filled();
    const [type, another] = records.list('linkType');
    const [link] = records.list('link');
    if (!type || !another || !link) throw new Error('There are no links.');
    const changed = nextRecord(maker, link, { typeId: another.id });
    act({ added: [], updated: [[link, changed]], removed: [] });
    const anew = addLink(maker, records, one, other, type.id);
    if (!anew.ok) throw new Error(anew.error.message);
    act(anew.value.diff);
    expect(restore(link, null)).toMatchObject({ ok: false, error: { code: 'double' } });
    act({ added: [], updated: [], removed: [anew.value.link] });
    expect(restore(link, null)).toMatchObject({ ok: true });
  });

  test('L4: a type that read the same from both ends, of which links run both ways by now', () => {
    const { maker, records, act, restore, one, other } = filled();
    const type = records.list('linkType').find(({ symmetric }) => symmetric);
    if (type === undefined) throw new Error('There is no symmetric type.');
    const directed = nextRecord(maker, type, { symmetric: false, inverseName: 'is so by' });
    act({ added: [], updated: [[type, directed]], removed: [] });
    for (const [from, to] of [[one, other] as const, [other, one] as const]) {
      const made = addLink(maker, records, from, to, type.id);
      if (made.ok) act(made.value.diff);
    }
    expect(restore(type, null)).toMatchObject({ ok: false, error: { code: 'double' } });
    const [link] = records.list('link').filter(({ typeId }) => typeId === type.id);
    act({ added: [], updated: [], removed: link === undefined ? [] : [link] });
    expect(restore(type, null)).toMatchObject({ ok: true });
  });

  test('evidence that would say what other evidence says by now; itself does not count', () => {
    const { maker, records, act, restore, one, claim } = filled();
    const [evidence] = records.evidenceFor(one.id);
    if (evidence === undefined) throw new Error('There is no evidence.');
    const changed = nextRecord(maker, evidence, { stance: 'denies' });
    act({ added: [], updated: [[evidence, changed]], removed: [] });
    expect(restore(evidence, null)).toMatchObject({ ok: true });
    const made = addClaim(maker, records, { wording: 'Or so.', speaker: null, status: 'open' });
    act(made.diff);
    const present = records.get('evidence', evidence.id) ?? evidence;
    const moved = nextRecord(maker, present, { claimId: made.claim.id });
    act({ added: [], updated: [[present, moved]], removed: [] });
    act(fileAll(maker, records, claim, [one], 'asserts'));
    expect(restore(evidence, null)).toMatchObject({ ok: false, error: { code: 'double' } });
  });

  test('Q1, L4: a speaker, and a type of links, whose name another one has by now', () => {
    const { maker, records, act, restore } = filled();
    const speaker = newSpeaker(maker, 'José Ansel');
    const renamed = nextRecord(maker, speaker, { name: 'J. Ansel' });
    act({ added: [speaker], updated: [], removed: [] });
    act({ added: [], updated: [[speaker, renamed]], removed: [] });
    act({ added: [newSpeaker(maker, 'jose  ANSEL')], updated: [], removed: [] });
    expect(restore(speaker, null)).toMatchObject({ ok: false, error: { code: 'name' } });
    const [type, another] = records.list('linkType');
    if (!type || !another) throw new Error('There are no types.');
    const away = nextRecord(maker, type, { name: 'elsewhere' });
    act({ added: [], updated: [[type, away]], removed: [] });
    const rival = nextRecord(maker, another, { name: ` ${type.name.toUpperCase()}` });
    act({ added: [], updated: [[another, rival]], removed: [] });
    expect(restore(type, null)).toMatchObject({ ok: false, error: { code: 'name' } });
    const removal = act({ added: [], updated: [], removed: [away] });
    expect(restore(type, removal)).toMatchObject({ ok: false, error: { code: 'name' } });
  });
});

describe('H6: a record that is gone comes back with what hung on it', () => {
  test('an annotation with its links and its evidence', () => {
    const { records, act, restore, one } = filled();
    const before = contentsOf(records.all);
    const removed = records.get('annotation', one.id);
    const removal = act(removeAnnotations(records, removed === null ? [] : [removed]));
    expect(removal.removed).toHaveLength(3);
    expect(restore(removed ?? one, removal)).toMatchObject({ ok: true, value: { left: 0 } });
    expect(contentsOf(records.all)).toBe(before);
    expect(records.all.get(one.id)?.rev).toBeGreaterThan(removed?.rev ?? 0);
  });

  test('as far as what else it needs is there', () => {
    const { records, act, restore, one, other } = filled();
    const removal = act(
      removeAnnotations(
        records,
        records.list('annotation').filter(({ id }) => id === one.id),
      ),
    );
    act(removeAnnotations(records, [other]));
    expect(restore(one, removal)).toMatchObject({ ok: true, value: { left: 1 } });
    expect(records.list('link')).toEqual([]);
    expect(records.list('evidence')).toHaveLength(1);
  });

  test('L2: nor a link that was made anew the other way round, where both ways say the same', () => {
    const { maker, records, act, restore, one, other } = filled();
    const type = records.list('linkType').find(({ symmetric }) => symmetric);
    if (type === undefined) throw new Error('There is no symmetric type.');
    const made = addLink(maker, records, one, other, type.id);
    if (!made.ok) throw new Error(made.error.message);
    act(made.value.diff);
    const { link } = made.value;
    const removal = act({ added: [], updated: [], removed: [link] });
    const anew = addLink(maker, records, other, one, type.id);
    if (!anew.ok) throw new Error(anew.error.message);
    act(anew.value.diff);
    expect(restore(link, removal).ok).toBe(false);
    expect(records.list('link').filter(({ typeId }) => typeId === type.id)).toHaveLength(1);
  });

  test('not where the same was said anew', () => {
    const { maker, records, act, restore, one, claim } = filled();
    const [evidence] = records.evidenceFor(one.id);
    if (evidence === undefined) throw new Error('There is no evidence.');
    const removal = act({ added: [], updated: [], removed: [evidence] });
    act(fileAll(maker, records, claim, [one], 'denies'));
    expect(restore(evidence, removal)).toMatchObject({ ok: false, error: { code: 'double' } });
  });

  test('a claim with its evidence; an article with everything', () => {
    const { maker, records, act, restore, claim } = filled();
    const before = contentsOf(records.all);
    const noClaim = act(removeClaim(maker, records, claim));
    restore(claim, noClaim);
    expect(contentsOf(records.all)).toBe(before);
    const [article] = records.list('article');
    if (article === undefined) throw new Error('There is no article.');
    const noArticle = act(removeArticles(records, [article]));
    expect(restore({ ...article, annotationsMade: 0 }, noArticle)).toMatchObject({ ok: true });
    expect(contentsOf(records.all)).toBe(before);
    expect(records.get('article', article.id)?.annotationsMade).toBe(1);
  });

  test('a tag to its place on what it was taken off', () => {
    const { maker, records, act, restore, one, tag } = filled();
    const before = contentsOf(records.all);
    const removal = act(
      deleteTags(maker, records, new Set([tag.id]), { annotations: 'take-off', below: 'remove' }),
    );
    expect(records.get('annotation', one.id)?.tagIds).toEqual([]);
    restore(tag, removal);
    expect(contentsOf(records.all)).toBe(before);
  });

  test('not without its article', () => {
    const { records, act, restore, one } = filled();
    const articles = records.list('article').filter(({ id }) => id === one.articleId);
    const removal = act(removeArticles(records, articles));
    expect(restore(one, removal)).toMatchObject({ ok: false, error: { code: 'reference' } });
  });
});
