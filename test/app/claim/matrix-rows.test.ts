import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trashArticles } from '../../../app/article/article-state.ts';
import { everyMatrixColumn } from '../../../app/claim/matrix-columns.ts';
import {
  claimSources,
  type MatrixFilter,
  type MatrixRowChoice,
  matrixRows,
  matrixSorts,
} from '../../../app/claim/matrix-rows.ts';
import { presentEvidence } from '../../../app/claim/present-evidence.ts';
import { confirmSilence } from '../../../app/claim/silence-diffs.ts';
import type { ClaimId } from '../../../app/record/ids.ts';
import type { ClaimRecord } from '../../../app/record/records.ts';
import { ClaimsProject } from './claims-project.ts';
import { clustered, plainColumns } from './matrix-articles.ts';

const noFilter: MatrixFilter = {
  words: '',
  statuses: [],
  speakers: [],
  importances: [],
  acceptsTags: null,
  unchecked: false,
  disputed: false,
};

function rowsOf(
  project: ClaimsProject,
  patch: Partial<Omit<MatrixRowChoice, 'filter'>> & {
    readonly filter?: Partial<MatrixFilter>;
  } = {},
) {
  const { records } = project;
  const columns = everyMatrixColumn(records.list('article'), plainColumns, clustered(), 'en-GB');
  const rows = matrixRows(records, records.list('claim'), {
    ...{ sort: 'order', descending: false, folded: new Set(), columns, clusterOf: clustered() },
    ...patch,
    filter: { ...noFilter, ...patch.filter },
  });
  return rows.map(({ claim, depth, isContext }) => {
    return `${' '.repeat(depth)}${claim.wording}${isContext ? '…' : ''}`;
  });
}

