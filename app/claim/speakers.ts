import type { RecordSource } from '../record/record-source.ts';
import type { ClaimRecord } from '../record/records.ts';

/**
 * Who makes a claim, as lists and briefs print it: the name of its speaker's record, else the name written into the
 * claim (rule Q1). `null`: not stated.
 */
export function speakerName(
  source: Pick<RecordSource, 'get'>,
  claim: Pick<ClaimRecord, 'speaker' | 'speakerId'>,
): string | null {
  const speaker = claim.speakerId ? source.get('speaker', claim.speakerId) : null;
  return speaker?.name ?? claim.speaker;
}

/** A claim that says its speaker's name itself, for what leaves the project without its records of speakers. */
export function withSpeakerName(
  source: Pick<RecordSource, 'get'>,
  claim: ClaimRecord,
): ClaimRecord {
  const speaker = speakerName(source, claim);
  return speaker === claim.speaker ? claim : { ...claim, speaker };
}
