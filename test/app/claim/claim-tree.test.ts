import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countRemoval, removeClaim } from '../../../app/claim/claim-diffs.ts';
import { askQuestion, editQuestion, removeQuestion } from '../../../app/claim/claim-questions.ts';
import { claimSources } from '../../../app/claim/claim-sources.ts';
import { claimTree } from '../../../app/claim/claim-tree.ts';
import { moveClaim } from '../../../app/claim/place-claims.ts';
import type { ClaimRecord } from '../../../app/record/records.ts';
import { ClaimsProject } from './claims-project.ts';

/** The tree as one line: `1(2 3(4)) 5`. */
function drawn(project: ClaimsProject): string {
  const tree = claimTree(project.records.list('claim'));
  const draw = (id: ClaimRecord['id'] | null): string =>
    tree
      .children(id)
      .map((claim) => {
        const below = draw(claim.id);
        return below === '' ? String(claim.number) : `${claim.number}(${below})`;
      })
      .join(' ');
  return draw(null);
}

/** Five claims, C2 and C3 parts of C1, C4 of C3. */
function family() {
  const project = new ClaimsProject();
  const one = project.claim('One.');
  const two = project.claim('Two.', { parentId: one.id });
  const three = project.claim('Three.', { parentId: one.id });
  const four = project.claim('Four.', { parentId: three.id });
  const five = project.claim('Five.');
  return { project, one, two, three, four, five };
}

function move(
  project: ClaimsProject,
  claim: ClaimRecord,
  parent: ClaimRecord | null,
  before: ClaimRecord | null = null,
): string {
  const place = { parentId: parent?.id ?? null, before: before?.id ?? null };
  const claims = project.records.list('claim');
  const moved = moveClaim(project.maker, claims, project.now(claim.id), place);
  if (!moved.ok) return moved.error.code;
  if (!project.actAndCheckUndo(moved.value)) return 'undo failed';
  return drawn(project);
}

describe('claims as a tree', () => {
  test('Q4: a claim goes before another, or last below one, and never below itself', () => {
    const { project, one, two, three, four, five } = family();
    expect(drawn(project)).toBe('1(2 3(4)) 5');
    expect(move(project, five, one, three)).toBe('1(2 5 3(4))');
    expect(move(project, three, null)).toBe('1(2 5) 3(4)');
    expect(move(project, two, four)).toBe('1(5) 3(4(2))');
    expect(move(project, three, two)).toBe('cycle');
    expect(move(project, three, three)).toBe('cycle');
    expect(move(project, three, null, one)).toBe('3(4(2)) 1(5)');
  });

  test('Q4: the place where it stands is no change', () => {
    const { project, one, two, three } = family();
    const claims = project.records.list('claim');
    for (const before of [two.id, three.id]) {
      const moved = moveClaim(project.maker, claims, two, { parentId: one.id, before });
      expect(moved.ok && moved.value.updated).toEqual([]);
    }
  });

  test('Q4: a ring, or a parent that is gone, hides no claim', () => {
    const { project, one, four } = family();
    const ring: ClaimRecord = { ...project.now(one.id), parentId: four.id };
    project.act({ added: [], updated: [[project.now(one.id), ring]], removed: [] });
    expect(claimTree(project.records.list('claim')).inOrder).toHaveLength(5);
    const lost: ClaimRecord = { ...project.now(four.id), parentId: 'nobody' as never };
    project.act({ added: [], updated: [[project.now(four.id), lost]], removed: [] });
    expect(claimTree(project.records.list('claim')).inOrder).toHaveLength(5);
  });

  test('Q4: whatever is moved where, the claims stand as a list moved by hand does', () => {
    const moves = fc.array(fc.tuple(fc.nat(7), fc.option(fc.nat(7)), fc.nat(7)), { maxLength: 25 });
    fc.assert(
      fc.property(moves, (steps) => {
        const project = new ClaimsProject(1);
        const claims = Array.from({ length: 8 }, (_, index) => project.claim(`Claim ${index}.`));
        // The oracle: lists of children, by parent.
        const below = new Map<string, string[]>([['', claims.map(({ id }) => id as string)]]);
        const isBelow = (id: string, parent: string): boolean =>
          id === parent || (below.get(parent) ?? []).some((child) => isBelow(id, child));
        for (const [which, parentIndex, beforeIndex] of steps) {
          const claim = claims[which] as ClaimRecord;
          const parent = parentIndex === null ? null : (claims[parentIndex] as ClaimRecord);
          const list = below.get(parent?.id ?? '') ?? [];
          const before = list[beforeIndex] ?? null;
          const place = {
            parentId: parent?.id ?? null,
            before: before as ClaimRecord['id'] | null,
          };
          const records = project.records.list('claim');
          const moved = moveClaim(project.maker, records, project.now(claim.id), place);
          expect(moved.ok).toBe(parent === null || !isBelow(parent.id, claim.id));
          if (!moved.ok) continue;
          project.act(moved.value);
          if (before === claim.id) continue;
          for (const [key, ids] of below)
            below.set(
              key,
              ids.filter((id) => id !== claim.id),
            );
          const into = below.get(parent?.id ?? '') ?? [];
          into.splice(before === null ? into.length : into.indexOf(before), 0, claim.id);
          below.set(parent?.id ?? '', into);
        }
        const tree = claimTree(project.records.list('claim'));
        for (const id of [null, ...claims.map((claim) => claim.id)]) {
          expect(tree.children(id).map((claim) => claim.id)).toEqual(below.get(id ?? '') ?? []);
        }
      }),
      { seed: 20_240_208, numRuns: 150 },
    );
  });
});

