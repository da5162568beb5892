import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editLinks } from '../../../app/link/edit-links.ts';
import { addLink, setLinkNote } from '../../../app/link/link-diffs.ts';
import { linkStart } from '../../../app/link/link-ends.ts';
import {
  addLinkType,
  editLinkType,
  linkTypeDraft,
  removeLinkTypes,
} from '../../../app/link/link-types.ts';
import { linksSeenFrom } from '../../../app/link/links-seen.ts';
import { applyDiff, type Diff, invertDiff } from '../../../app/record/diff.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import type { LinkEnd, LinkRecord, LinkTypeRecord } from '../../../app/record/records.ts';
import { undoDiff } from '../../../app/record/undo-diff.ts';
import { RecordIndex } from '../../../renderer/store/record-index.ts';
import { countingMaker, sampleArticle, samplePassage } from '../../support/records.ts';

const maker = countingMaker();

/** Three passages, two claims, and the types "repeats", "contradicts" (symmetric) and "quotes". */
function project() {
  const records = new RecordIndex();
  const article = sampleArticle(maker, 1);
  const annotations = [0, 1, 2].map((at) =>
    newRecord(maker, 'annotation', {
      articleId: article.id,
      number: at + 1,
      passage: samplePassage(article.revisionId, at * 100, `passage ${at}`),
      tagIds: [],
      note: null,
    }),
  );
  const claims = [1, 2].map((number) =>
    newRecord(maker, 'claim', {
      number,
      wording: `claim ${number}`,
      speaker: null,
      saidOn: null,
      status: 'open',
      confidence: null,
      tagIds: [],
      note: null,
    }),
  );
  const types = (
    [
      ['repeats', 'is repeated by', false],
      ['contradicts', 'contradicts', true],
      ['quotes', 'is quoted by', false],
    ] as const
  ).map(([name, inverseName, symmetric]) =>
    newRecord(maker, 'linkType', { name, inverseName, symmetric }),
  );
  records.apply({
    added: [article, ...annotations, ...claims, ...types],
    updated: [],
    removed: [],
  });
  const ends: readonly LinkEnd[] = [...annotations, ...claims];
  return { records, ends, types };
}

function link(records: RecordIndex, from: LinkEnd, to: LinkEnd, type: LinkTypeRecord): LinkRecord {
  const made = addLink(maker, records, from, to, type.id);
  if (!made.ok) throw new Error(made.error.message);
  records.apply(made.value.diff);
  return made.value.link;
}

function at<Value>(list: readonly Value[], index: number): Value {
  const value = list[index];
  if (value === undefined) throw new RangeError(`Nothing at ${index}`);
  return value;
}

/** What each link says, so that two which say the same give the same words. */
function said(records: RecordIndex): readonly string[] {
  return records.list('link').map(({ typeId, from, to }) => {
    const symmetric = records.get('linkType', typeId)?.symmetric === true;
    const ends = symmetric ? [from, to.id].sort() : [from, to.id];
    return [typeId, ...ends].join(' ');
  });
}

