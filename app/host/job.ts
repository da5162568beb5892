/** What became of one file of an import. */
export interface ImportItem {
  readonly fileName: string;
  readonly outcome: 'added' | 'known' | 'refused';
  /** Of `added` and `known`: the article's title. */
  readonly title?: string;
  /** Of `refused` and `known`: why, in a sentence with what to do. */
  readonly reason?: string;
}

/** A piece of work in main that takes a while, as the status line shows it. */
export interface JobState {
  readonly id: string;
  /** "Importing 12 files". */
  readonly title: string;
  readonly done: number;
  readonly total: number;
  readonly state: 'running' | 'finished' | 'cancelled' | 'failed';
  /** Of a finished import: every file with its outcome. */
  readonly items: readonly ImportItem[];
  /** Of `failed`: why. */
  readonly message?: string;
}
