import { describe, expect, test } from 'vitest';
import { addClaim, removeClaim } from '../../../app/claim/claim-diffs.ts';
import { applyDiff, type RecordMap } from '../../../app/record/diff.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { ClaimRecord, ProjectRecord } from '../../../app/record/records.ts';
import { undoDiff } from '../../../app/record/undo-diff.ts';
import { countingMaker } from '../../support/records.ts';

const draft = { wording: 'It costs 4.2 billion.', speaker: null, status: 'open' as const };

/** A source over a state, as far as claims look into it. */
function over(state: RecordMap): RecordSource {
  const ofKind = (kind: string): ProjectRecord[] =>
    [...state.values()].filter((record) => record.kind === kind);
  const source: Partial<RecordSource> = {
    list: ((kind: string) => ofKind(kind)) as RecordSource['list'],
    evidenceOf: () => [],
    silencesOf: () => [],
    linksAt: () => [],
  };
  return source as RecordSource;
}

describe('numbers of claims', () => {
  test('D6: the number of a removed claim is not given again', () => {
    const maker = countingMaker();
    const first = addClaim(maker, over(new Map()), draft);
    let state = applyDiff(new Map(), first.diff);
    state = applyDiff(state, removeClaim(maker, over(state), first.claim));
    expect(addClaim(maker, over(state), draft).claim.number).toBe(2);
  });

  test('D6: nor is that of an undone one, and undo still goes on past it', () => {
    const maker = countingMaker();
    const first = addClaim(maker, over(new Map()), draft);
    let state = applyDiff(new Map(), first.diff);
    const second = addClaim(maker, over(state), draft);
    state = applyDiff(state, second.diff);
    const undo = undoDiff(state, second.diff, maker);
    if (undo === null) throw new Error('The undo was refused.');
    state = applyDiff(state, undo);
    const third = addClaim(maker, over(state), draft);
    expect(third.claim.number).toBe(3);
    state = applyDiff(state, third.diff);
    const claims = [...state.values()].filter(({ kind }) => kind === 'claim') as ClaimRecord[];
    expect(claims.map(({ number }) => number).sort()).toEqual([1, 3]);
  });
});
