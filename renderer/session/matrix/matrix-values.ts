import { speakerName } from '../../../app/claim/speakers.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { ClaimRecord } from '../../../app/record/records.ts';

/** A value that claims have, with how many have it. */
export interface ClaimValue {
  readonly value: string;
  readonly count: number;
}

/** The values of the claims, the most frequent first. Cost: the claims. */
export function claimValues(
  records: RecordSource,
  by: 'status' | 'speaker' | 'importance',
): readonly ClaimValue[] {
  const counts = new Map<string, number>();
  for (const claim of records.list('claim')) {
    const value = valueOfClaim(records, claim, by);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count);
}

function valueOfClaim(
  records: RecordSource,
  claim: ClaimRecord,
  by: 'status' | 'speaker' | 'importance',
): string | null {
  switch (by) {
    case 'status':
      return claim.status;
    case 'speaker':
      return speakerName(records, claim) ?? '';
    case 'importance':
      return claim.importance == null ? null : String(claim.importance);
  }
}
