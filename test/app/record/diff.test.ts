import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyDiff,
  type Diff,
  emptyDiff,
  invertDiff,
  isEmptyDiff,
  squashDiffs,
} from '../../../app/record/diff.ts';
import type { ProjectRecord, TagRecord } from '../../../app/record/records.ts';
import { countingMaker, sampleTag } from '../../support/records.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const plain = sampleTag(countingMaker(), 'tag');

function tag(id: string, name: string): TagRecord {
  return { ...plain, id: id as TagRecord['id'], name };
}

type State = ReadonlyMap<string, ProjectRecord>;

/** A state of some tags, and steps that each say for some ids what they become (`null`: removed). */
const stories = fc.record({
  start: fc.uniqueArray(fc.constantFrom(...ids)),
  steps: fc.array(
    fc.dictionary(fc.constantFrom(...ids), fc.option(fc.string({ maxLength: 3 }), { nil: null })),
    { minLength: 1, maxLength: 6 },
  ),
});

function startOf(names: readonly string[]): State {
  return new Map(names.map((id) => [id, tag(id, 'start')]));
}

/** The diff that makes the wished changes in a state. */
function diffFor(state: State, wishes: Readonly<Record<string, string | null>>): Diff {
  const added: ProjectRecord[] = [];
  const updated: [ProjectRecord, ProjectRecord][] = [];
  const removed: ProjectRecord[] = [];
  for (const [id, name] of Object.entries(wishes)) {
    const present = state.get(id);
    if (name === null) {
      if (present !== undefined) removed.push(present);
    } else if (present === undefined) added.push(tag(id, name));
    else updated.push([present, tag(id, name)]);
  }
  return { added, updated, removed };
}

function sorted(state: State): readonly ProjectRecord[] {
  return [...state.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

describe('diffs', () => {
  test('D2: applying a diff and then its inverse leaves every record as it was', () => {
    fc.assert(
      fc.property(stories, ({ start, steps }) => {
        const before = startOf(start);
        const diff = diffFor(before, steps[0] ?? {});
        const back = applyDiff(applyDiff(before, diff), invertDiff(diff));
        expect(sorted(back)).toEqual(sorted(before));
      }),
      { seed: 2031, numRuns: 500 },
    );
  });

  test('D3: a squashed diff does what its parts do in order, and its inverse takes all back', () => {
    fc.assert(
      fc.property(stories, ({ start, steps }) => {
        const before = startOf(start);
        let state: State = before;
        let squashed: Diff = emptyDiff;
        for (const wishes of steps) {
          const diff = diffFor(state, wishes);
          state = applyDiff(state, diff);
          squashed = squashDiffs(squashed, diff);
        }
        expect(sorted(applyDiff(before, squashed))).toEqual(sorted(state));
        expect(sorted(applyDiff(state, invertDiff(squashed)))).toEqual(sorted(before));
      }),
      { seed: 2031, numRuns: 500 },
    );
  });

  test('D1: a squashed diff names each record at most once', () => {
    fc.assert(
      fc.property(stories, ({ start, steps }) => {
        let state = startOf(start);
        let squashed: Diff = emptyDiff;
        for (const wishes of steps) {
          const diff = diffFor(state, wishes);
          state = applyDiff(state, diff);
          squashed = squashDiffs(squashed, diff);
        }
        const named = [
          ...squashed.added.map(({ id }) => id),
          ...squashed.updated.map(([record]) => record.id),
          ...squashed.removed.map(({ id }) => id),
        ];
        expect(new Set(named).size).toBe(named.length);
      }),
      { seed: 2031, numRuns: 300 },
    );
  });

  test('D3: what is added and removed again leaves no trace', () => {
    const added: Diff = { added: [tag('a', 'x')], updated: [], removed: [] };
    expect(isEmptyDiff(squashDiffs(added, invertDiff(added)))).toBe(true);
  });

  test('D4: a diff for another state is refused whole', () => {
    const state = startOf(['a']);
    const other: Diff = { added: [tag('b', 'new')], updated: [], removed: [tag('c', 'gone')] };
    expect(() => applyDiff(state, other)).toThrow(RangeError);
    expect(sorted(state)).toEqual([tag('a', 'start')]);
    expect(() => applyDiff(state, { ...emptyDiff, added: [tag('a', 'again')] })).toThrow(
      RangeError,
    );
    const missing = [tag('z', 'old'), tag('z', 'new')] as const;
    expect(() => applyDiff(state, { ...emptyDiff, updated: [missing] })).toThrow(RangeError);
  });
});
