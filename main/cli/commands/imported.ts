import type { ExchangeReport } from '../../../app/exchange/exchange-report.ts';
import type { ImportItem, JobState } from '../../../app/host/job.ts';

/** What came of files of exchange, and of articles, one after the other. */
export interface Imported {
  /** `null`: there were none among the files. */
  readonly articles: ImportedArticles | null;
  readonly exchanged: readonly Exchanged[];
  readonly failed: readonly Failed[];
}

export interface ImportedArticles {
  readonly state: JobState;
  readonly items: readonly ImportItem[];
}

/** A file of another program that was read. */
export interface Exchanged {
  readonly file: string;
  readonly format: string;
  readonly report: ExchangeReport;
}

/** A file that could not be read at all; nothing of it came. */
export interface Failed {
  readonly file: string;
  readonly code: string;
  readonly message: string;
}
