import type { ColumnField } from '../record/records.ts';

export type { ColumnField, ColumnMap } from '../record/records.ts';

/** A folder that Variorum looks at for new and changed files. */
export interface WatchedFolder {
  /** `articles` for the project's own. */
  readonly id: string;
  readonly name: string;
  /** For people, to tell two of one name apart; never sent back. */
  readonly path: string;
  readonly state: 'watching' | 'scanning' | 'missing' | 'unreadable';
  /** Why it is not watched, and what to do. */
  readonly message?: string;
}

/** The head of a table that waits for its columns to be named. */
export interface TablePreview {
  readonly fileName: string;
  readonly columns: readonly string[];
  /** The first rows, cells cut to 200 code units. */
  readonly rows: readonly (readonly string[])[];
  /** What the columns' names suggest. */
  readonly guess: { readonly [Field in ColumnField]?: string };
}
