import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setSpeaker } from '../../../../app/claim/speaker-diffs.ts';
import type { ClaimRecord, ClaimStatus, Importance } from '../../../../app/record/records.ts';
import { claimLines } from '../../../../renderer/session/claims/claim-lines.ts';
import {
  type ClaimsFilter,
  noClaimsFilter,
} from '../../../../renderer/session/claims/claims-state.ts';
import {
  type ClaimsListView,
  claimsSorts,
  readClaimsListView,
} from '../../../../renderer/session/claims/claims-view-setting.ts';
import { matchClaims } from '../../../../renderer/session/claims/match-claims.ts';
import { matchSpeakers } from '../../../../renderer/session/claims/speakers.ts';
import { ClaimsProject } from '../../../app/claim/claims-project.ts';

const own: ClaimsListView = { sort: 'order', descending: false, collapsed: [] };

/** The lines as one text: `C1 >C2 (C3)`; in parentheses what is only the way. */
function shown(
  project: ClaimsProject,
  filter: Partial<ClaimsFilter> = {},
  view: Partial<ClaimsListView> = {},
): string {
  const { lines } = claimLines(
    project.records,
    { ...noClaimsFilter, ...filter },
    { ...own, ...view },
  );
  return lines
    .map(({ claim, level, isFound }) => {
      const name = isFound ? `C${claim.number}` : `(C${claim.number})`;
      return `${'>'.repeat(level - 1)}${name}`;
    })
    .join(' ');
}

function project() {
  const made = new ClaimsProject();
  const one = made.claim('The tunnel is long.', { status: 'disputed', importance: 3 });
  const two = made.claim('It costs much.', { parentId: one.id, saidOn: '2024-02', place: 'Hesk' });
  made.claim('It costs 4.2 billion.', { parentId: two.id, saidOn: '2024-01-05', importance: 1 });
  made.claim('Nobody asked.', { speaker: 'Borea' });
  made.act(setSpeaker(made.maker, made.records, made.now(two.id), 'José Ruiz'));
  return { made, one, two };
}

