import type { ExchangeOutcome, ExchangeState } from '../../../app/host/exchange.ts';

/** What an export or import came to, with its report. */
export type ExchangeDone = Extract<ExchangeOutcome, { kind: 'done' }>;

/** What the window knows of exports to other programs and imports from them. */
export interface ExchangeShown {
  /** The one that is under way. */
  readonly running: ExchangeState | null;
  /** The last one that ended, for its report. */
  readonly last: ExchangeDone | null;
  /** What was chosen last in this window. */
  readonly exportFormat: string | null;
}

export const initialExchange: ExchangeShown = { running: null, last: null, exportFormat: null };
