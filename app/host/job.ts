import type { ArticleId } from '../record/ids.ts';
import type { SourceFormat } from '../record/records.ts';

/**
 * What became of a file, or of one article in it: a new article, a new revision of a known one, a text that is there
 * already, one that could not be read, or a table whose columns the analyst has to name first.
 */
export type ImportOutcome = 'added' | 'revised' | 'known' | 'refused' | 'asks';

export interface ImportItem {
  /** For people: the file's name, or the way to it from the folder that was chosen. */
  readonly fileName: string;
  /** Of a file that holds several articles, which one. */
  readonly part?: string;
  readonly outcome: ImportOutcome;
  readonly format?: SourceFormat;
  /** Of `added`, `revised` and `known`: the article's title. */
  readonly title?: string;
  readonly articleId?: ArticleId;
  /** Of `refused`, `known` and `asks`: why, in a sentence with what to do. Of others: what to know of the reading. */
  readonly reason?: string;
  /** Of `asks`, and of the first line of any other table: what `readTable` and `importTable` take. */
  readonly tableId?: string;
}

/** How many files and articles came to which outcome. */
export type OutcomeCounts = Readonly<Record<ImportOutcome, number>>;

/** A piece of work in main that takes a while, as the status line shows it. */
export interface JobState {
  readonly id: string;
  readonly kind: 'import' | 'rescan';
  /** "Importing 12 files". */
  readonly title: string;
  /** Files. */
  readonly done: number;
  readonly total: number;
  readonly doneBytes: number;
  readonly totalBytes: number;
  /** Bytes in a second, of the last seconds; `null` before it can be told. */
  readonly bytesPerSecond: number | null;
  /** Milliseconds that it will still take; `null` before it can be told. */
  readonly remaining: number | null;
  readonly state: 'running' | 'paused' | 'finished' | 'cancelled' | 'failed';
  readonly counts: OutcomeCounts;
  /** How many lines the report has: what `readJobReport` pages through. */
  readonly itemCount: number;
  /** Of an ended job: what the analyst should see at once, refused and asking ones and tables first, at most 200. */
  readonly items: readonly ImportItem[];
  /** Of `failed`: why. Of `paused`: why, when it was not the analyst who paused it. */
  readonly message?: string;
}

/** A part of a job's report: every file with its outcome, in the order of the work. */
export interface JobReportPage {
  readonly items: readonly ImportItem[];
  readonly nextOffset: number | null;
}