describe('links', () => {
  test('L1: a link from a claim to a claim reads as its type from the start, as its inverse from the end', () => {
    const { records, ends, types } = project();
    const [one, other] = [at(ends, 3), at(ends, 4)];
    const made = link(records, one, other, at(types, 0));
    expect(made.fromKind).toBe('claim');
    expect(made.to).toEqual({ kind: 'claim', id: other.id });
    expect(linkStart(made)).toEqual({ kind: 'claim', id: one.id });
    const read = (end: LinkEnd) =>
      linksSeenFrom(records, end).map(({ relation, starts, other: far }) => [
        relation,
        starts,
        far?.id,
      ]);
    expect(read(one)).toEqual([['repeats', true, other.id]]);
    expect(read(other)).toEqual([['is repeated by', false, one.id]]);
  });

  test('L1: one that begins at an annotation has no field for that', () => {
    const { records, ends, types } = project();
    const made = link(records, at(ends, 0), at(ends, 3), at(types, 0));
    expect('fromKind' in made).toBe(false);
    expect(linksSeenFrom(records, at(ends, 3)).map(({ other }) => other?.kind)).toEqual([
      'annotation',
    ]);
  });

  test('L2: nothing is linked with itself, nor twice in one way; a symmetric type has one way', () => {
    const { records, ends, types } = project();
    const [one, other] = [at(ends, 0), at(ends, 1)];
    const [repeats, contradicts] = [at(types, 0), at(types, 1)];
    const codeOf = (from: LinkEnd, to: LinkEnd, type: LinkTypeRecord) => {
      const made = addLink(maker, records, from, to, type.id);
      return made.ok ? 'made' : made.error.code;
    };
    expect(codeOf(one, one, repeats)).toBe('same');
    link(records, one, other, repeats);
    link(records, one, other, contradicts);
    expect(codeOf(one, other, repeats)).toBe('known');
    expect(codeOf(other, one, repeats)).toBe('made');
    expect(codeOf(other, one, contradicts)).toBe('known');
  });

  test('L3: a link that would say what another says is removed, and its note goes to the one that stays', () => {
    const { records, ends, types } = project();
    const [one, other] = [at(ends, 0), at(ends, 3)];
    const stays = link(records, one, other, at(types, 0));
    const goes = link(records, one, other, at(types, 2));
    records.apply(setLinkNote(maker, goes, '  word for word '));
    const noted = records.get('link', goes.id);
    if (noted === null) throw new Error('It is gone.');
    const edited = editLinks(maker, records, [noted], { typeId: at(types, 0).id });
    expect(edited).toMatchObject({ changed: 0, merged: 1 });
    records.apply(edited.diff);
    expect(records.list('link').map(({ id, note }) => [id, note])).toEqual([
      [stays.id, 'word for word'],
    ]);
  });

  test('L3: two links that run against each other are both turned round', () => {
    const { records, ends, types } = project();
    const [one, claim] = [at(ends, 0), at(ends, 3)];
    const there = link(records, one, claim, at(types, 0));
    const back = link(records, claim, one, at(types, 0));
    const edited = editLinks(maker, records, [there, back], { reverse: true });
    expect(edited).toMatchObject({ changed: 2, merged: 0 });
    records.apply(edited.diff);
    const turned = records.get('link', there.id);
    expect(turned).toMatchObject({ from: claim.id, fromKind: 'claim', to: { id: one.id } });
    expect('fromKind' in (records.get('link', back.id) ?? {})).toBe(false);
  });

  test('a note that is only spaces is none, and the same note is no change', () => {
    const { records, ends, types } = project();
    const made = link(records, at(ends, 0), at(ends, 1), at(types, 0));
    expect(setLinkNote(maker, made, ' \n ').updated).toEqual([]);
    records.apply(setLinkNote(maker, made, 'why'));
    const noted = at(records.list('link'), 0);
    expect(setLinkNote(maker, noted, ' why ').updated).toEqual([]);
    records.apply(setLinkNote(maker, noted, ''));
    expect('note' in at(records.list('link'), 0)).toBe(false);
  });
});

describe('types of links', () => {
  test('L4: a name is needed, and no other type may have it; an inverse name too, unless it is symmetric', () => {
    const { records, types } = project();
    const list = records.list('linkType');
    const draft = { ...linkTypeDraft(null), name: 'narrows', inverseName: 'is narrowed by' };
    expect(addLinkType(maker, list, { ...draft, name: ' ' }).ok).toBe(false);
    expect(addLinkType(maker, list, { ...draft, name: ' REPEATS ' }).ok).toBe(false);
    expect(addLinkType(maker, list, { ...draft, inverseName: '' }).ok).toBe(false);
    const made = addLinkType(maker, list, { ...draft, inverseName: '', symmetric: true });
    if (!made.ok) throw new Error(made.error.message);
    expect(made.value.type).toMatchObject({ name: 'narrows', inverseName: 'narrows' });
    const own = editLinkType(maker, records, at(types, 0), linkTypeDraft(at(types, 0)));
    expect(own.ok && own.value.diff.updated).toEqual([]);
  });

  test('L4: colour, line and description go again when they are taken back', () => {
    const { records, types } = project();
    const type = at(types, 0);
    const draft = linkTypeDraft(type);
    const set = editLinkType(maker, records, type, {
      ...draft,
      color: 3,
      line: 'dashed',
      description: 'in the same words',
    });
    if (!set.ok) throw new Error(set.error.message);
    records.apply(set.value.diff);
    const changed = records.get('linkType', type.id);
    expect(changed).toMatchObject({ color: 3, line: 'dashed', description: 'in the same words' });
    if (changed === null) return;
    const back = editLinkType(maker, records, changed, draft);
    if (!back.ok) throw new Error(back.error.message);
    records.apply(back.value.diff);
    const bare = records.get('linkType', type.id) ?? {};
    expect(['color', 'line', 'description'].filter((field) => field in bare)).toEqual([]);
  });

  test('L4: of links that say the same once their type is symmetric, the oldest stays', () => {
    const { records, ends, types } = project();
    const [one, other] = [at(ends, 0), at(ends, 1)];
    const oldest = link(records, one, other, at(types, 0));
    link(records, other, one, at(types, 0));
    const draft = { ...linkTypeDraft(at(types, 0)), symmetric: true };
    const edited = editLinkType(maker, records, at(types, 0), draft);
    if (!edited.ok) throw new Error(edited.error.message);
    expect(edited.value).toMatchObject({ changed: 0, merged: 1 });
    records.apply(edited.value.diff);
    expect(records.list('link').map(({ id }) => id)).toEqual([oldest.id]);
  });

  test('L5: a type goes with its links, or they take another one, turned round', () => {
    const { records, ends, types } = project();
    const made = link(records, at(ends, 0), at(ends, 3), at(types, 0));
    const type = at(types, 0);
    const gone = removeLinkTypes(maker, records, [type], { kind: 'remove' });
    expect(gone.diff.removed.map(({ id }) => id)).toEqual([made.id, type.id]);
    const moved = removeLinkTypes(maker, records, [type], {
      kind: 'move',
      to: at(types, 2).id,
      reverse: true,
    });
    expect(moved).toMatchObject({ changed: 1, merged: 0 });
    records.apply(moved.diff);
    expect(records.get('linkType', type.id)).toBeNull();
    expect(records.get('link', made.id)).toMatchObject({
      typeId: at(types, 2).id,
      from: at(ends, 3).id,
      to: { kind: 'annotation', id: at(ends, 0).id },
    });
    expect(() =>
      removeLinkTypes(maker, records, [at(types, 2)], {
        kind: 'move',
        to: at(types, 2).id,
        reverse: false,
      }),
    ).toThrow(RangeError);
  });
});

