import { fieldOfColumn } from './column-names.ts';
import type { SeparatedRecord } from './separated-records.ts';

const longestName = 100;
const longestUnknownName = 40;
const mostWords = 4;

/**
 * Whether the first row of a table names its columns. It does if two of its cells, or its only one, are names that are
 * known; otherwise if its cells look like names: short, one for most columns, none twice, no number, date, address or
 * sentence among them.
 */
export function isTableHead(head: readonly string[], body: readonly SeparatedRecord[]): boolean {
  const names = head.map((cell) => cell.trim());
  const given = names.filter((name) => name !== '');
  const known = given.filter((name) => fieldOfColumn(name) !== null).length;
  if (known >= 2 && given.every((name) => name.length <= longestName)) return true;
  const areNames = given.every((name) => {
    if (name.length > longestName || /^[\d\s.,:/+-]+$|^https?:|\S@\S|\n/.test(name)) return false;
    if (fieldOfColumn(name) !== null) return true;
    return (
      name.length <= longestUnknownName &&
      name.split(/\s+/).length <= mostWords &&
      !/[.!?。！？]$/.test(name)
    );
  });
  const areUnique = new Set(given.map((name) => name.toLowerCase())).size === given.length;
  return areNames && areUnique && given.length * 2 > names.length && body.length > 0;
}
