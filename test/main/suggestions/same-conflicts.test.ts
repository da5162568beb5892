import { expect, onTestFinished, test } from 'vitest';
import type { TextOffset } from '../../../app/base/brand.ts';
import { rowsOf } from '../../../main/services/catalogue/catalogue-database.ts';
import {
  type ConflictRow,
  SuggestionRows,
} from '../../../main/services/suggestions/suggestion-rows.ts';
import { SuggestionsFile } from '../../../main/services/suggestions/suggestions-file.ts';
import { temporaryFolder } from '../support/samples.ts';

/** Tables with nothing in them. */
async function emptyRows() {
  const folder = await temporaryFolder();
  const file = SuggestionsFile.make({
    file: `${folder}/suggestions.db`,
    texts: folder,
    snapshots: folder,
    journal: folder,
    projectId: 'x',
  });
  onTestFinished(() => file.close(true));
  const rows = new SuggestionRows(file.database);
  /** The keys of conflicts, those that are the same together. */
  const groups = (): string[] => {
    const found = new Map<number, string[]>();
    const kept = rowsOf<[string, number]>(
      file.database.prepare('SELECT CAST(key AS BLOB), same FROM suggestions ORDER BY key'),
    );
    for (const [key, same] of kept) found.set(same, [...(found.get(same) ?? []), key]);
    return [...found.values()].map((keys) => keys.join(' ')).sort();
  };
  const sides = (): number =>
    rowsOf<[number]>(file.database.prepare('SELECT count(*) FROM sides'))[0]?.[0] ?? 0;
  return { rows, groups, sides };
}

/** A conflict of two values at a place of each of two articles. */
function conflict(
  key: string,
  [one, place, value]: readonly [number, number, string],
  [other, otherPlace, otherValue]: readonly [number, number, string],
): ConflictRow {
  const at = (start: number, of: string) => {
    const [from, to] = [start as TextOffset, (start + 1) as TextOffset];
    return [from, to, from, to, of] as const;
  };
  return {
    kind: 'conflict',
    key,
    score: 0.5,
    formula: false,
    one,
    other,
    value: {
      about: 'figure',
      joined: 'parallel',
      remark: null,
      one: at(place, value),
      other: at(otherPlace, otherValue),
    },
  };
}

test('Z10: conflicts that have nothing to do with each other stay apart when an article is read again', async () => {
  const { rows, groups, sides } = await emptyRows();
  const jobs = conflict('jobs', [1, 10, '5 jobs'], [2, 20, '6 jobs']);
  const dates = conflict('dates', [2, 70, 'Monday'], [3, 90, 'Friday']);
  const length = conflict('length', [1, 40, '31 km'], [4, 20, '33 km']);
  rows.addConflicts([jobs]);
  rows.removeConflicts(1);
  expect(sides()).toBe(0);
  // The number of the row that is gone is given again.
  rows.addConflicts([dates]);
  rows.addConflicts([jobs, length]);
  expect(groups()).toEqual(['dates', 'jobs', 'length']);
});

test('Z10: what was the same by way of an article that is gone is the same no more', async () => {
  const { rows, groups, sides } = await emptyRows();
  rows.addConflicts([
    conflict('a b', [1, 0, 'x'], [2, 0, 'y']),
    conflict('b c', [2, 0, 'y'], [3, 0, 'x']),
    conflict('c d', [3, 0, 'x'], [4, 0, 'y']),
    conflict('d e', [4, 0, 'y'], [5, 0, 'x']),
  ]);
  expect(groups()).toEqual(['a b b c c d d e']);
  rows.removeArticle(3);
  expect(groups()).toEqual(['a b', 'd e']);
  expect(sides()).toBe(4);
  rows.addConflicts([
    conflict('b c', [2, 0, 'y'], [3, 0, 'x']),
    conflict('c d', [3, 0, 'x'], [4, 0, 'y']),
  ]);
  expect(groups()).toEqual(['a b b c c d d e']);
});
