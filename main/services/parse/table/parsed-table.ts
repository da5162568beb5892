/** A row that is well-formed. */
export interface TableCells {
  readonly cells: ReadonlyMap<string, string>;
  /**
   * What the row holds more than there are columns: `joined`: text with the separator in it, put back behind the last
   * column's; `apart`: cells that no column is there for.
   */
  readonly surplus: 'none' | 'joined' | 'apart';
}

/** One row: its cells by column; `null` for a row that is not well-formed. */
export type TableRow = TableCells | null;

/** A table taken apart. */
export interface ParsedTable {
  readonly columns: readonly string[];
  /** Without the head, in order; can be gone through as often as is wanted. */
  readonly rows: Iterable<TableRow>;
  /** For people: that something of the file is no part of the table. */
  readonly remarks: readonly string[];
}
