import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileAll } from '../../../app/claim/file-all.ts';
import { describeMatrixCell, isFilled, matrixCell } from '../../../app/claim/matrix-cell.ts';
import { everyMatrixColumn, type MatrixColumn } from '../../../app/claim/matrix-columns.ts';
import { confirmSilence, withdrawSilences } from '../../../app/claim/silence-diffs.ts';
import type { RevisionId } from '../../../app/record/ids.ts';
import { newRecord, nextRecord } from '../../../app/record/record-factory.ts';
import type { ArticleRecord, ClaimRecord, Stance } from '../../../app/record/records.ts';
import { ClaimsProject } from './claims-project.ts';
import { clustered, plainColumns } from './matrix-articles.ts';

const search = { search: 'cost* OR 4.2', mode: 'words' } as const;

function columnsOf(project: ClaimsProject, copies = false): readonly MatrixColumn[] {
  const articles = project.records.list('article');
  const clusterOf = copies ? clustered(articles.map(({ id }) => id)) : clustered();
  return everyMatrixColumn(articles, plainColumns, clusterOf, 'en-GB');
}

function cellAt(project: ClaimsProject, claim: ClaimRecord, index: number, copies = false) {
  const column = columnsOf(project, copies)[index];
  if (column === undefined) throw new Error('There is no such column.');
  return matrixCell(project.records, claim, column);
}

function articleAt(project: ClaimsProject, index: number): ArticleRecord {
  const id = columnsOf(project)[index]?.articleIds[0];
  const article = id === undefined ? null : project.records.get('article', id);
  if (article === null) throw new Error('There is no such article.');
  return article;
}

/** Where an article stands in the list that `annotate` counts in. */
function listed(project: ClaimsProject, article: ArticleRecord): number {
  return project.records.list('article').findIndex(({ id }) => id === article.id);
}

