import type { CheckItem, CheckReport } from '../../../app/brief/check/check-item.ts';
import type { BriefId } from '../../../app/record/ids.ts';

/** What a check of the open brief found last, and what is looked at of it. */
export interface BriefCheckState {
  readonly briefId: BriefId | null;
  /** `null`: not checked yet. */
  readonly report: CheckReport | null;
  /** Whether the brief or the records were changed since. */
  readonly isStale: boolean;
  /** What was gone to last. */
  readonly current: CheckItem | null;
  /** Kinds whose findings are listed; `ignored`: those of all kinds that the analyst ignores. */
  readonly open: ReadonlySet<CheckItem['kind'] | 'ignored'>;
}

export const initialBriefCheck: BriefCheckState = {
  briefId: null,
  report: null,
  isStale: false,
  current: null,
  open: new Set(),
};
