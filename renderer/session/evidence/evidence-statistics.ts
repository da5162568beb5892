import type { CountedPassage } from '../../../app/annotation/counted-passage.ts';
import {
  type CountTable,
  countByOutlet,
  countOverTime,
  countTogether,
  notStated,
} from '../../../app/annotation/tag-statistics.ts';
import { tagTree } from '../../../app/annotation/tag-tree.ts';
import { formatPublished } from '../../../app/article/published-date.ts';
import type { TagId } from '../../../app/record/ids.ts';
import type { TagColor, TagRecord } from '../../../app/record/records.ts';
import { locale } from '../article-list.ts';
import { shortDate } from '../library/library-columns.ts';
import type { EvidenceItem } from './evidence-item.ts';
import type { StatisticsChoice } from './evidence-state.ts';

/** A row or a column of a statistic, as it is shown. `null` as its key: all of them. */
export interface StatisticsHead {
  readonly key: string | null;
  readonly title: string;
  /** Short, for the head of a narrow column. */
  readonly short: string;
  readonly color?: TagColor;
  /** How many tags stand above a tag: it is moved in by as much. */
  readonly depth: number;
}

/** A table of figures with its heads; the first row and the first column are those of all passages. */
export interface Statistics {
  readonly table: CountTable;
  readonly rows: readonly StatisticsHead[];
  readonly columns: readonly StatisticsHead[];
  /** The largest figure that is no total: what is shaded darkest. */
  readonly most: number;
}

/**
 * Counts rows of the table by their tags. Tags stand in the order of the codebook, outlets with the most passages first,
 * what is not stated last. Cost: the rows and their tags, and the figures of the table.
 */
export function evidenceStatistics(
  items: readonly EvidenceItem[],
  choice: StatisticsChoice,
  tags: readonly TagRecord[],
): Statistics {
  const passages = countedPassages(items, choice.rollUp ? tags : null);
  const table = tableOf(passages, choice);
  const rows = tagHeads(table.rows, tags);
  const columns =
    choice.kind === 'outlet'
      ? outletHeads(table)
      : choice.kind === 'time'
        ? table.columns.map(periodHead)
        : tagHeads(table.columns, tags);
  return {
    table,
    rows: [{ ...all, title: 'All passages' }, ...rows],
    columns: [all, ...columns],
    most: mostOf(table, choice.kind === 'together'),
  };
}

const all: StatisticsHead = { key: null, title: 'All', short: 'All', depth: 0 };

/** The figure of a cell, totals included. */
export function figureOf(
  { table }: Statistics,
  { key: row }: StatisticsHead,
  { key: column }: StatisticsHead,
): number {
  if (row === null) return column === null ? table.total : table.columnTotal(column);
  return column === null ? table.rowTotal(row) : table.count(row, column);
}

function tableOf(passages: readonly CountedPassage[], choice: StatisticsChoice): CountTable {
  switch (choice.kind) {
    case 'outlet':
      return countByOutlet(passages);
    case 'time':
      return countOverTime(passages, choice.unit);
    case 'together':
      return countTogether(passages, choice.togetherness);
  }
}

/** `tags`: every tag counts for those above it as well; `null`: only for itself. */
function countedPassages(
  items: readonly EvidenceItem[],
  tags: readonly TagRecord[] | null,
): readonly CountedPassage[] {
  const tree = tags === null ? null : tagTree(tags);
  const paths = new Map<TagId, readonly TagId[]>();
  const pathOf = (id: TagId): readonly TagId[] => {
    const known = paths.get(id);
    if (known !== undefined) return known;
    const path = tree?.path(id).map((tag) => tag.id) ?? [];
    const made = path.length === 0 ? [id] : path;
    paths.set(id, made);
    return made;
  };
  return items.map(({ annotation, source }) => {
    const { id, passage, tagIds } = annotation;
    return {
      id,
      revisionId: passage.revisionId,
      start: passage.start,
      end: passage.end,
      tagIds: tree === null || tagIds.length === 0 ? tagIds : [...new Set(tagIds.flatMap(pathOf))],
      outlet: source.listed.metadata.outlet,
      published: source.day,
    };
  });
}

function tagHeads(keys: readonly string[], tags: readonly TagRecord[]): readonly StatisticsHead[] {
  const left = new Set(keys);
  const tree = tagTree(tags);
  const heads: StatisticsHead[] = [];
  for (const { id, name, color } of tree.inOrder) {
    if (!left.delete(id)) continue;
    const depth = tree.path(id).length - 1;
    heads.push({ key: id, title: name, short: name, color, depth });
  }
  const isUntagged = left.delete(notStated);
  const gone = { title: 'A tag that was removed', short: 'removed', depth: 0 };
  for (const key of left) heads.push({ key, ...gone });
  if (isUntagged) heads.push({ key: notStated, title: 'No tags', short: 'No tags', depth: 0 });
  return heads;
}

function outletHeads(table: CountTable): readonly StatisticsHead[] {
  const stated = table.columns.filter((outlet) => outlet !== notStated);
  const sorted = stated.sort((one, other) => table.columnTotal(other) - table.columnTotal(one));
  const keys = stated.length < table.columns.length ? [...sorted, notStated] : sorted;
  return keys.map((key) => {
    const title = key === notStated ? 'Outlet not stated' : key;
    return { key, title, short: title, depth: 0 };
  });
}

function periodHead(key: string): StatisticsHead {
  if (key === notStated) {
    return { key, title: 'Date not stated or guessed', short: 'not stated', depth: 0 };
  }
  const title = formatPublished(key, locale) ?? key;
  return { key, title, short: shortDate(key), depth: 0 };
}

function mostOf(table: CountTable, isTogether: boolean): number {
  let most = 0;
  for (const row of table.rows) {
    for (const column of table.columns) {
      if (isTogether && row === column) continue;
      most = Math.max(most, table.count(row, column));
    }
  }
  return most;
}