describe('a claim is removed', () => {
  test('Q10: claims below it take its place; it is told what goes', () => {
    const { project, three, one } = family();
    const { maker, records } = project;
    const [repeats] = records.list('linkType');
    if (!repeats) throw new Error('No type.');
    project.file(one, [project.annotate()], 'asserts');
    expect(countRemoval(records, project.now(one.id))).toEqual({
      evidence: 1,
      silences: 0,
      links: 0,
      children: 2,
      mentions: 0,
    });
    expect(project.actAndCheckUndo(removeClaim(maker, records, project.now(three.id)))).toBe(true);
    expect(drawn(project)).toBe('1(2 4) 5');
    expect(project.actAndCheckUndo(removeClaim(maker, records, project.now(one.id)))).toBe(true);
    expect(drawn(project)).toBe('2 4 5');
    expect(records.list('evidence')).toEqual([]);
  });
});

describe('questions to a claim', () => {
  test('Q5: are asked once, answered, reworded and given up', () => {
    const project = new ClaimsProject();
    const { id } = project.claim('One.');
    const { maker } = project;
    const now = (): ClaimRecord => project.now(id);
    expect(project.actAndCheckUndo(askQuestion(maker, now(), ' Which year? '))).toBe(true);
    expect(askQuestion(maker, now(), 'Which year?').updated).toEqual([]);
    expect(askQuestion(maker, now(), ' ').updated).toEqual([]);
    project.act(askQuestion(maker, now(), 'Whose prices?'));
    expect(project.actAndCheckUndo(editQuestion(maker, now(), 0, { answer: '2019' }))).toBe(true);
    expect(now().questions).toEqual([
      { question: 'Which year?', answer: '2019' },
      { question: 'Whose prices?', answer: '' },
    ]);
    project.act(editQuestion(maker, now(), 1, { question: ' ' }));
    expect(project.actAndCheckUndo(removeQuestion(maker, now(), 0))).toBe(true);
    expect(now().questions).toEqual([]);
  });
});

describe('sources of a claim', () => {
  test('Q7: a wire copy counts once, articles in the trash not at all', () => {
    const project = new ClaimsProject(4);
    const { records } = project;
    const outlets = ['The Wire', 'The Ledger', 'The Post', 'The Times'];
    for (const [index, article] of records.list('article').entries()) {
      const corrected = { outlet: outlets[index] ?? null };
      const trashedAt = index === 3 ? article.createdAt : null;
      project.act({
        added: [],
        updated: [[article, { ...article, corrected, trashedAt }]],
        removed: [],
      });
    }
    const claim = project.claim('One.');
    project.file(
      claim,
      [2, 1, 0, 3].map((index) => project.annotate(index)),
      'asserts',
    );
    const [wire, ledger] = records.list('article');
    const copied = new Set([wire?.id, ledger?.id]);
    const sources = claimSources(records, claim.id, (id) => (copied.has(id) ? 'cluster' : null));
    expect(sources.map((group) => group.map(({ number }) => number))).toEqual([[1, 2], [3]]);
  });
});