describe('the list of claims', () => {
  test('Q12: a filter leaves what meets all that is asked, and the way to it', () => {
    const { made } = project();
    const [ruiz] = made.records.list('speaker');
    if (ruiz === undefined) throw new Error('No speaker.');
    expect(shown(made)).toBe('C1 >C2 >>C3 C4');
    expect(shown(made, { text: 'COSTS' })).toBe('(C1) >C2 >>C3');
    expect(shown(made, { text: 'jose costs' })).toBe('(C1) >C2');
    expect(shown(made, { text: 'c3' })).toBe('(C1) >(C2) >>C3');
    expect(shown(made, { text: 'hesk' })).toBe('(C1) >C2');
    expect(shown(made, { speaker: { id: ruiz.id } })).toBe('(C1) >C2');
    expect(shown(made, { speaker: { text: 'borea' } })).toBe('C4');
    expect(shown(made, { status: 'disputed' })).toBe('C1');
    expect(shown(made, { importance: 1 })).toBe('C1 >(C2) >>C3');
    expect(shown(made, { importance: 2 })).toBe('C1');
    expect(shown(made, { text: 'costs', status: 'disputed' })).toBe('');
  });

  test('Q12: each level is sorted, what is not there last; folded claims hide what is below', () => {
    const { made, one, two } = project();
    expect(shown(made, {}, { collapsed: [two.id] })).toBe('C1 >C2 C4');
    expect(shown(made, { text: '4.2' }, { collapsed: [one.id] })).toBe('(C1) >(C2) >>C3');
    expect(shown(made, {}, { sort: 'wording' })).toBe('C4 C1 >C2 >>C3');
    expect(shown(made, {}, { sort: 'speaker' })).toBe('C4 C1 >C2 >>C3');
    expect(shown(made, {}, { sort: 'importance', descending: true })).toBe('C4 C1 >C2 >>C3');
    made.file(made.now(one.id), [made.annotate()], 'asserts');
    expect(shown(made, {}, { sort: 'passages' })).toBe('C1 >C2 >>C3 C4');
  });

  test('Q12: whatever is asked, the lines are the claims that are let through and what is above them', () => {
    const statuses = ['open', 'corroborated', 'disputed', 'refuted'] as const;
    const claim = fc.record({
      parent: fc.option(fc.nat(19)),
      status: fc.constantFrom<ClaimStatus>(...statuses),
      importance: fc.constantFrom<Importance | null>(null, 1, 2, 3),
    });
    const asked = fc.record({
      status: fc.option(fc.constantFrom<ClaimStatus>(...statuses)),
      importance: fc.option(fc.constantFrom<Importance>(1, 2, 3)),
    });
    fc.assert(
      fc.property(
        fc.array(claim, { maxLength: 20 }),
        asked,
        fc.constantFrom(...claimsSorts),
        fc.boolean(),
        (given, filter, sort, descending) => {
          const made = new ClaimsProject(1);
          const claims: ClaimRecord[] = [];
          for (const [index, { parent, ...fields }] of given.entries()) {
            const above = parent === null ? undefined : claims[parent % (index + 1)];
            claims.push(made.claim(`Claim ${index}.`, { ...fields, parentId: above?.id ?? null }));
          }
          const isFound = (one: ClaimRecord): boolean =>
            (filter.status === null || one.status === filter.status) &&
            (filter.importance === null || (one.importance ?? 0) >= filter.importance);
          const wanted = new Set<string>();
          for (const found of claims.filter(isFound)) {
            for (let at: ClaimRecord | undefined = found; at !== undefined; ) {
              wanted.add(at.id);
              const parentId: string | null = at.parentId ?? null;
              at = claims.find(({ id }) => id === parentId);
            }
          }
          const view = { ...own, sort, descending };
          const { lines, found } = claimLines(made.records, { ...noClaimsFilter, ...filter }, view);
          expect(new Set(lines.map((line) => line.claim.id as string))).toEqual(wanted);
          expect(lines).toHaveLength(wanted.size);
          expect(found).toBe(claims.filter(isFound).length);
          for (const [index, line] of lines.entries()) {
            const { parentId } = line.claim;
            const above = lines.findLastIndex((one, at) => at < index && one.level < line.level);
            expect(lines[above]?.claim.id ?? null).toBe(parentId ?? null);
          }
        },
      ),
      { seed: 20_310_512, numRuns: 200 },
    );
  });

  test('Q12: how the list is shown is read from whatever was kept', () => {
    expect(readClaimsListView(null)).toEqual(own);
    expect(readClaimsListView({ sort: 'colour', descending: 1, collapsed: ['a', 3] })).toEqual({
      ...own,
      collapsed: ['a'],
    });
    expect(readClaimsListView({ sort: 'status', descending: true })).toEqual({
      ...own,
      sort: 'status',
      descending: true,
    });
  });
});

describe('what is chosen by typing', () => {
  test('Q1: speakers by any of their names, those that begin so first; names in claims as well', () => {
    const { made } = project();
    const names = (typed: string) => matchSpeakers(made.records, typed).map(({ name }) => name);
    expect(names('')).toEqual(['José Ruiz', 'Borea']);
    expect(names('r')).toEqual(['José Ruiz', 'Borea']);
    expect(names('bo')).toEqual(['Borea']);
    expect(names('jose')).toEqual(['José Ruiz']);
    expect(names('nobody')).toEqual([]);
  });

  test('claims by number first, then by words', () => {
    const { made } = project();
    const numbers = (typed: string) =>
      matchClaims(made.records.list('claim'), typed).map(({ number }) => number);
    expect(numbers('4')).toEqual([4, 3]);
    expect(numbers('c2')).toEqual([2]);
    expect(numbers('costs it')).toEqual([2, 3]);
  });
});
