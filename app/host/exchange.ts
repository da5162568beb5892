import type { ExchangeReport } from '../exchange/exchange-report.ts';

export type { CarriedCounts, ExchangeReport } from '../exchange/exchange-report.ts';

/** An export or an import that is under way, as the status line shows it. */
export interface ExchangeState {
  readonly id: string;
  readonly direction: 'export' | 'import';
  /** "Exporting W3C Web Annotation". */
  readonly title: string;
  /** In some unit; a total of 0: it can't be told yet. */
  readonly done: number;
  readonly total: number;
  /** `saving`: an import enters the project and can't be cancelled any more. `ended`: the call answers. */
  readonly state: 'running' | 'saving' | 'ended';
}

/** What an export or an import came to. */
export type ExchangeOutcome =
  | {
      readonly kind: 'done';
      readonly direction: 'export' | 'import';
      /** Of the file that was written or read. */
      readonly fileName: string;
      /** The id of the format. */
      readonly format: string;
      readonly report: ExchangeReport;
    }
  /** The analyst cancelled it while it ran: nothing was changed. */
  | { readonly kind: 'cancelled' };

export interface ExportRequest {
  /** The id of an `ExchangeFormat` that exports. */
  readonly format: string;
  /** By the id of a choice; what is missing is as the format's choice says. */
  readonly options: Readonly<Record<string, boolean>>;
}

export interface ImportRequest {
  /** The id of an `ExchangeFormat` that imports; `null`: to be recognised. */
  readonly format: string | null;
  readonly what: 'file' | 'folder';
}
