import { foldTagName } from '../../annotation/fold-tag-name.ts';

/** The columns that a kind of table has: ours by their names, and what other programs call them, folded, the surest first. */
export interface TableShape<Column extends string> {
  readonly own: Readonly<Record<Column, string>>;
  readonly foreign: Readonly<Partial<Record<Column, readonly string[]>>>;
}

/** Where the columns of a table stand: of a text that goes on in further columns all of them, in their order. */
export type FoundColumns<Column extends string> = ReadonlyMap<Column, readonly number[]>;

/** As `longCells` names the columns in which a long text goes on. */
const furtherPart = /^(.*), part (\d{1,3})$/is;

/**
 * The columns that a row of heads names, in any order and case: each column of a table is one at most, and of several that might be
 * one the surest counts.
 */
export function columnsOf<Column extends string>(
  head: readonly string[],
  { own, foreign }: TableShape<Column>,
): FoundColumns<Column> {
  const found = new Map<Column, readonly number[]>();
  const taken = new Set<number>();
  const folded = head.map(foldHead);
  for (const [column, title] of Object.entries(own) as [Column, string][]) {
    const names = [foldHead(title), ...(foreign[column] ?? [])];
    // In the order of the names: the surest one counts, wherever it stands.
    const name = names.find((one) => folded.includes(one));
    const index = name === undefined ? -1 : folded.indexOf(name);
    if (index === -1 || taken.has(index)) continue;
    taken.add(index);
    found.set(column, [index, ...furtherPartsOf(head, folded[index] ?? '')]);
  }
  return found;
}

function furtherPartsOf(head: readonly string[], name: string): readonly number[] {
  return head
    .flatMap((title, index) => {
      const [, base, part] = furtherPart.exec(title.trim()) ?? [];
      return base !== undefined && foldHead(base) === name ? [{ index, part: Number(part) }] : [];
    })
    .sort((one, other) => one.part - other.part)
    .map(({ index }) => index);
}

/** `Said_On` and `said  on` are one name. */
function foldHead(title: string): string {
  return foldTagName(title.replace(/^\ufeff/, '').replace(/[_\s]+/g, ' '));
}