describe('rows of the matrix', () => {
  test('X7: a tree, each level sorted, what is folded away left out', () => {
    const project = new ClaimsProject();
    const b = project.claim('b', { status: 'refuted' });
    project.claim('b1', { parentId: b.id });
    project.claim('a', { status: 'disputed' });
    project.claim('b0', { parentId: b.id });
    expect(rowsOf(project)).toEqual(['b', ' b1', ' b0', 'a']);
    expect(rowsOf(project, { sort: 'wording' })).toEqual(['a', 'b', ' b0', ' b1']);
    expect(rowsOf(project, { sort: 'wording', descending: true })).toEqual([
      ...['b', ' b1', ' b0', 'a'],
    ]);
    expect(rowsOf(project, { folded: new Set([b.id]) })).toEqual(['b', 'a']);
  });

  test('X7: what is not stated comes last in either direction', () => {
    const project = new ClaimsProject();
    project.claim('none');
    project.claim('May', { saidOn: '2031-05', importance: 1 });
    project.claim('June', { saidOn: '2031-06-02', importance: 3 });
    expect(rowsOf(project, { sort: 'said' })).toEqual(['May', 'June', 'none']);
    expect(rowsOf(project, { sort: 'said', descending: true })).toEqual(['June', 'May', 'none']);
    expect(rowsOf(project, { sort: 'importance' })).toEqual(['June', 'May', 'none']);
    expect(rowsOf(project, { sort: 'importance', descending: true })).toEqual([
      ...['May', 'June', 'none'],
    ]);
  });

  test('X7, Q7: by independent sources, a copy of the same text counting once', () => {
    const project = new ClaimsProject(3);
    const articles = project.records.list('article');
    const one = project.claim('one');
    const two = project.claim('two');
    project.file(one, [project.annotate(0), project.annotate(0, 30)], 'asserts');
    project.file(two, [project.annotate(0, 50), project.annotate(1, 50)], 'asserts');
    const apart = claimSources(project.records, two, clustered());
    const together = clustered(articles.map(({ id }) => id));
    expect(claimSources(project.records, two, together)).toBe(1);
    expect(apart).toBeGreaterThanOrEqual(1);
    expect(rowsOf(project, { sort: 'sources' })).toHaveLength(2);
  });

  test('Q7, M4: articles in the trash are no sources, neither to sort by nor of a dispute', () => {
    const project = new ClaimsProject(2);
    const claim = project.claim('a');
    project.file(claim, [project.annotate(0)], 'denies');
    project.file(claim, [project.annotate(1)], 'asserts');
    for (const [index, article] of project.records.list('article').entries()) {
      const corrected = { outlet: `Outlet ${index}` };
      project.act({ added: [], updated: [[article, { ...article, corrected }]], removed: [] });
    }
    const { records } = project;
    const disputed = { filter: { disputed: true } };
    expect(claimSources(records, claim, clustered())).toBe(2);
    expect(rowsOf(project, disputed)).toEqual(['a']);
    expect(presentEvidence(records, claim.id)).toHaveLength(2);
    const [, other] = records.list('article');
    if (other === undefined) throw new Error('There is no other article.');
    project.act(trashArticles(project.maker, [other]));
    expect(claimSources(records, claim, clustered())).toBe(1);
    expect(rowsOf(project, disputed)).toEqual([]);
    expect(presentEvidence(records, claim.id)).toHaveLength(1);
  });

  test('X8: words and numbers, with those above shown for what is below them', () => {
    const project = new ClaimsProject();
    const cost = project.claim('What it costs');
    project.claim('Crédits of 4.2 billion', { parentId: cost.id });
    project.claim('When it opens');
    expect(rowsOf(project, { filter: { words: 'CREDITS billion' } })).toEqual([
      ...['What it costs…', ' Crédits of 4.2 billion'],
    ]);
    expect(rowsOf(project, { filter: { words: 'c3' } })).toEqual(['When it opens']);
    const folded = new Set<string>([cost.id]);
    expect(rowsOf(project, { folded, filter: { words: 'billion' } })).toHaveLength(2);
  });

  test('X8: status, speaker, importance and tags', () => {
    const project = new ClaimsProject();
    project.claim('a', { status: 'refuted', speaker: 'Oduya', importance: 2 });
    project.claim('b');
    expect(rowsOf(project, { filter: { statuses: ['refuted'] } })).toEqual(['a']);
    expect(rowsOf(project, { filter: { speakers: [''] } })).toEqual(['b']);
    expect(rowsOf(project, { filter: { importances: [2, 3] } })).toEqual(['a']);
    expect(rowsOf(project, { filter: { acceptsTags: (ids) => ids.length > 0 } })).toEqual([]);
  });

  test('X8: a claim has unchecked cells until each article has evidence or silence', () => {
    const project = new ClaimsProject(2);
    const claim = project.claim('a');
    const unchecked = { filter: { unchecked: true } };
    project.file(claim, [project.annotate(0)], 'asserts');
    expect(rowsOf(project, unchecked)).toEqual(['a']);
    const [, other] = project.records.list('article');
    if (other === undefined) throw new Error('There is no other article.');
    const search = { search: 'a', mode: 'words' } as const;
    project.act(confirmSilence(project.maker, project.records, claim, [other], search));
    expect(rowsOf(project, unchecked)).toEqual([]);
  });

  test('X8: disputed is what one source denies and another one says, not one source with itself', () => {
    const project = new ClaimsProject(2);
    const articles = project.records.list('article');
    const claim = project.claim('a');
    const disputed = { filter: { disputed: true } };
    project.file(claim, [project.annotate(0)], 'denies');
    project.file(claim, [project.annotate(1)], 'reports');
    const outlets = new Set(articles.map(({ detected }) => detected.outlet));
    expect(rowsOf(project, disputed)).toEqual(outlets.size > 1 ? ['a'] : []);
    const clusterOf = clustered(articles.map(({ id }) => id));
    expect(rowsOf(project, { ...disputed, clusterOf })).toEqual([]);
  });

  test('X7: whatever the parents and the sort, each claim is listed once, below its parent', () => {
    const claims = fc.array(fc.tuple(fc.nat(9), fc.boolean()), { maxLength: 10 });
    fc.assert(
      fc.property(
        claims,
        fc.constantFrom(...matrixSorts),
        fc.boolean(),
        (list, sort, descending) => {
          const project = new ClaimsProject(1);
          const made: ClaimRecord[] = [];
          for (const [parent, isPart] of list) {
            const above = isPart ? made[parent] : undefined;
            made.push(project.claim(`c${made.length}`, { parentId: above?.id ?? null }));
          }
          // A ring, as two machines could make it.
          const [first, last] = [made[0], made.at(-1)];
          if (first !== undefined && last !== undefined && first !== last) {
            const ring = { ...first, parentId: last.id };
            project.act({ added: [], updated: [[first, ring]], removed: [] });
          }
          const { records } = project;
          const rows = matrixRows(records, records.list('claim'), {
            ...{ sort, descending, folded: new Set(), columns: [], clusterOf: clustered() },
            filter: noFilter,
          });
          expect(rows.map(({ claim }) => claim.id).toSorted()).toEqual(
            made.map(({ id }) => id).toSorted(),
          );
          const stack: ClaimId[] = [];
          for (const { claim, depth } of rows) {
            expect(depth).toBeLessThanOrEqual(stack.length);
            stack.length = depth;
            if (depth > 0) expect(claim.parentId).toBe(stack[depth - 1]);
            stack.push(claim.id);
          }
        },
      ),
      { seed: 7, numRuns: 150 },
    );
  });
});
