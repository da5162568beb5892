import type { AnnotationId } from '../record/ids.ts';
import type { CountedPassage } from './counted-passage.ts';
import { fillPeriods, type PeriodUnit, periodOf } from './periods.ts';
import { tagsNearby } from './tags-nearby.ts';

/** Stands for what is not stated: passages without a tag, an outlet or a date. */
export const notStated = '';

/**
 * Passages counted by two things at once. Each figure counts passages, each once, so it is as long as the list that
 * `passages` gives for it (rule E6). A passage with three tags counts in three rows and once in the totals.
 */
export interface CountTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** How many passages there are in all. */
  readonly total: number;
  /** 0 for a row or column that is not in the table. */
  count(row: string, column: string): number;
  rowTotal(row: string): number;
  columnTotal(column: string): number;
  /** The passages of a cell, in the order they were given; `null` for a whole row, column or table. Cost: all passages. */
  passages(row: string | null, column: string | null): readonly AnnotationId[];
}

/** Tags by outlet. Rows and columns come as they are first met. O(passages x tags of one). */
export function countByOutlet(passages: readonly CountedPassage[]): CountTable {
  return countTable(passages, tagRows, ({ outlet }) => [outlet ?? notStated]);
}

/**
 * Tags by the time their articles were published: columns in order, those in which nothing was published included, up to
 * 400 of them; what is not stated last. A date less precise than `unit` has a column of its own.
 */
export function countOverTime(passages: readonly CountedPassage[], unit: PeriodUnit): CountTable {
  const table = countTable(passages, tagRows, ({ published }) => [
    published === null ? notStated : periodOf(published, unit),
  ]);
  const stated = table.columns.filter((period) => period !== notStated);
  const columns = [
    ...fillPeriods(stated, unit),
    ...(stated.length < table.columns.length ? [notStated] : []),
  ];
  return { ...table, columns };
}

/** What makes two tags stand together: one passage has both, or a passage of one overlaps a passage of the other. */
export type Togetherness = 'same' | 'overlap';

/**
 * Tags that stand together (rule E8). A cell counts the passages that have one of its two tags and stand together with the
 * other; it is the same either way round, and with itself it is the tag's own count. Passages without tags are in no cell.
 * O(passages x tags) for `same`; for `overlap` O(n t log n) in each revision, with t tags in it.
 */
export function countTogether(
  passages: readonly CountedPassage[],
  togetherness: Togetherness,
): CountTable {
  const own = ({ tagIds }: CountedPassage): readonly string[] => tagIds;
  if (togetherness === 'same') return countTable(passages, own, own);
  const nearby = tagsNearby(passages);
  return countTable(passages, own, (passage) => nearby.get(passage) ?? passage.tagIds, true);
}

function tagRows({ tagIds }: CountedPassage): readonly string[] {
  return tagIds.length === 0 ? untagged : tagIds;
}

const untagged: readonly string[] = [notStated];

/** `mirrored`: a passage is in a cell also if it has the column's tag and the row's stands near. */
function countTable(
  passages: readonly CountedPassage[],
  rowsOf: (passage: CountedPassage) => readonly string[],
  columnsOf: (passage: CountedPassage) => readonly string[],
  mirrored = false,
): CountTable {
  const rows = new Places();
  const columns = mirrored ? rows : new Places();
  const cells = new Map<number, number>();
  const add = (row: number, column: number): void => {
    const cell = row * width + column;
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  };
  for (const passage of passages) {
    const own = rowsOf(passage);
    const other = columnsOf(passage);
    const places = own.map((row) => rows.count(row));
    // Of a mirrored table the columns are the rows: counted already.
    const across = other.map((column) => (mirrored ? rows.at(column) : columns.count(column)));
    for (const row of places) for (const column of across) add(row, column);
    if (mirrored) addMirrored(places, across, add);
  }
  const total = (totals: Places, name: string): number => totals.total(name);
  return {
    rows: rows.names,
    columns: columns.names,
    total: passages.length,
    count: (row, column) => {
      const [down, along] = [rows.find(row), columns.find(column)];
      return down === undefined || along === undefined ? 0 : (cells.get(down * width + along) ?? 0);
    },
    rowTotal: (row) => total(rows, row),
    columnTotal: (column) => total(columns, column),
    passages: (row, column) => {
      const found: AnnotationId[] = [];
      for (const passage of passages) {
        const own = rowsOf(passage);
        const other = mirrored && (row === null || column === null) ? own : columnsOf(passage);
        const isThere =
          (row === null || own.includes(row)) && (column === null || other.includes(column));
        const isMirrored =
          mirrored &&
          row !== null &&
          column !== null &&
          own.includes(column) &&
          other.includes(row);
        if (isThere || isMirrored) found.push(passage.id);
      }
      return found;
    },
  };
}

/** Cells that a passage is in the other way round and was not counted in yet. */
function addMirrored(
  own: readonly number[],
  near: readonly number[],
  add: (row: number, column: number) => void,
): void {
  for (const row of near) {
    if (own.includes(row)) continue;
    for (const column of own) add(row, column);
  }
}

/** More rows or columns than any codebook or corpus has: what keeps two of them apart in one number. */
const width = 2 ** 24;

/** Names in the order in which they came, with how often each was counted. */
class Places {
  readonly names: string[] = [];
  readonly #index = new Map<string, number>();
  readonly #totals: number[] = [];

  find(name: string): number | undefined {
    return this.#index.get(name);
  }

  at(name: string): number {
    const known = this.#index.get(name);
    if (known !== undefined) return known;
    const index = this.names.length;
    this.#index.set(name, index);
    this.names.push(name);
    this.#totals.push(0);
    return index;
  }

  count(name: string): number {
    const index = this.at(name);
    this.#totals[index] = (this.#totals[index] ?? 0) + 1;
    return index;
  }

  total(name: string): number {
    return this.#totals[this.#index.get(name) ?? -1] ?? 0;
  }
}