describe('cells of the matrix', () => {
  test('X4: nobody has looked yet', () => {
    const project = new ClaimsProject();
    const cell = cellAt(project, project.claim('It costs 4.2 billion.'), 0);
    expect(describeMatrixCell(cell)).toBe('not yet checked');
    expect(isFilled(cell)).toBe(false);
  });

  test('X3: evidence in the order of the text, each stance once', () => {
    const project = new ClaimsProject();
    const claim = project.claim('It costs 4.2 billion.');
    const place = listed(project, articleAt(project, 0));
    const late = project.annotate(place, 40);
    const early = project.annotate(place, 10);
    const middle = project.annotate(place, 20);
    project.file(claim, [late], 'denies');
    project.file(claim, [early, middle], 'asserts');
    const cell = cellAt(project, claim, 0);
    expect(
      cell.kind === 'evidence' && cell.passages.map(({ annotation }) => annotation.id),
    ).toEqual([early.id, middle.id, late.id]);
    expect(describeMatrixCell(cell)).toBe('asserts and denies, 3 passages');
  });

  test('X3: a passage is shown in its present words', () => {
    const project = new ClaimsProject();
    const claim = project.claim('It costs 4.2 billion.');
    const annotation = project.annotate(listed(project, articleAt(project, 0)));
    project.file(claim, [annotation], 'asserts');
    cellAt(project, claim, 0);
    const passage = { ...annotation.passage, quote: 'other words' };
    const carried = nextRecord(project.maker, annotation, { passage });
    project.act({ added: [], updated: [[annotation, carried]], removed: [] });
    const cell = cellAt(project, claim, 0);
    expect(cell.kind === 'evidence' && cell.passages[0]?.annotation.passage.quote).toBe(
      'other words',
    );
  });

  test('X5: silence keeps search and revision, is one step of undo, and is taken back by another', () => {
    const project = new ClaimsProject();
    const claim = project.claim('It costs 4.2 billion.');
    const article = articleAt(project, 0);
    const confirm = confirmSilence(project.maker, project.records, claim, [article], search);
    expect(project.actAndCheckUndo(confirm)).toBe(true);
    const [silence] = project.records.silencesOf(claim.id);
    expect(silence).toMatchObject({ ...search, revisionId: article.revisionId });
    expect(describeMatrixCell(cellAt(project, claim, 0))).toBe('silent, searched “cost* OR 4.2”');
    const back = withdrawSilences(project.records.silencesOf(claim.id));
    expect(project.actAndCheckUndo(back)).toBe(true);
    expect(cellAt(project, claim, 0).kind).toBe('unchecked');
  });

  test('X5: evidence that is filed later takes the silences of its articles back, in the same step', () => {
    const project = new ClaimsProject();
    const claim = project.claim('It costs 4.2 billion.');
    const articles = [articleAt(project, 0), articleAt(project, 1)];
    project.act(confirmSilence(project.maker, project.records, claim, articles, search));
    const annotation = project.annotate(listed(project, articles[0] ?? articleAt(project, 0)));
    const filed = fileAll(project.maker, project.records, claim, [annotation], 'asserts');
    expect(project.actAndCheckUndo(filed)).toBe(true);
    expect(project.records.silencesOf(claim.id).map((one) => one.articleId)).toEqual([
      articles[1]?.id,
    ]);
    const gone = project.records.evidenceOf(claim.id);
    project.act({ added: [], updated: [], removed: gone });
    expect(cellAt(project, claim, 0).kind).toBe('unchecked');
  });

  test('X5: confirmed again, a silence gets the new search and stays one', () => {
    const project = new ClaimsProject();
    const claim = project.claim('It costs 4.2 billion.');
    const article = articleAt(project, 0);
    for (const words of ['cost', 'price']) {
      const now = { search: words, mode: 'words' } as const;
      project.act(confirmSilence(project.maker, project.records, claim, [article], now));
    }
    expect(project.records.silencesOf(claim.id).map((one) => one.search)).toEqual(['price']);
  });

  test('X5: an article with a passage under the claim is not said to be silent', () => {
    const project = new ClaimsProject();
    const claim = project.claim('It costs 4.2 billion.');
    const article = articleAt(project, 0);
    project.file(claim, [project.annotate(listed(project, article))], 'reports');
    const now = articleAt(project, 0);
    const diff = confirmSilence(project.maker, project.records, claim, [now], search);
    expect(diff.added).toEqual([]);
  });

  test('X4: after another revision the cell says for which one silence was confirmed', () => {
    const project = new ClaimsProject();
    const claim = project.claim('It costs 4.2 billion.');
    const article = articleAt(project, 0);
    project.act(confirmSilence(project.maker, project.records, claim, [article], search));
    const before = project.records.get('revision', article.revisionId);
    if (before === null) throw new Error('The article has no revision.');
    const revision = newRecord(project.maker, 'revision', {
      ...{ articleId: article.id, hash: before.hash, length: 1, blockCount: 1, wordCount: 1 },
      number: 2,
    });
    const changed = nextRecord(project.maker, article, { revisionId: revision.id as RevisionId });
    project.act({ added: [revision], updated: [[article, changed]], removed: [] });
    const cell = cellAt(project, claim, 0);
    expect(describeMatrixCell(cell)).toContain('confirmed for revision 1');
  });

  test('X6: a copy counts with the first until it has evidence or silence of its own', () => {
    const project = new ClaimsProject();
    const claim = project.claim('It costs 4.2 billion.');
    expect(cellAt(project, claim, 0, true).kind).toBe('unchecked');
    expect(cellAt(project, claim, 1, true).kind).toBe('copy');
    project.file(claim, [project.annotate(listed(project, articleAt(project, 1)))], 'reports');
    const cell = cellAt(project, claim, 1, true);
    expect(describeMatrixCell(cell)).toMatch(/^reports, 1 passage, counts with /);
  });

  test('X3 to X6: every cell is what a slow look through all records says', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('file'), article: fc.nat(3), start: fc.nat(60) }),
      fc.record({ kind: fc.constant('silence'), article: fc.nat(3), start: fc.nat(1) }),
      fc.record({ kind: fc.constant('back'), article: fc.nat(3), start: fc.nat(1) }),
    );
    const stance = fc.constantFrom<Stance>(
      'asserts',
      'denies',
      'reports',
      'qualifies',
      'questions',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(step, stance, fc.nat(1)), { maxLength: 14 }), (steps) => {
        const project = new ClaimsProject(4);
        const claims = [project.claim('One.'), project.claim('Other.')];
        for (const [{ kind, article: index, start }, given, which] of steps) {
          const claim = claims[which];
          const article = project.records.list('article')[index];
          if (claim === undefined || article === undefined) continue;
          const { maker, records } = project;
          if (kind === 'file') project.file(claim, [project.annotate(index, start)], given);
          else if (kind === 'silence') {
            project.act(confirmSilence(maker, records, claim, [article], search));
          } else {
            const silences = records.silencesOf(claim.id);
            project.act(withdrawSilences(silences.filter((one) => one.articleId === article.id)));
          }
        }
        for (const claim of claims) {
          for (const column of columnsOf(project)) {
            const cell = matrixCell(project.records, claim, column);
            const evidence = project.records
              .list('evidence')
              .filter(({ claimId }) => claimId === claim.id)
              .filter(({ annotationId }) => {
                const annotation = project.records.get('annotation', annotationId);
                return annotation !== null && column.articleIds.includes(annotation.articleId);
              });
            const silent = project.records
              .list('silence')
              .some((one) => one.claimId === claim.id && column.articleIds.includes(one.articleId));
            const kind = evidence.length > 0 ? 'evidence' : silent ? 'silent' : 'unchecked';
            expect(cell.kind).toBe(kind);
            if (cell.kind !== 'evidence') continue;
            expect(cell.passages.map((one) => one.evidence.id).toSorted()).toEqual(
              evidence.map(({ id }) => id).toSorted(),
            );
            expect(new Set(cell.stances)).toEqual(new Set(evidence.map((one) => one.stance)));
          }
        }
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});