test('L2, L3, L6: whatever is done to many links, none says what another says, and undo brings all back', () => {
  const drafts = fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.nat(2), fc.boolean()), {
    maxLength: 14,
  });
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('edit' as const), type: fc.nat(2), reverse: fc.boolean() }),
    fc.record({ kind: fc.constant('turn' as const), type: fc.nat(2), reverse: fc.boolean() }),
    fc.record({ kind: fc.constant('symmetric' as const), type: fc.nat(2), reverse: fc.boolean() }),
    fc.record({ kind: fc.constant('merge' as const), type: fc.nat(2), reverse: fc.boolean() }),
  );
  fc.assert(
    fc.property(drafts, edit, fc.array(fc.boolean()), (made, todo, chosen) => {
      const { records, ends, types } = project();
      for (const [from, to, type, noted] of made) {
        const result = addLink(maker, records, at(ends, from), at(ends, to), at(types, type).id);
        if (!result.ok) continue;
        records.apply(result.value.diff);
        if (noted) records.apply(setLinkNote(maker, result.value.link, `note ${from}${to}${type}`));
      }
      const before = new Map(records.all);
      const said1 = new Set(said(records));
      const links = records.list('link').filter((_link, index) => chosen[index] !== false);
      const diff = todoDiff();
      // Applies to these records and no others, each once (rule D1).
      const after = applyDiff(before, diff);
      records.apply(diff);
      const words = said(records);
      expect(new Set(words).size).toBe(words.length);
      expect(said1.size).toBeGreaterThanOrEqual(words.length);
      expect(applyDiff(after, invertDiff(diff))).toEqual(before);
      const undo = undoDiff(after, diff, maker);
      expect(undo).not.toBeNull();
      // Whoever said something about two ends still has a link between them.
      const pairs = (all: ReadonlyMap<string, unknown>) =>
        new Set(
          [...all.values()].flatMap((record) => {
            const one = record as LinkRecord;
            return one.kind === 'link' ? [[one.from, one.to.id].sort().join(' ')] : [];
          }),
        );
      expect(pairs(after)).toEqual(pairs(before));

      function todoDiff(): Diff {
        const type = at(types, todo.type);
        if (todo.kind === 'edit') {
          return editLinks(maker, records, links, { typeId: type.id, reverse: todo.reverse }).diff;
        }
        if (todo.kind === 'turn') return editLinks(maker, records, links, { reverse: true }).diff;
        if (todo.kind === 'symmetric') {
          const draft = { ...linkTypeDraft(type), symmetric: true };
          const edited = editLinkType(maker, records, type, draft);
          if (!edited.ok) throw new Error(edited.error.message);
          return edited.value.diff;
        }
        const to = at(types, (todo.type + 1) % 3).id;
        const fate = { kind: 'move', to, reverse: todo.reverse } as const;
        return removeLinkTypes(maker, records, [type], fate).diff;
      }
    }),
    { seed: 41, numRuns: 400 },
  );
});
