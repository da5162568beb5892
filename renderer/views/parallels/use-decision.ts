import type { DecisionRecord } from '../../../app/record/records.ts';
import { decisionOn } from '../../session/parallels/decision-on.ts';
import { useRecords } from '../parts/session-context.ts';

/** What the analyst decided on a suggestion; `null`: nothing. */
export function useDecision(key: string): DecisionRecord | null {
  return useRecords((records) => decisionOn(records, key));
}
