import type { ColumnMap } from '../../../../app/record/records.ts';
import { comparableUrl } from '../../corpus/place-keys.ts';

const idNames =
  /^(?:(?:article|document|doc|story|post|item|record)[ .])?id$|^(?:guid|uuid|uid|doi)$/;

/**
 * By what a row is found again wherever it stands (rule R1): its id, its address, or else its headline; `null` when it
 * has none of them.
 */
export function rowKey(row: ReadonlyMap<string, string>, columns: ColumnMap): string | null {
  for (const [column, cell] of row) {
    const id = cell.trim();
    if (id !== '' && idNames.test(plainName(column))) return `id:${id}`;
  }
  const cell = (column: string | undefined) =>
    (column === undefined ? '' : (row.get(column) ?? '')).trim().replace(/\s+/g, ' ');
  const url = cell(columns.url);
  if (url !== '') return `url:${comparableUrl(url)}`;
  const title = cell(columns.title);
  return title === '' ? null : `title:${title}`;
}

/** `articleId` and `article_id` are `article id`. */
function plainName(column: string): string {
  return column
    .trim()
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
}
