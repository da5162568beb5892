import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  everyMatrixColumn,
  type MatrixColumn,
  type MatrixColumnChoice,
  matrixColumns,
} from '../../../app/claim/matrix-columns.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import { countingMaker, sampleArticle } from '../../support/records.ts';
import { clustered, plainColumns, withFacts } from './matrix-articles.ts';

const maker = countingMaker();
const article = (number: number, facts: Partial<ArticleRecord['detected']>): ArticleRecord =>
  withFacts(sampleArticle(maker, number), facts);
const wire = article(1, { outlet: 'Meridian Wire', published: '2031-05-12T06:00', title: 'Cost' });
const times = article(2, { outlet: 'The Harbour Times', published: '2031-05-12' });
const coast = article(3, { outlet: 'Coast FM', published: '2031-05-13', title: 'Cost again' });
const ledger = article(4, { outlet: 'The Ledger', published: null, language: 'fr' });
const second = article(5, { outlet: 'meridian wire ', published: '2031-05-14' });
const nobody = article(6, { outlet: null, published: '2031-05-11', title: 'A leaflet' });
const all = [wire, times, coast, ledger, second, nobody];
const copies = clustered([wire.id, coast.id, second.id]);

function shown(
  patch: Partial<MatrixColumnChoice>,
  clusterOf = clustered(),
): readonly MatrixColumn[] {
  const choice = { ...plainColumns, ...patch };
  return matrixColumns(everyMatrixColumn(all, choice, clusterOf, 'en-GB'), choice);
}

const titles = (columns: readonly MatrixColumn[]): readonly string[] =>
  columns.map(({ title }) => title.trim());

describe('columns of the matrix', () => {
  test('X2: articles stand by date, those without one last', () => {
    expect(titles(shown({}))).toEqual([
      'A leaflet',
      'The Harbour Times',
      'Meridian Wire',
      'Coast FM',
      'meridian wire',
      'The Ledger',
    ]);
  });

  test('X1: articles of one outlet, however it is written, are one column; of no outlet each its own', () => {
    const columns = shown({ columnsBy: 'outlet' });
    expect(titles(columns)).toEqual([
      'A leaflet',
      'The Harbour Times',
      'Meridian Wire',
      'Coast FM',
      'The Ledger',
    ]);
    expect(columns[2]?.articleIds).toEqual([wire.id, second.id]);
    expect(columns[2]?.facts).toEqual(['12 May 2031 to 14 May 2031', '2 articles']);
  });

  test('X1: heads say date, near duplicates and a language that is not the usual one', () => {
    const facts = new Map(shown({}, copies).map(({ id, facts }) => [id, facts]));
    expect(facts.get(wire.id)).toEqual(['12 May 2031', 'wire, 2 copies']);
    expect(facts.get(coast.id)).toEqual(['13 May 2031', 'copy of Meridian Wire']);
    expect(facts.get(ledger.id)).toEqual(['no date', 'fr']);
  });

  test('X1: a guessed outlet and a guessed date are marked', () => {
    const guess = {
      ...article(7, { outlet: 'HNA', published: '2031-05-12' }),
      provenance: {
        outlet: { source: 'text', confidence: 'guessed' },
        published: { source: 'file-date', confidence: 'guessed' },
      },
    } as const satisfies ArticleRecord;
    const [column] = everyMatrixColumn([guess], plainColumns, clustered(), 'en-GB');
    expect(column?.title).toBe('HNA (guess)');
    expect(column?.facts).toEqual(['12 May 2031 (guess)']);
  });

  test('X6: a column of copies counts with the first; an outlet with a text of its own does not', () => {
    const withs = new Map(shown({}, copies).map(({ id, countsWith }) => [id, countsWith]));
    expect(withs.get(coast.id)).toBe('Meridian Wire');
    expect(withs.get(wire.id)).toBeNull();
    const outlets = shown({ columnsBy: 'outlet' }, copies);
    expect(outlets.map(({ countsWith }) => countsWith)).toEqual([
      ...[null, null, null],
      'Meridian Wire',
      null,
    ]);
  });

  test('X6: where the first of a cluster is in the trash, its copies stand for themselves', () => {
    const [column] = everyMatrixColumn([coast], plainColumns, copies, 'en-GB');
    expect(column?.countsWith).toBeNull();
  });

  test('X2: moves follow each other; a move behind what is gone is none', () => {
    const moves = [
      { id: ledger.id, after: null },
      { id: wire.id, after: ledger.id },
      { id: coast.id, after: 'gone' },
    ];
    expect(titles(shown({ moves })).slice(0, 3)).toEqual([
      'The Ledger',
      'Meridian Wire',
      'A leaflet',
    ]);
  });

  test('X2: groups stand where their first column does, pinned columns before all of them', () => {
    const columns = shown({ group: 'language', pinned: [coast.id] });
    expect(columns.map(({ group }) => group)).toEqual([null, 'en', 'en', 'en', 'en', 'fr']);
    expect(titles(columns)[0]).toBe('Coast FM');
    const byCluster = shown({ group: 'cluster' }, copies);
    expect(titles(byCluster).slice(3)).toEqual(['Meridian Wire', 'Coast FM', 'meridian wire']);
  });

  test('X2: whatever is chosen, each column that is not hidden is shown once, pinned ones first', () => {
    const ids = all.map(({ id }) => id);
    const some = fc.uniqueArray(fc.constantFrom(...ids));
    const move = fc.record({
      id: fc.constantFrom(...ids),
      after: fc.option(fc.constantFrom(...ids), { nil: null }),
    });
    fc.assert(
      fc.property(
        fc.array(move, { maxLength: 12 }),
        some,
        some,
        fc.constantFrom('none', 'date', 'cluster', 'language' as const),
        (moves, hidden, pinned, group) => {
          const choice = { moves, hidden, pinned, group: group as 'none' };
          const columns = shown(choice, copies);
          expect(columns.map(({ id }) => id).toSorted()).toEqual(
            ids.filter((id) => !hidden.includes(id)).toSorted(),
          );
          const seen = pinned.filter((id) => !hidden.includes(id));
          expect(columns.slice(0, seen.length).map(({ id }) => id)).toEqual(seen);
          // A group is one stretch.
          const groups = columns.slice(seen.length).map((column) => column.group);
          const turns = groups.filter((one, index) => index > 0 && one !== groups[index - 1]);
          expect(turns.length).toBeLessThan(Math.max(1, new Set(groups).size));
          if (group !== 'none') return;
          // The last column that was moved stands behind what it was moved behind, if nothing else came between.
          const last = moves.at(-1);
          const free = columns.slice(seen.length).map(({ id }) => id);
          const place = last === undefined ? -1 : free.indexOf(last.id);
          if (last === undefined || place < 0 || last.after === last.id) return;
          if (last.after === null) expect(place).toBe(0);
          else if (free.includes(last.after)) expect(free[place - 1]).toBe(last.after);
        },
      ),
      { seed: 11, numRuns: 300 },
    );
  });
});
