import type { HistoryEntry } from '../../../app/host/history.ts';
import type { RecordKind } from '../../../app/record/records.ts';

/** What the history is narrowed to, as the analyst chose it. */
export interface HistoryChoice {
  readonly words: string;
  readonly author: string | null;
  readonly kind: RecordKind | null;
  /** One record, by its name at the time when it was chosen. */
  readonly record: { readonly id: string; readonly label: string } | null;
  /** Days as `2031-05-12` where the analyst is, both included; empty: no matter. */
  readonly fromDay: string;
  readonly toDay: string;
  readonly hideUnattended: boolean;
  readonly hideJobs: boolean;
}

export const noHistoryChoice: HistoryChoice = {
  words: '',
  author: null,
  kind: null,
  record: null,
  fromDay: '',
  toDay: '',
  hideUnattended: false,
  hideJobs: false,
};

/** Whether a choice leaves anything out. */
export function isNarrowed(choice: HistoryChoice): boolean {
  const names = Object.keys(noHistoryChoice) as (keyof HistoryChoice)[];
  return names.some((name) => choice[name] !== noHistoryChoice[name]);
}

/** Entries a page. */
export const historyPageSize = 100;

/** The history view of a window. It stays while other views are shown. */
export interface HistoryState {
  readonly choice: HistoryChoice;
  /** The journal's entry up to which the list goes; `null`: nothing was asked yet. */
  readonly upTo: number | null;
  /** Pages that came, by number. */
  readonly pages: ReadonlyMap<number, readonly HistoryEntry[]>;
  readonly total: number;
  /** Whether all of the journal was looked through. */
  readonly complete: boolean;
  readonly authors: readonly string[];
  /** The row that the keyboard is on. */
  readonly cursor: number;
  /** The entry that the Inspector shows. */
  readonly shown: HistoryEntry | null;
  /** Why nothing is shown, in a sentence. */
  readonly problem: string | null;
}

export const initialHistory: HistoryState = {
  choice: noHistoryChoice,
  upTo: null,
  pages: new Map(),
  total: 0,
  complete: false,
  authors: [],
  cursor: 0,
  shown: null,
  problem: null,
};

/** The entry of a row; `undefined` while its page has not come. */
export function historyRow(
  { pages }: Pick<HistoryState, 'pages'>,
  index: number,
): HistoryEntry | undefined {
  return pages.get(Math.floor(index / historyPageSize))?.[index % historyPageSize];
}
