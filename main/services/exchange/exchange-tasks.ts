import type { Result } from '../../../app/base/result.ts';
import type { ExportOptions } from '../../../app/exchange/exchange-format.ts';
import type { ExchangeReport } from '../../../app/exchange/exchange-report.ts';
import type { ArticleId, ProjectId } from '../../../app/record/ids.ts';
import type { RecordsRequest } from './read-project-records.ts';

/** What a thread is given to export. */
export interface ExportTask extends RecordsRequest {
  readonly kind: 'export';
  readonly texts: string;
  readonly format: string;
  readonly options: ExportOptions;
  readonly title: string;
  readonly projectId: ProjectId;
  /** Where the file is written; whoever asked gives it its name, or takes it away. */
  readonly path: string;
}

/** What a thread is given to import. Nothing of the project is changed but that texts are stored, which nobody names yet. */
export interface ImportTask extends RecordsRequest {
  readonly kind: 'import';
  readonly texts: string;
  /** A file or a folder. */
  readonly path: string;
  /** `null`: to be recognised. */
  readonly format: string | null;
  readonly author: string;
  readonly articlesNumbered: number;
  /** An empty folder for what is made. */
  readonly spool: string;
}

export type ExchangeTask = ExportTask | ImportTask;

/** An original that waits for its place in the project. */
export interface SpooledOriginal {
  readonly articleId: ArticleId;
  /** In the spool. */
  readonly path: string;
  /** The name that it wants. */
  readonly fileName: string;
}

/** A file of JSON lines: records that are added, or pairs of states of records that change. */
export interface ImportStep {
  readonly kind: 'added' | 'updated';
  readonly path: string;
}

/** An import that is made and not part of the project yet. */
export interface PlannedImport {
  readonly format: string;
  readonly report: ExchangeReport;
  readonly originals: readonly SpooledOriginal[];
  /** Files of the spool, in the order in which they are to be journalled. */
  readonly steps: readonly ImportStep[];
  /** Types of links of the project and the file that read the same from both ends. */
  readonly symmetric: readonly string[];
}

export interface ExchangeProgress {
  readonly done: number;
  readonly total: number;
}

/** What a task came to. Fails with `unreadable`, `nothing`, `disk`, `cancelled`, or `fault` for a bug. */
export type ExportAnswer = Result<ExchangeReport>;
export type ImportAnswer = Result<PlannedImport>;

/** The heavy part of exports and imports, done away from main's event loop. */
export interface ExchangeThread {
  /** @param signal aborted, the work ends at once and fails with `cancelled` */
  export(
    task: ExportTask,
    tell: (progress: ExchangeProgress) => void,
    signal: AbortSignal,
  ): Promise<ExportAnswer>;
  import(
    task: ImportTask,
    tell: (progress: ExchangeProgress) => void,
    signal: AbortSignal,
  ): Promise<ImportAnswer>;
}
