import type { RecordSource } from '../../../app/record/record-source.ts';
import type { DecisionRecord } from '../../../app/record/records.ts';
import { decisionsByKey } from '../../../app/suggestion/decision-diffs.ts';

/** What the analyst decided on a suggestion, by its key; `null`: nothing. */
export function decisionOn(records: RecordSource, key: string): DecisionRecord | null {
  return decisionsByKey(records).get(key) ?? null;
}
